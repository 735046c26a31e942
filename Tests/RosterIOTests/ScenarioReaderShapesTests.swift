import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderShapesTests {
    private func feature(_ id: String, _ geometry: String) -> String {
        "{\"type\": \"Feature\", \"properties\": {\"id\": \(id)}, \"geometry\": \(geometry)}"
    }
    private let square = "{\"type\": \"Polygon\", \"coordinates\": [[[4, 45], [5, 45], [5, 46], [4, 46], [4, 45]]]}"

    private func collection(_ features: String...) -> [String: String] {
        ["sectors.geojson": "{\"type\": \"FeatureCollection\", \"features\": [\(features.joined(separator: ","))]}"]
    }

    @Test func outlinesBelongToSectors() throws {
        let multi = "{\"type\": \"MultiPolygon\", \"coordinates\": [[[[4, 45], [5, 45], [5, 46.5], [4, 45]]]]}"
        let sectors = try Example.read(collection(feature("\"centre\"", square), feature("\"tilleuls\"", multi)))
            .scenario.sectors
        #expect(sectors[1].shape?.polygons.map { $0.map(\.count) } == [[5]])
        #expect(sectors[0].shape?.polygons[0][0][2] == SectorShape.Point(longitude: 5, latitude: 46.5))
    }

    @Test func outlinesOfOtherPlacesAreSaidOnce() throws {
        let (_, warnings) = try Example.read(collection(feature("12", square), feature("13", square)))
        #expect(warnings.map(\.value) == ["12"])
    }

    @Test(
        arguments: [
            ("\"centre\"", "{\"type\": \"Point\", \"coordinates\": [4, 45]}", "features[0].geometry"),
            (
                "\"centre\"", "{\"type\": \"Polygon\", \"coordinates\": [[[4, 45], [5, 45], [5, 46], [4, 46]]]}",
                "features[0].geometry"
            ),
            (
                "\"centre\"",
                "{\"type\": \"Polygon\", \"coordinates\": [[[842000, 6519000], [842100, 6519000], [842000, 6519100], [842000, 6519000]]]}",
                "features[0].geometry"
            ),
            ("null", "null", "features[0].properties.id"),
            ("\"centre\"", "{\"type\": \"Polygon\", \"coordinates\": 4}", "features[0].geometry.coordinates"),
        ])
    func damagedOutlinesAreFaults(id: String, geometry: String, field: String) {
        let issues = Example.issues(collection(feature(id, geometry)))
        #expect(issues.map(\.field) == [field])
        #expect(issues.map(\.severity) == [.error])
    }
}
