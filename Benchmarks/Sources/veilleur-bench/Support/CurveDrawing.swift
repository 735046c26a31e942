import Foundation

/// Step curves over a logarithmic axis of seconds, readable on light and dark pages.
///
/// The upper panel shows the points of demand between roster and bound; the lower one where each of the two stands, counted
/// from the last bound of the run.
struct CurveDrawing {
    /// One run.
    struct Curve {
        let name: String
        let trace: PlanTrace
    }

    let title: String
    let curves: [Curve]
    /// Largest value of the vertical axes, in points.
    let top: Double
    let seconds: Double

    private static let first = 0.1
    private static let left = 52.0
    private static let right = 640.0
    private static let light = ["#0b5fa5", "#b3470b", "#1b7a43", "#7b3f8c", "#7d6200", "#57606a"]
    private static let dark = ["#6cb6ff", "#f0883e", "#57c785", "#d2a8ff", "#e3c04a", "#b1bac4"]

    /// A part of the drawing with a vertical axis of its own.
    private struct Panel {
        let upper: Double
        let lower: Double
        let least: Double
        let most: Double

        func y(_ value: Double) -> Double { lower - (value - least) / (most - least) * (lower - upper) }
    }

    private var gaps: Panel { Panel(upper: 56, lower: 286, least: 0, most: top) }
    private var sides: Panel { Panel(upper: 336, lower: 566, least: -top / 2, most: top / 2) }

    private func x(_ seconds: Double) -> Double {
        let share = log(max(seconds, Self.first) / Self.first) / log(max(self.seconds, 1) / Self.first)
        return Self.left + min(1, share) * (Self.right - Self.left)
    }

    private func number(_ value: Double) -> String { String(format: "%.1f", value) }

    private var style: String {
        func rules(_ colours: [String]) -> String {
            colours.enumerated().map { ".c\($0){stroke:\($1)}.t\($0){fill:\($1)}" }.joined()
        }
        return "<style>.paper{fill:#ffffff}text{fill:#1f2328}.grid{stroke:#d8dee4}.axis{stroke:#57606a}"
            + "path{fill:none}.curve{stroke-width:2}.bound{stroke-dasharray:5 3}" + rules(Self.light)
            + "@media (prefers-color-scheme:dark){.paper{fill:#0d1117}text{fill:#e6edf3}.grid{stroke:#30363d}"
            + ".axis{stroke:#8b949e}" + rules(Self.dark) + "}</style>"
    }

    private func text(_ x: Double, _ y: Double, _ text: String, anchor: String = "start", kind: String = "") -> String {
        "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\" class=\"\(kind)\">\(text)</text>"
    }

    /// Title, grid and scale of a panel.
    private func frame(_ panel: Panel, _ title: String) -> [String] {
        var parts = [text(Self.left, panel.upper - 10, title)]
        for step in 0...4 {
            let value = panel.least + (panel.most - panel.least) * Double(step) / 4
            let y = number(panel.y(value))
            parts.append("<path d=\"M\(number(Self.left)) \(y)H\(number(Self.right))\" class=\"grid\"/>")
            parts.append(text(Self.left - 6, panel.y(value) + 4, number(value), anchor: "end"))
        }
        let ticks = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000].filter { $0 < seconds * 0.75 } + [seconds]
        for tick in ticks {
            let line = "M\(number(x(tick))) \(number(panel.upper))V\(number(panel.lower))"
            parts.append("<path d=\"\(line)\" class=\"grid\"/>")
            parts.append(text(x(tick), panel.lower + 17, tick < 1 ? number(tick) : "\(Int(tick)) s", anchor: "middle"))
        }
        parts.append(
            "<path d=\"M\(number(Self.left)) \(number(panel.y(max(0, panel.least))))H\(number(Self.right))\" class=\"axis\"/>"
        )
        return parts
    }

    /// A step curve of those moments that have a value.
    private func path(_ curve: Curve, _ panel: Panel, _ value: (PlanTrace.Moment) -> Double?) -> String {
        var path = ""
        for moment in curve.trace.moments {
            guard let value = value(moment) else { continue }
            // Far beyond the panel is cut away; huge numbers are of no use in a file.
            let y = number(panel.y(max(panel.least - top, min(panel.most + top, value))))
            path += path.isEmpty ? "M\(number(x(moment.seconds))) \(y)" : "H\(number(x(moment.seconds)))V\(y)"
        }
        return path
    }

    private func clip(_ name: String, _ panel: Panel) -> String {
        "<clipPath id=\"\(name)\"><rect x=\"\(number(Self.left))\" y=\"\(number(panel.upper - 2))\" "
            + "width=\"\(number(Self.right - Self.left + 4))\" height=\"\(number(panel.lower - panel.upper + 4))\"/></clipPath>"
    }

    /// The drawing.
    var svg: String {
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 620\" font-family=\"sans-serif\" font-size=\"13\">",
            style, "<defs>\(clip("gaps", gaps))\(clip("sides", sides))</defs>",
            "<rect width=\"860\" height=\"620\" class=\"paper\"/>", text(Self.left, 22, title),
        ]
        parts += frame(gaps, "Points of demand between roster and bound")
        parts += frame(sides, "Roster (whole line) and bound (dashed), in points from the last bound")
        for (index, curve) in curves.enumerated() {
            let colour = index % Self.light.count
            let demand = curve.trace.demand
            let last = curve.trace.moments.last?.bound ?? 0
            func height(_ value: Int?) -> Double? { value.map { 100 * Double($0 - last) / Double(demand) } }
            let lines = [
                ("gaps", "", path(curve, gaps) { $0.points(of: demand) }),
                ("sides", "", path(curve, sides) { height($0.roster) }),
                ("sides", " bound", path(curve, sides) { height($0.bound) }),
            ]
            for (panel, kind, line) in lines where !line.isEmpty {
                parts.append("<path d=\"\(line)\" class=\"curve c\(colour)\(kind)\" clip-path=\"url(#\(panel))\"/>")
            }
            let points = curve.trace.moments.last?.points(of: demand) ?? 0
            let y = gaps.upper + 16 + 22 * Double(index)
            let swatch = "M\(number(Self.right + 18)) \(number(y - 4))h18"
            parts.append("<path d=\"\(swatch)\" class=\"curve c\(colour)\"/>")
            parts.append(
                text(Self.right + 42, y, "\(curve.name) \(String(format: "%.2f", points))", kind: "t\(colour)"))
        }
        parts.append(text((Self.left + Self.right) / 2, sides.lower + 38, "seconds, logarithmic", anchor: "middle"))
        return (parts + ["</svg>"]).joined(separator: "\n") + "\n"
    }
}
