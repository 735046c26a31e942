/// Days ahead that an agent must know a change of his published roster (``PublishedRoster``).
public struct NoticeOfChange: Hashable, Sendable {
    /// A change decided on a date concerns service days of which at least so many days, their own date included, lie after it.
    public let days: Int
    /// Whether only working days count: Monday to Friday without public holidays (jours ouvrés); otherwise calendar days.
    public let countsWorkingDays: Bool
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(days: Int, countsWorkingDays: Bool = false, source: RuleSource) {
        self.days = days
        self.countsWorkingDays = countsWorkingDays
        self.source = source
    }
}
