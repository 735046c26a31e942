/// Prices of a group of duties that agents of one type work on one service day.
///
/// A *muster* says how many agents are on each group of a night, no more on a group than may lawfully work one of its
/// duties, and in all groups between which somebody may choose no more than there are people. For any prices the following
/// is a lower bound: night blocks pay `presence` (and ``RoundPrices``) for the agents that they count on; musters pay
/// `price` for each agent and are paid for presence; lines are paid `price`.
public struct DutyGroupPrices: Hashable, Sendable {
    /// A shift in a sector, or a round.
    public struct Duty: Hashable, Sendable {
        /// Shift.
        public let shift: ShiftID
        /// Sector of the whole shift; nil for a round.
        public let sector: SectorID?

        /// Describes a duty.
        public init(shift: ShiftID, sector: SectorID?) {
            self.shift = shift
            self.sector = sector
        }
    }

    /// Prices of presence in one sector.
    public struct Presence: Hashable, Sendable {
        /// Sector.
        public let sector: SectorID
        /// Price of the first agent, the second, …, each at least 0, in price units; further agents are free.
        public let levels: [Int]

        /// Describes prices of presence.
        public init(sector: SectorID, levels: [Int]) {
            self.sector = sector
            self.levels = levels
        }
    }

    /// Service day.
    public let day: Int
    /// Type of the agents.
    public let type: AgentTypeID
    /// Duties of the group; no duty is in two groups of a type and day.
    public let duties: [Duty]
    /// Price of an agent on duty, beside those of ``BlockPrices``, in price units.
    public let price: Int
    /// Prices by sector; presence in other sectors is free.
    public let presence: [Presence]

    /// Describes the prices of a group.
    public init(day: Int, type: AgentTypeID, duties: [Duty], price: Int, presence: [Presence]) {
        self.day = day
        self.type = type
        self.duties = duties
        self.price = price
        self.presence = presence
    }
}
