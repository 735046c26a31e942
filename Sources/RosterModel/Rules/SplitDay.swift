/// How far a shift may be split by gaps that are no work (journée coupée).
///
/// The gaps are no daily rest: amplitude runs over them, and the daily rest lies between the last end and the next first start.
public struct SplitDay: Hashable, Sendable {
    /// Most parts of a shift; 1 forbids to split it.
    public let parts: Int
    /// Longest gap in elapsed minutes; nil when only the amplitude limits it.
    public let gapMinutes: Int?
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule; `parts` is at least 1.
    public init(parts: Int, gapMinutes: Int? = nil, source: RuleSource) {
        precondition(parts > 0, "a day of \(parts) parts")
        self.parts = parts
        self.gapMinutes = gapMinutes
        self.source = source
    }
}
