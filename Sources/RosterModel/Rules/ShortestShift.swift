/// Least elapsed time of a shift from start to end.
public struct ShortestShift: Hashable, Sendable {
    /// Elapsed minutes.
    public let minutes: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(minutes: Int, source: RuleSource) {
        self.minutes = minutes
        self.source = source
    }
}
