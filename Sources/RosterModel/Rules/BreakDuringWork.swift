/// Least break of a shift whose working time reaches a length.
public struct BreakDuringWork: Hashable, Sendable {
    /// Minutes of break.
    public let minutes: Int
    /// Working minutes from which the break is due.
    public let afterMinutes: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(minutes: Int, afterMinutes: Int, source: RuleSource) {
        self.minutes = minutes
        self.afterMinutes = afterMinutes
        self.source = source
    }
}
