/// A fault or a doubtful point found in the files of a scenario.
public struct ScenarioIssue: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable {
        /// No plan can be made.
        case error
        /// A plan can be made, but the user should look.
        case warning
    }

    /// How bad it is.
    public var severity: Severity
    /// File, relative to the scenario folder.
    public var file: String
    /// 1-based line, or nil when the whole file is meant.
    public var line: Int?
    /// Column name or path of the field, such as `absences.from` or `shifts[2].start`; empty when unknown.
    public var field: String
    /// Value found, as written; empty when it is missing.
    public var value: String
    /// What is wrong, with the value: one sentence in the user's language.
    public var message: String
    /// What was expected.
    public var expected: String
    /// What to try.
    public var hint: String

    /// Describes an issue.
    public init(
        severity: Severity = .error, file: String, line: Int? = nil, field: String = "", value: String = "",
        message: String, expected: String, hint: String
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.field = field
        self.value = value
        self.message = message
        self.expected = expected
        self.hint = hint
    }
}

/// All faults of a set of files; at least one issue is an error.
public struct ScenarioError: Error, Sendable {
    /// Issues by file and line.
    public let issues: [ScenarioIssue]

    /// Wraps issues.
    public init(issues: [ScenarioIssue]) { self.issues = issues }
}
