package import RosterModel

/// Outlines of sectors as SVG paths on one sheet.
///
/// Degrees are projected on a plane with the scale of the middle latitude, as true as a town needs; points nearer than a
/// unit of the sheet to the line through their neighbours are left out, so that detailed outlines do not swell the page.
package struct MapOutlines: Sendable {
    /// Outline of one sector.
    package struct Outline: Sendable {
        /// Sector.
        package let sector: SectorID
        /// SVG path, holes by the even-odd rule.
        package let path: String
        /// Middle of the largest polygon, for a label.
        package let centre: (x: Int, y: Int)
    }

    /// Width of the sheet.
    package static let width = 1000
    /// Height of the sheet.
    package let height: Int
    /// Outlines of the sectors that have one.
    package let outlines: [Outline]

    /// Draws the sectors; nil when none has an outline.
    package init?(sectors: [Sector]) {
        let points = sectors.compactMap(\.shape).flatMap { $0.polygons.flatMap { $0.flatMap { $0 } } }
        guard let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max(),
            let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max()
        else { return nil }
        let shrink = Self.cosine(ofDegrees: (south + north) / 2)
        let scale = Double(Self.width - 20) / max(1e-9, max((east - west) * shrink, (north - south) * 0.6))
        let left = (Double(Self.width) - (east - west) * shrink * scale) / 2
        height = Int(((north - south) * scale).rounded()) + 20
        func place(_ point: SectorShape.Point) -> Spot {
            Spot(
                x: Int((left + (point.longitude - west) * shrink * scale).rounded()),
                y: Int((10 + (north - point.latitude) * scale).rounded()))
        }
        outlines = sectors.enumerated().compactMap { index, sector in
            guard let shape = sector.shape else { return nil }
            var path = ""
            var largest: (area: Int, centre: (Int, Int)) = (-1, (0, 0))
            for rings in shape.polygons {
                for (position, ring) in rings.enumerated() {
                    let spots = Self.simplified(ring.map(place))
                    guard spots.count > 2 else { continue }
                    path += "M\(spots[0].x) \(spots[0].y)"
                    for (before, spot) in zip(spots, spots.dropFirst()) {
                        path += "l\(spot.x - before.x) \(spot.y - before.y)"
                    }
                    path += "z"
                    let (area, centre) = Self.centre(of: spots)
                    if position == 0, area > largest.area { largest = (area, centre) }
                }
            }
            guard !path.isEmpty else { return nil }
            return Outline(sector: SectorID(index), path: path, centre: largest.centre)
        }
        if outlines.isEmpty { return nil }
    }

    private struct Spot: Hashable {
        let x: Int
        let y: Int
    }

    /// Cosine by its series, exact enough for a scale.
    private static func cosine(ofDegrees degrees: Double) -> Double {
        let square = (degrees * .pi / 180) * (degrees * .pi / 180)
        return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
    }

    /// The ring without its closing point and without points that the eye does not miss.
    ///
    /// - Source: Douglas and Peucker 1973, doi:10.3138/FM57-6770-U75U-7727.
    private static func simplified(_ ring: [Spot]) -> [Spot] {
        var spots = ring.reduce(into: [Spot]()) { if $0.last != $1 { $0.append($1) } }
        if spots.count > 1, spots.first == spots.last { spots.removeLast() }
        guard spots.count > 4 else { return spots }
        // A ring has no ends: cut it at its first point and at the one farthest from it.
        let far =
            spots.indices.max { distance(spots[0], spots[$0]) < distance(spots[0], spots[$1]) } ?? spots.count / 2
        var keeps = Array(repeating: false, count: spots.count + 1)
        keeps[0] = true
        keeps[far] = true
        let closed = spots + [spots[0]]
        var open = [(0, far), (far, spots.count)]
        while let (first, last) = open.popLast() {
            guard last > first + 1 else { continue }
            var worst = (distance: 1.0, index: -1)
            for index in first + 1..<last {
                let off = offset(closed[index], from: closed[first], to: closed[last])
                if off > worst.distance { worst = (off, index) }
            }
            if worst.index > 0 {
                keeps[worst.index] = true
                open += [(first, worst.index), (worst.index, last)]
            }
        }
        return spots.indices.filter { keeps[$0] }.map { spots[$0] }
    }

    private static func distance(_ one: Spot, _ other: Spot) -> Int {
        (one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)
    }

    /// Distance of a point from the line through two others.
    private static func offset(_ spot: Spot, from start: Spot, to end: Spot) -> Double {
        let length = Double(distance(start, end)).squareRoot()
        guard length > 0 else { return Double(distance(start, spot)).squareRoot() }
        let cross = (end.x - start.x) * (spot.y - start.y) - (end.y - start.y) * (spot.x - start.x)
        return Double(cross.magnitude) / length
    }

    /// Twice the area of a ring, and its centre of gravity.
    private static func centre(of spots: [Spot]) -> (area: Int, centre: (Int, Int)) {
        var (area, x, y) = (0, 0, 0)
        for (one, other) in zip(spots, spots.dropFirst() + spots.prefix(1)) {
            let cross = one.x * other.y - other.x * one.y
            area += cross
            x += (one.x + other.x) * cross
            y += (one.y + other.y) * cross
        }
        guard area != 0 else { return (0, (spots[0].x, spots[0].y)) }
        return (Int(area.magnitude), (x / (3 * area), y / (3 * area)))
    }
}
