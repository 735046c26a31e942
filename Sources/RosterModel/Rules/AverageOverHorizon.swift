/// Most working time of the horizon, as a weekly average: total × 7 ≤ limit × days.
public struct AverageOverHorizon: Hashable, Sendable {
    /// Working minutes of an average week.
    public let weeklyMinutes: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(weeklyMinutes: Int, source: RuleSource) {
        self.weeklyMinutes = weeklyMinutes
        self.source = source
    }
}
