/// A kind of task of the night and the team kinds that can answer it: one row of the mission matrix.
///
/// Missions weigh nothing in the objective. They tell which tasks somebody can answer where and when, and which nobody can.
public struct Mission: Sendable {
    /// Name of the mission in files.
    public let id: String
    /// Name shown to people.
    public let name: String
    /// Kinds of teams that can answer; empty when none can.
    public let kinds: [TeamKindID]
    /// Sectors in which the mission arises; nil means all.
    public let sectors: Set<SectorID>?
    /// Whether the mission arises, per slot of the horizon.
    public let arisesInSlot: [Bool]

    /// Describes a mission; `arisesInSlot` has one entry per slot.
    public init(id: String, name: String, kinds: [TeamKindID], sectors: Set<SectorID>?, arisesInSlot: [Bool]) {
        self.id = id
        self.name = name
        self.kinds = kinds
        self.sectors = sectors
        self.arisesInSlot = arisesInSlot
    }

    /// Whether the mission arises in a sector.
    public func arises(in sector: SectorID) -> Bool { sectors?.contains(sector) ?? true }
}
