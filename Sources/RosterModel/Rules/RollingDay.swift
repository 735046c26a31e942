/// Most working time of any 24 hours of elapsed time, whatever the service day.
///
/// Of a shift that the edge of the 24 hours cuts, the part inside counts in full, but no more than the shift's working
/// time. Stricter than the texts, hence off unless a town asks for it.
public struct RollingDay: Hashable, Sendable {
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
