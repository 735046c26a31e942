import RosterModel
import RosterReport
import Testing

@Suite struct MapOutlinesTests {
    private func sector(_ id: String, _ rings: [[(Double, Double)]]) -> Sector {
        Sector(
            id: id, name: id,
            shape: SectorShape(polygons: [
                rings.map { $0.map { SectorShape.Point(longitude: $0.0, latitude: $0.1) } }
            ]))
    }

    @Test func `without outlines there is no map`() {
        #expect(MapOutlines(sectors: [Sector(id: "a", name: "a")]) == nil)
        #expect(MapOutlines(sectors: []) == nil)
    }

    @Test func `north is up and shapes keep their proportions`() throws {
        // Two squares of 0.01° on the equator, side by side: 980 wide, 490 high, 10 of margin.
        let map = try #require(
            MapOutlines(sectors: [
                sector("west", [[(0, 0), (0.01, 0), (0.01, 0.01), (0, 0.01), (0, 0)]]),
                sector("east", [[(0.01, 0), (0.02, 0), (0.02, 0.01), (0.01, 0.01), (0.01, 0)]]),
            ]))
        #expect(map.height == 510)
        #expect(map.outlines[0].path == "M10 500l490 0l0 -490l-490 0z")
        #expect(map.outlines[1].centre == (745, 255))
    }

    @Test func `points on a straight line are left out, holes stay`() throws {
        let edge = (0...50).map { (Double($0) / 1000, 0.0) }
        let outer = edge + [(0.05, 0.05), (0.0, 0.05), (0.0, 0.0)]
        let hole = [(0.02, 0.02), (0.03, 0.02), (0.03, 0.03), (0.02, 0.03), (0.02, 0.02)]
        let map = try #require(MapOutlines(sectors: [sector("a", [outer, hole])]))
        #expect(map.outlines[0].path.split(separator: "M").count == 2)
        #expect(map.outlines[0].path.count { $0 == "l" } == 6)
    }
}
