/// ``AverageOverWeeks`` for a night worker (``Regime/nightWorkerNights`` says who is one).
public struct NightWorkerAverage: Hashable, Sendable {
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
