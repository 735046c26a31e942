/// Least elapsed time between the end of a shift and the start of the agent's next one.
public struct DailyRest: Hashable, Sendable {
    /// Minutes of rest.
    public let minutes: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(minutes: Int, source: RuleSource) {
        self.minutes = minutes
        self.source = source
    }
}
