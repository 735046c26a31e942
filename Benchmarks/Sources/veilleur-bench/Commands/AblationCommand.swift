import ArgumentParser
import Foundation
import RosterEngine

/// What each technique brings: plans with everything on and with one technique off at a time.
///
/// By default the two sides run apart, the search for a number of moves and the bound for a number of passes, so that the
/// figures do not depend on what else the machine does. With a time limit each run is a whole plan.
struct AblationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ablation", abstract: "Plans with everything on and with each technique off, and prints a table.")

    @Option(help: "Moves of each search.")
    var work = 20_000_000

    @Option(help: "Most passes of each bound.")
    var passes = 600

    @Option(help: "Seconds of each run, which is then a whole plan, instead of moves and passes.")
    var timeLimit: Double?

    @Option(help: "Threads.")
    var threads = 1

    @Option(help: "Seeds of the search, with commas between; a bound depends on none.")
    var seeds = "1,2,3"

    @Option(help: "Towns, with commas between.")
    var only = "petite-ville,ville-moyenne,paris-18e"

    @Option(help: "Techniques to switch off one at a time; all by default.")
    var without: [Technique] = []

    @Option(help: "Sides to measure.")
    var side: [Technique.Side] = Technique.Side.allCases

    @Option(help: "Folder of the shipped scenarios.")
    var scenarios = "Scenarios"

    @Option(help: "File of JSON lines to add the runs to.")
    var results = "Benchmarks/results/runs.jsonl"

    func run() throws {
        let seeds = try SeedList(seeds).seeds
        let techniques = without.isEmpty ? Technique.allCases : without
        let limit = timeLimit.map { "\($0) s" } ?? "\(work) moves, \(passes) passes"
        print("\(Machine.name); commit \(Machine.commit); \(limit), \(threads) threads, seeds \(self.seeds)\n")
        print(
            """
            | town | without | objective | bound | late bound | points | more points | ± | CPU s |
            |---|---|--:|--:|--:|--:|--:|--:|--:|
            """)
        try TownFolders.withTemporaryFolder { temporary in
            for name in try TownFolders.names(only: only) {
                let folder = try TownFolders(scenarios: scenarios).folder(of: name, temporary: temporary)
                let town = Town(name: name, folder: folder)
                if timeLimit == nil {
                    try measureApart(town, seeds: seeds, techniques: techniques)
                } else {
                    let whole = try mean(town, sides: Technique.Side.allCases, without: nil, seeds: seeds)
                    show(town, "nothing", whole, against: whole)
                    for technique in techniques where side.contains(technique.side) {
                        let figures = try mean(
                            town, sides: Technique.Side.allCases, without: technique, seeds: seeds)
                        show(town, technique.rawValue, figures, against: whole)
                    }
                }
            }
        }
    }

    private struct Town {
        let name: String
        let folder: String
    }

    /// Figures of some runs, each the mean.
    private struct Figures {
        var objective: Double?
        var bound: Double?
        var lateBound: Double?
        var demand: Double
        /// Standard error of the objective over the seeds; nil for fewer than two of them.
        var error: Double?
        var cpuSeconds: Double

        var points: Double? {
            guard let objective, let bound else { return nil }
            return 100 * (objective - bound) / demand
        }
    }

    /// The bound needs no seed and the search no bound, so each side is measured against the whole other one.
    private func measureApart(_ town: Town, seeds: [UInt64], techniques: [Technique]) throws {
        let bound = try mean(town, sides: [.bound], without: nil, seeds: [1])
        let search = side.contains(.search) ? try mean(town, sides: [.search], without: nil, seeds: seeds) : nil
        var whole = bound
        whole.objective = search?.objective
        whole.error = search?.error
        whole.cpuSeconds += search?.cpuSeconds ?? 0
        show(town, "nothing", whole, against: whole)
        for technique in techniques where side.contains(technique.side) && technique.actsUnderWork {
            var figures = try mean(
                town, sides: [technique.side], without: technique, seeds: technique.side == .bound ? [1] : seeds)
            switch technique.side {
            case .bound:
                figures.objective = whole.objective
                figures.cpuSeconds += search?.cpuSeconds ?? 0
            case .search:
                figures.bound = whole.bound
                figures.lateBound = whole.lateBound
                figures.cpuSeconds += bound.cpuSeconds
            }
            show(town, technique.rawValue, figures, against: whole)
        }
    }

    private func mean(_ town: Town, sides: [Technique.Side], without: Technique?, seeds: [UInt64]) throws -> Figures {
        let records = try seeds.map { seed in
            var run = AloneRun(town: town.name, folder: town.folder)
            run.threads = threads
            run.seed = seed
            run.sides = sides
            run.switchedOff = without.map { [$0] } ?? []
            if let timeLimit {
                run.timeLimit = timeLimit
            } else {
                run.work = sides == [.bound] ? PlanParameters.work(ofPasses: passes) : work
            }
            return try run.record(in: ResultsFile(path: results), command: "ablation")
        }
        func mean(_ value: (RunRecord) -> Double) -> Double {
            records.reduce(0) { $0 + value($1) } / Double(records.count)
        }
        let middle = mean { Double($0.objective) }
        let spread = records.reduce(0) { $0 + (Double($1.objective) - middle) * (Double($1.objective) - middle) }
        let error = records.count < 2 ? nil : (spread / Double(records.count * (records.count - 1))).squareRoot()
        return Figures(
            objective: sides.contains(.search) ? mean { Double($0.objective) } : nil,
            bound: sides.contains(.bound) ? mean { Double($0.dualBound) } : nil,
            lateBound: sides.contains(.bound) ? mean { Double($0.lateBound) } : nil,
            demand: max(1, mean { Double($0.weightedDemand) }), error: sides.contains(.search) ? error : nil,
            cpuSeconds: mean(\.cpuSeconds))
    }

    private func show(_ town: Town, _ name: String, _ figures: Figures, against whole: Figures) {
        func text(_ value: Double?, _ places: Int, sign: String = "") -> String {
            value.map { String(format: "%\(sign).\(places)f", $0) } ?? "–"
        }
        // Without a search the loss of bound alone is told.
        let objective = figures.objective ?? 0
        let more = figures.bound.flatMap { bound in
            whole.bound.map { 100 * (objective - bound - ((whole.objective ?? 0) - $0)) / figures.demand }
        }
        // Of the difference of two means; a bound is the same in every run limited by work.
        let error = figures.error.flatMap { mine in
            whole.error.map { 100 * (name == "nothing" ? mine : (mine * mine + $0 * $0).squareRoot()) / figures.demand }
        }
        let cells = [
            town.name, name, text(figures.objective, 0), text(figures.bound, 0), text(figures.lateBound, 0),
            text(figures.points, 3), name == "nothing" ? "" : text(more, 3, sign: "+"), text(error, 3),
            text(figures.cpuSeconds, 1),
        ]
        print("| " + cells.joined(separator: " | ") + " |")
        fflush(nil)
    }
}
