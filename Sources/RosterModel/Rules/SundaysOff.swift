/// Sundays without work in any run of consecutive Sundays.
///
/// A Sunday is worked when the agent works between its 00:00 and 24:00, or only when a shift starts on it
/// (`countsStartsOnly`). In every run of `ofSundays` Sundays at most `ofSundays - off` are worked; in a run that the
/// known time cuts, the same number. When Sundays off must be joined (`isJoined`), a Sunday also counts as worked when the
/// agent works on both its neighbours, the service days of its Saturday and its Monday.
public struct SundaysOff: Hashable, Sendable {
    /// Longest run of Sundays that may be asked for: half a year, beyond what any text counts over.
    public static let longestRun = 28
    /// Sundays off.
    public let off: Int
    /// Length of the run, in Sundays.
    public let ofSundays: Int
    /// Whether only shifts that start on a Sunday make it worked.
    public let countsStartsOnly: Bool
    /// Whether a Sunday off counts only when Saturday or Monday is off as well.
    public let isJoined: Bool
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule; `0 < off ≤ ofSundays ≤ longestRun`.
    public init(off: Int, ofSundays: Int, countsStartsOnly: Bool = false, isJoined: Bool = false, source: RuleSource) {
        precondition(off > 0 && off <= ofSundays && ofSundays <= Self.longestRun, "\(off) Sundays off of \(ofSundays)")
        self.off = off
        self.ofSundays = ofSundays
        self.countsStartsOnly = countsStartsOnly
        self.isJoined = isJoined
        self.source = source
    }
}
