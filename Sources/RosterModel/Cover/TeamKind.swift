/// A composition of agents that counts as one team.
public struct TeamKind: Sendable {
    /// A number of agents of given professions and qualifications.
    public struct Place: Hashable, Sendable {
        /// Number of agents, at least 1.
        public let count: Int
        /// Professions accepted.
        public let professions: [ProfessionID]
        /// Qualifications that each agent on the place must have.
        public let qualifications: [String]

        /// Describes a place.
        public init(count: Int, professions: [ProfessionID], qualifications: [String] = []) {
            self.count = count
            self.professions = professions
            self.qualifications = qualifications
        }

        /// Whether an agent of the type may take the place.
        public func accepts(_ type: AgentType) -> Bool {
            professions.contains(type.profession) && qualifications.allSatisfy(type.qualifications.contains)
        }
    }

    /// Name of the kind in files.
    public let id: String
    /// Name shown to people.
    public let name: String
    /// Places, all of which must be filled.
    public let places: [Place]
    /// Local hours in which the kind counts; nil means always.
    public let hours: ClockRange?
    /// Sectors in which the kind counts; nil means all.
    public let sectors: Set<SectorID>?
    /// Whether the kind counts, per slot of the horizon (`hours` resolved on the axis).
    public let countsInSlot: [Bool]

    /// Describes a kind.
    public init(
        id: String, name: String, places: [Place], hours: ClockRange?, sectors: Set<SectorID>?, countsInSlot: [Bool]
    ) {
        self.id = id
        self.name = name
        self.places = places
        self.hours = hours
        self.sectors = sectors
        self.countsInSlot = countsInSlot
    }

    /// Number of agents of one team.
    public var size: Int { places.reduce(0) { $0 + $1.count } }

    /// Whether a team of this kind counts in a sector and slot.
    public func counts(in sector: SectorID, slot: Int) -> Bool {
        countsInSlot[slot] && (sectors?.contains(sector) ?? true)
    }
}
