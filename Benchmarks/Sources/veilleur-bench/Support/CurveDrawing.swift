import Foundation

/// Step curves over a logarithmic axis of seconds.
struct CurveDrawing {
    /// One run.
    struct Curve {
        let name: String
        let points: [(seconds: Double, points: Double)]
    }

    let title: String
    let curves: [Curve]
    let top: Double
    let seconds: Double

    private static let colours = ["#1b5e91", "#b3541e", "#2e7d4f", "#7b3f8c", "#8a6d00", "#444444"]
    private static let first = 0.1
    private let left = 60.0
    private let right = 700.0
    private let upper = 40.0
    private let lower = 360.0

    private func x(_ seconds: Double) -> Double {
        let share = log(max(seconds, Self.first) / Self.first) / log(max(self.seconds, 1) / Self.first)
        return left + min(1, share) * (right - left)
    }

    private func y(_ points: Double) -> Double { lower - min(points, top) / top * (lower - upper) }

    private func number(_ value: Double) -> String { String(format: "%.1f", value) }

    /// The drawing.
    var svg: String {
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 420\" font-family=\"sans-serif\" font-size=\"13\">",
            "<rect width=\"860\" height=\"420\" fill=\"white\"/>",
            "<text x=\"\(number(left))\" y=\"22\">Points of demand between roster and bound; \(title)</text>",
        ]
        for step in 0...4 {
            let value = top * Double(step) / 4
            parts.append(
                "<path d=\"M\(number(left)) \(number(y(value)))H\(number(right))\" stroke=\"#dddddd\"/>"
                    + "<text x=\"\(number(left - 8))\" y=\"\(number(y(value) + 4))\" text-anchor=\"end\">\(number(value))</text>"
            )
        }
        var tick = Self.first
        while tick <= seconds * 1.001 {
            parts.append(
                "<path d=\"M\(number(x(tick))) \(number(upper))V\(number(lower))\" stroke=\"#eeeeee\"/>"
                    + "<text x=\"\(number(x(tick)))\" y=\"\(number(lower + 18))\" text-anchor=\"middle\">"
                    + "\(tick < 1 ? "0.1" : String(Int(tick.rounded())))</text>")
            tick *= 10
        }
        let middle = number((left + right) / 2)
        parts.append("<text x=\"\(middle)\" y=\"\(number(lower + 40))\" text-anchor=\"middle\">seconds</text>")
        for (index, curve) in curves.enumerated() {
            let colour = Self.colours[index % Self.colours.count]
            var path = ""
            for (seconds, points) in curve.points {
                path +=
                    path.isEmpty
                    ? "M\(number(x(seconds))) \(number(y(points)))" : "H\(number(x(seconds)))V\(number(y(points)))"
            }
            parts.append("<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"/>")
            let last = String(format: "%.2f", curve.points.last?.points ?? 0)
            parts.append(
                "<text x=\"\(number(right + 8))\" y=\"\(number(upper + 16 + 20 * Double(index)))\" fill=\"\(colour)\">"
                    + "\(curve.name) \(last)</text>")
        }
        return (parts + ["</svg>"]).joined(separator: "\n") + "\n"
    }
}
