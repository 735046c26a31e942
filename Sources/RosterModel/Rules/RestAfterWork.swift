/// Long rest due after much work: since the last rest of at least `restMinutes` no more than `workMinutes` are worked.
public struct RestAfterWork: Hashable, Sendable {
    /// Elapsed minutes of the long rest.
    public let restMinutes: Int
    /// Most working minutes between two long rests.
    public let workMinutes: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(restMinutes: Int, workMinutes: Int, source: RuleSource) {
        self.restMinutes = restMinutes
        self.workMinutes = workMinutes
        self.source = source
    }
}
