/// A possible decision and what it is worth in late hours.
public struct ValuedOption: Sendable {
    /// What is decided.
    public enum Decision: Hashable, Sendable {
        /// One more agent: of a profession and regime, with a home sector, on shifts that start at a clock (minutes after
        /// 00:00).
        case agent(profession: ProfessionID, regime: RegimeID, home: SectorID, start: Int)
        /// So many more agents of that description (or, for a mixed kind, with partners) who make one complete team.
        case team(
            kind: TeamKindID, count: Int, profession: ProfessionID, regime: RegimeID, home: SectorID, start: Int)
        /// A shift that ends at midnight is moved to end at a later clock, its length unchanged.
        case shiftEnd(shift: String, end: Int)
        /// An agreement that lifts one rule of a regime: what it can bring at most.
        case agreement(regime: RegimeID, rule: Rule)
        /// Agents of a profession, regime and home sector may also work in one more sector.
        case sector(profession: ProfessionID, regime: RegimeID, home: SectorID, added: SectorID)
    }

    /// What is decided.
    public let decision: Decision
    /// Contract minutes that it adds.
    public let paidMinutes: Int
    /// Late team-minutes that it can gain at most, by prices: best roster of the base less a proved bound with it.
    public let estimate: Int
    /// Proved bound and best roster of the late minutes missing with it, after planning anew; nil when only estimated.
    public var lateMinutes: ProvedInterval?

    /// Describes an option.
    public init(decision: Decision, paidMinutes: Int, estimate: Int, lateMinutes: ProvedInterval? = nil) {
        self.decision = decision
        self.paidMinutes = paidMinutes
        self.estimate = estimate
        self.lateMinutes = lateMinutes
    }
}
