/// Most working time of one service day, breaks deducted unless the regime counts them as work.
public struct MaximumDay: Hashable, Sendable {
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
