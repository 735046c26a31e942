import ArgumentParser
import Foundation

/// Points against seconds, as an SVG file.
struct CurveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curve", abstract: "Draws coverGapPoints, roster and bound against seconds.")

    @OptionGroup var limits: RunOptions

    @Option(help: "Towns, with commas between.")
    var only = "petite-ville,ville-moyenne,paris-18e"

    @Option(help: "Folder of the shipped scenarios.")
    var scenarios = "Scenarios"

    @Option(help: "SVG file to write.")
    var output = "Benchmarks/results/curve.svg"

    @Option(help: "Largest value of the vertical axis, in points.")
    var top = 8.0

    func run() throws {
        var curves: [CurveDrawing.Curve] = []
        try TownFolders.withTemporaryFolder { temporary in
            for name in try TownFolders.names(only: only) {
                let folder = try TownFolders(scenarios: scenarios).folder(of: name, temporary: temporary)
                let trace = try PlanTrace(
                    folder: folder, timeLimit: limits.timeLimit, threads: limits.threads, seed: limits.seed)
                for moment in trace.moments {
                    let points = moment.points(of: trace.demand).map { String(format: "%.4f", $0) } ?? "–"
                    let bounds = [moment.roster, moment.bound].map { $0.map(String.init) ?? "–" }
                    print(name, String(format: "%.3f", moment.seconds), bounds[0], bounds[1], points)
                }
                fflush(nil)
                curves.append(CurveDrawing.Curve(name: name, trace: trace))
            }
        }
        let title = "\(limits.threads) threads, seed \(limits.seed), commit \(Machine.commit), \(Machine.name)"
        let drawing = CurveDrawing(title: title, curves: curves, top: top, seconds: limits.timeLimit)
        let url = URL(fileURLWithPath: output)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(drawing.svg.utf8).write(to: url)
        print(output)
    }
}
