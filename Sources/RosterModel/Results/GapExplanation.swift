/// Why one interval stays without enough teams.
public struct GapExplanation: Sendable {
    /// What covering the interval would cost elsewhere in the same night.
    public struct Price: Hashable, Sendable {
        /// Team-minutes that would be missing there.
        public let minutes: Int
        /// Sectors in which they would be missing, in the order of the scenario.
        public let sectors: [SectorID]

        /// Describes a price.
        public init(minutes: Int, sectors: [SectorID]) {
            self.minutes = minutes
            self.sectors = sectors
        }
    }

    /// Requirement.
    public let requirement: RequirementID
    /// Service day.
    public let day: Int
    /// Slots of the horizon, neighbours with equal reasons.
    public let slots: Range<Int>
    /// Teams missing.
    public let missing: Int
    /// Whether somebody is there or could come, but no one to make up the team.
    public let isPartnerMissing: Bool
    /// Smallest sets of reasons: relaxing all of one set would let one more team be there, and no smaller set would.
    /// A set that is empty says that a lawful change of the roster covers the interval at no price.
    public let alternatives: [[GapReason]]
    /// Price by way of ``GapReason/otherHour``, when that alone would do.
    public let price: Price?

    /// Describes an explanation.
    public init(
        requirement: RequirementID, day: Int, slots: Range<Int>, missing: Int, isPartnerMissing: Bool,
        alternatives: [[GapReason]], price: Price?
    ) {
        self.requirement = requirement
        self.day = day
        self.slots = slots
        self.missing = missing
        self.isPartnerMissing = isPartnerMissing
        self.alternatives = alternatives
        self.price = price
    }
}
