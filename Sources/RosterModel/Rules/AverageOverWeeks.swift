/// Most working time of any run of consecutive civil weeks, as a weekly average: total ≤ `weeklyMinutes` × `weeks`.
///
/// Judged for every run whose last week meets the horizon. Weeks that nobody knows count as weeks without work; a run is
/// *verified* only when the history reaches back to its first day.
public struct AverageOverWeeks: Hashable, Sendable {
    /// Working minutes of an average week.
    public let weeklyMinutes: Int
    /// Length of the run in civil weeks.
    public let weeks: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule; `weeks` is at least 1.
    public init(weeklyMinutes: Int, weeks: Int, source: RuleSource) {
        precondition(weeks > 0, "an average over \(weeks) weeks")
        self.weeklyMinutes = weeklyMinutes
        self.weeks = weeks
        self.source = source
    }
}
