/// Least elapsed time of a period of work: a shift, or the parts of a split shift with no gap longer than `gapMinutes` between
/// them, their gaps left out.
public struct ShortestShift: Hashable, Sendable {
    /// Elapsed minutes.
    public let minutes: Int
    /// Longest gap that does not end a period; 0 when each part is one.
    public let gapMinutes: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(minutes: Int, gapMinutes: Int = 0, source: RuleSource) {
        self.minutes = minutes
        self.gapMinutes = gapMinutes
        self.source = source
    }
}
