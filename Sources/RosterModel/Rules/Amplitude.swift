/// Longest elapsed time between the first start and the last end of one service day.
public struct Amplitude: Hashable, Sendable {
    /// Minutes from start to end, breaks included.
    public let minutes: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(minutes: Int, source: RuleSource) {
        self.minutes = minutes
        self.source = source
    }
}
