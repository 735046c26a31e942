/// Most service days with a shift whose date lies in one civil week.
public struct WorkedDaysPerWeek: Hashable, Sendable {
    /// Service days.
    public let days: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(days: Int, source: RuleSource) {
        self.days = days
        self.source = source
    }
}
