/// Most working time of one service day for a night worker (``Regime/nightWorkerNights`` says who is one).
public struct NightWorkerDay: Hashable, Sendable {
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
