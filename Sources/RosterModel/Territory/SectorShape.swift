/// Outline of a sector: polygons of rings of (longitude, latitude) in WGS84 degrees.
public struct SectorShape: Sendable {
    /// A point on the globe.
    public struct Point: Hashable, Sendable {
        /// Degrees east.
        public let longitude: Double
        /// Degrees north.
        public let latitude: Double

        /// Describes a point.
        public init(longitude: Double, latitude: Double) {
            self.longitude = longitude
            self.latitude = latitude
        }
    }

    /// Polygons, each a list of closed rings; the first ring is the outer one, the others are holes.
    public let polygons: [[[Point]]]

    /// Wraps polygons.
    public init(polygons: [[[Point]]]) { self.polygons = polygons }
}
