/// Longest run of service days with a night shift (``Regime/nightClock``, ``Regime/nightShiftMinutes``).
public struct ConsecutiveNights: Hashable, Sendable {
    /// Service days.
    public let nights: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(nights: Int, source: RuleSource) {
        self.nights = nights
        self.source = source
    }
}
