/// Teams needed in a sector, slot by slot, and the kinds that count.
public struct CoverRequirement: Sendable {
    /// Name of the requirement in files.
    public let id: String
    /// Sector.
    public let sector: SectorID
    /// Kinds of teams that count for it.
    public let kinds: [TeamKindID]
    /// Weight, 0...1000.
    public let weight: Int
    /// Teams needed per slot of the horizon.
    public let teams: [UInt8]
    /// Points of one missing team per slot of the horizon: minutes × hour weight in hundredths × requirement weight.
    public let pointsPerTeam: [Int32]

    /// Describes a requirement; both arrays have one entry per slot.
    public init(
        id: String, sector: SectorID, kinds: [TeamKindID], weight: Int, teams: [UInt8], pointsPerTeam: [Int32]
    ) {
        self.id = id
        self.sector = sector
        self.kinds = kinds
        self.weight = weight
        self.teams = teams
        self.pointsPerTeam = pointsPerTeam
    }
}
