import Foundation
import RosterModel

/// Outlines of sectors from `sectors.geojson`.
///
/// - Source: RFC 7946.
extension ScenarioReader {
    private struct Collection: Decodable {
        let type: String
        let features: [Feature]
    }

    private struct Feature: Decodable {
        let id: Key?
        let properties: Properties?
        let geometry: Geometry?
    }

    private struct Properties: Decodable {
        let id: Key?
    }

    /// An id written as text or number.
    private struct Key: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                text = String(number)
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    private struct Geometry: Decodable {
        let type: String
        /// Nil for a type that is no polygon.
        let polygons: [[[[Double]]]]?

        private enum Keys: CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Keys.self)
            type = try container.decode(String.self, forKey: .type)
            switch type {
            case "Polygon": polygons = [try container.decode([[[Double]]].self, forKey: .coordinates)]
            case "MultiPolygon": polygons = try container.decode([[[[Double]]]].self, forKey: .coordinates)
            default: polygons = nil
            }
        }
    }

    mutating func readShapes() {
        let file = "sectors.geojson"
        guard let bytes = files.contents[file], let text = CSVTable.text(bytes, file: file, log: log) else { return }
        let collection: Collection
        do {
            collection = try JSONDecoder().decode(Collection.self, from: Data(text.utf8))
        } catch {
            log.fault(
                Place(file: file, field: CodingPath.text(of: error)),
                Wording("le fichier n'est pas du GeoJSON lisible", "the file is not readable GeoJSON"),
                expected: Wording("un FeatureCollection (RFC 7946)", "a FeatureCollection (RFC 7946)"),
                hint: Wording("exportez à nouveau les secteurs en GeoJSON", "export the sectors as GeoJSON again"))
            return
        }
        guard collection.type == "FeatureCollection" else {
            log.fault(
                Place(file: file, field: "type"), value: collection.type,
                Wording(
                    "« \(collection.type) » n'est pas une collection de secteurs",
                    "\"\(collection.type)\" is no collection of sectors"),
                expected: Wording("FeatureCollection", "FeatureCollection"),
                hint: Wording("exportez tous les secteurs ensemble", "export all sectors together"))
            return
        }
        var foreign: [String] = []
        for (index, feature) in collection.features.enumerated() {
            guard let id = (feature.properties?.id ?? feature.id)?.text else {
                log.fault(
                    Place(file: file, field: "features[\(index)].properties.id"),
                    Wording("l'identifiant du secteur manque", "the id of the sector is missing"),
                    expected: Noun.sector.expected,
                    hint: Wording("ajoutez la propriété id", "add the property id"))
                continue
            }
            guard let position = sectors.position(of: id) else {
                if sectors.isComplete { foreign.append(id) }
                continue
            }
            guard let shape = readShape(feature.geometry, field: "features[\(index)].geometry") else { continue }
            if shapes.updateValue(shape, forKey: SectorID(position)) != nil {
                log.fault(
                    Place(file: file, field: "features[\(index)]"), value: id, Noun.sector.duplicate(id),
                    expected: Wording("un contour par secteur", "one outline for each sector"),
                    hint: Wording("réunissez-les en un MultiPolygon", "join them in a MultiPolygon"))
            }
        }
        if let first = foreign.first {
            log.warn(
                Place(file: file, field: "features"), value: first,
                Wording(
                    "\(foreign.count) contours ne sont d'aucun secteur du scénario : \(foreign.prefix(5).joined(separator: ", "))",
                    "\(foreign.count) outlines belong to no sector of the scenario: \(foreign.prefix(5).joined(separator: ", "))"
                ),
                expected: Noun.sector.expected, hint: Suggestion.hint(for: first, in: sectors.ids))
        }
    }

    private func readShape(_ geometry: Geometry?, field: String) -> SectorShape? {
        func fault(_ value: String, _ message: Wording, _ expected: Wording, _ hint: Wording) -> SectorShape? {
            log.fault(
                Place(file: "sectors.geojson", field: field), value: value, message, expected: expected, hint: hint)
            return nil
        }
        guard let polygons = geometry?.polygons else {
            return fault(
                geometry?.type ?? "",
                Wording("le contour n'est pas un polygone", "the outline is no polygon"),
                Wording("Polygon ou MultiPolygon", "Polygon or MultiPolygon"),
                Wording("exportez des surfaces, pas des points ni des lignes", "export areas, not points or lines"))
        }
        for ring in polygons.joined() {
            guard ring.count >= 4, ring.first == ring.last, ring.allSatisfy({ $0.count >= 2 }) else {
                return fault(
                    "",
                    Wording(
                        "un anneau n'est pas fermé ou a moins de quatre points",
                        "a ring is not closed or has fewer than four points"),
                    Wording(
                        "au moins quatre points, le dernier égal au premier",
                        "at least four points, the last equal to the first"),
                    Wording("exportez à nouveau le contour", "export the outline again"))
            }
            if let point = ring.first(where: { abs($0[0]) > 180 || abs($0[1]) > 90 }) {
                return fault(
                    "\(point[0]), \(point[1])",
                    Wording("les coordonnées ne sont pas des degrés", "the coordinates are not degrees"),
                    Wording("longitude et latitude WGS84", "WGS84 longitude and latitude"),
                    Wording(
                        "reprojetez le fichier (souvent Lambert-93) en WGS84",
                        "reproject the file (often Lambert-93) to WGS84"))
            }
        }
        return SectorShape(
            polygons: polygons.map { $0.map { $0.map { SectorShape.Point(longitude: $0[0], latitude: $0[1]) } } })
    }
}
