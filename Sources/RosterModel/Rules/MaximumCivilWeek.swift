/// Most working time between Monday 00:00 and the next Monday 00:00, shifts cut at the border. The break of a cut shift counts in its longer part (the first when equal).
public struct MaximumCivilWeek: Hashable, Sendable {
    /// Working minutes.
    public let minutes: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(minutes: Int, source: RuleSource) {
        self.minutes = minutes
        self.source = source
    }
}
