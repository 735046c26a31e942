/// A part of the town in which presence is counted.
public struct Sector: Sendable {
    /// Name of the sector in files.
    public let id: String
    /// Name shown to people.
    public let name: String
    /// Sectors next to this one.
    public let neighbours: [SectorID]
    /// Outline from GeoJSON, if given.
    public let shape: SectorShape?

    /// Describes a sector.
    public init(id: String, name: String, neighbours: [SectorID] = [], shape: SectorShape? = nil) {
        self.id = id
        self.name = name
        self.neighbours = neighbours
        self.shape = shape
    }
}
