/// Days ahead that an agent must know a change of his published roster (``PublishedRoster``).
public struct NoticeOfChange: Hashable, Sendable {
    /// Calendar days: a change decided on a date concerns service days at least this many days later.
    public let days: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(days: Int, source: RuleSource) {
        self.days = days
        self.source = source
    }
}
