import ArgumentParser
import Foundation
import GLPKSolver
import RosterEngine
import RosterIO
import RosterModel
import Synchronization

/// Points against seconds, as an SVG file.
struct CurveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curve", abstract: "Draws coverGapPoints against seconds.")

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
                curves.append(try curve(name, folder: folder))
            }
        }
        let title = "\(limits.threads) threads, seed \(limits.seed), commit \(Machine.commit), \(Machine.name)"
        let drawing = CurveDrawing(title: title, curves: curves, top: top, seconds: limits.timeLimit)
        let url = URL(fileURLWithPath: output)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(drawing.svg.utf8).write(to: url)
        print(output)
    }

    private func curve(_ name: String, folder: String) throws -> CurveDrawing.Curve {
        let watch = Stopwatch()
        let (scenario, _) = try ScenarioReader.read(folder: folder, language: .english)
        let parameters = PlanParameters(timeLimit: limits.timeLimit, threads: limits.threads, seed: limits.seed)
        let points = Mutex<[(seconds: Double, points: Double)]>([])
        let result = try Planner(scenario, parameters: parameters, solver: GLPKSolver()).plan(
            clock: { watch.seconds },
            onProgress: { now in
                guard let primal = now.primalBound, let dual = now.dualBound, now.weightedDemand > 0 else { return }
                let gap = 100 * Double(primal - dual) / Double(now.weightedDemand)
                points.withLock { list in
                    if list.last?.points != gap { list.append((now.seconds, gap)) }
                }
            })
        var list = points.withLock { $0 }.sorted { $0.seconds < $1.seconds }
        let demand = max(1, scenario.weightedDemand)
        let last = 100 * Double(result.levels.points - result.bound(.points)) / Double(demand)
        list.append((watch.seconds, last))
        for (seconds, points) in list { print(name, String(format: "%.3f %.4f", seconds, points)) }
        return CurveDrawing.Curve(name: name, points: list)
    }
}
