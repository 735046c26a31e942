/// Prices of one night block: one service day in one sector.
public struct BlockPrices: Sendable {
    /// How the block is minimised.
    public enum Form: Sendable {
        /// Whole staffings, capped by the people available. Duty rows that are not listed have price 0.
        case staffings([DutyPrice])
        /// Slot by slot: the price of a duty row is the sum of `presence` over the slots it fills; the block costs
        /// Σ need × `missing`. Valid when for every kind and slot Σ `missing` of the requirements that accept it is at most
        /// Σ over its places of count × the least `presence` of the types accepted, `presence ≥ 0`, and
        /// `0 ≤ missing ≤ scale × cost of a missing team`.
        ///
        /// - Shape: `presence` by type of agent, `missing` by requirement, each array with one entry per slot of the day.
        case slots(presence: [AgentTypeID: [Int]], missing: [RequirementID: [Int]])
    }

    /// Service day.
    public let day: Int
    /// Sector.
    public let sector: SectorID
    /// Form and prices.
    public let form: Form

    /// Describes the prices of a block.
    public init(day: Int, sector: SectorID, form: Form) {
        self.day = day
        self.sector = sector
        self.form = form
    }
}

/// Price of one duty row inside a block, in price units, at least 0.
public struct DutyPrice: Hashable, Sendable {
    /// Type of the agents.
    public let type: AgentTypeID
    /// Shift.
    public let shift: ShiftID
    /// Price.
    public let price: Int

    /// Describes a price.
    public init(type: AgentTypeID, shift: ShiftID, price: Int) {
        self.type = type
        self.shift = shift
        self.price = price
    }
}
