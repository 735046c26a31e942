import RosterModel

/// A sentence in both languages.
package struct Wording: Sendable {
    package let french: String
    package let english: String

    init(_ french: String, _ english: String) {
        self.french = french
        self.english = english
    }

    /// A text that reads the same in both languages.
    init(_ text: String) { self.init(text, text) }
}

/// Where a value stands.
struct Place {
    /// File, relative to the scenario folder.
    var file: String
    /// 1-based line, or nil for the whole file.
    var line: Int?
    /// Column name or path of the field.
    var field = ""
}

/// Gathers the issues of one reading, in one language.
///
/// A class, because every helper of a reader adds to the same list; it never leaves the reading that made it.
final class IssueLog {
    let language: Language
    private(set) var issues: [ScenarioIssue] = []

    init(language: Language) { self.language = language }

    var hasErrors: Bool { issues.contains { $0.severity == .error } }

    func text(_ wording: Wording) -> String { language.text(wording.french, wording.english) }

    /// Records a fault: no scenario will be returned.
    func fault(_ place: Place, value: String = "", _ message: Wording, expected: Wording, hint: Wording) {
        add(.error, place, value, message, expected, hint)
    }

    /// Records a doubtful point.
    func warn(_ place: Place, value: String = "", _ message: Wording, expected: Wording, hint: Wording) {
        add(.warning, place, value, message, expected, hint)
    }

    private func add(
        _ severity: ScenarioIssue.Severity, _ place: Place, _ value: String, _ message: Wording, _ expected: Wording,
        _ hint: Wording
    ) {
        issues.append(
            ScenarioIssue(
                severity: severity, file: place.file, line: place.line, field: place.field, value: value,
                message: text(message), expected: text(expected), hint: text(hint)))
    }

    /// Issues by file (in the order given, others after), then line; equal ones keep the order in which they were found.
    func sorted(files: [String]) -> [ScenarioIssue] {
        func rank(_ file: String) -> Int { files.firstIndex(of: file) ?? files.count }
        return issues.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            return (rank(first.file), first.line ?? 0, left.offset) < (
                rank(second.file), second.line ?? 0, right.offset
            )
        }.map(\.element)
    }
}
