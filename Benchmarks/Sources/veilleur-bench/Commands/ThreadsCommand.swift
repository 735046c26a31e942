import ArgumentParser
import Foundation

/// Seconds to the same points with one thread and with two.
struct ThreadsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "threads", abstract: "Compares the seconds to the same points with one thread and with two.")

    @Option(help: "Towns, with commas between.")
    var only = "ville-moyenne,paris-18e"

    @Option(help: "Points of demand between roster and bound to reach.")
    var points = 1.0

    @Option(help: "Seeds, with commas between.")
    var seeds = "1,2,3"

    @Option(help: "Seconds after which a run gives up.")
    var timeLimit = 300.0

    @Option(help: "Folder of the shipped scenarios.")
    var scenarios = "Scenarios"

    func run() throws {
        print("\(Machine.name); commit \(Machine.commit); seconds to \(points) points, at most \(timeLimit)\n")
        print("| town | seed | 1 thread, s | 2 threads, s | ratio |")
        print("|---|--:|--:|--:|--:|")
        let seeds = try SeedList(seeds).seeds
        try TownFolders.withTemporaryFolder { temporary in
            for name in try TownFolders.names(only: only) {
                let folder = try TownFolders(scenarios: scenarios).folder(of: name, temporary: temporary)
                var ratios: [Double] = []
                for seed in seeds {
                    let times = try [1, 2].map { threads in
                        try PlanTrace(
                            folder: folder, timeLimit: timeLimit, threads: threads, seed: seed, target: points
                        ).seconds(to: points)
                    }
                    var ratio = "–"
                    if let one = times[0], let two = times[1] {
                        ratios.append(two / one)
                        ratio = String(format: "%.2f", two / one)
                    }
                    let cells = times.map { $0.map { String(format: "%.1f", $0) } ?? "not reached" }
                    print("| \(name) | \(seed) | \(cells[0]) | \(cells[1]) | \(ratio) |")
                    fflush(nil)
                }
                guard !ratios.isEmpty else { continue }
                let mean = exp(ratios.reduce(0) { $0 + log($1) } / Double(ratios.count))
                print("| \(name) | geometric mean of \(ratios.count) | | | \(String(format: "%.2f", mean)) |")
            }
        }
    }
}
