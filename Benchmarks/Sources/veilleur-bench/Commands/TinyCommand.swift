import ArgumentParser
import Foundation
import GLPKSolver
import RosterCheck
import RosterEngine
import RosterIO
import RosterModel
import TestSupport

/// The engine on random tiny towns, against all lawful rosters.
struct TinyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tiny", abstract: "Compares the engine with brute force on random tiny towns.")

    @OptionGroup var limits: RunOptions

    @Option(help: "Number of towns.")
    var count: UInt64 = 120

    @Option(help: "Seed of the first town; the others follow.")
    var first: UInt64 = 1

    @Flag(help: "With the further rules of work, given work, contracts and constituted teams.")
    var furtherRules = false

    @Option(help: "Folder to write each model and truth.csv into, for the peers.")
    var models: String?

    func run() throws {
        var (optimal, proved) = (0, 0)
        // Seeds by fault.
        var (missed, below, above, lateAbove) = ([UInt64](), [UInt64](), [UInt64](), [UInt64]())
        var (unlawful, unproved) = ([UInt64](), [UInt64]())
        var truths = "seed,points\n"
        for seed in first..<first + max(1, count) {
            let draw = furtherRules ? RandomTinyScenario(withTeam: seed) : RandomTinyScenario(seed: seed)
            let scenario = draw.scenario
            let bruteForce = BruteForce(scenario)
            let truth = bruteForce.optimum
            let watch = Stopwatch()
            let parameters = PlanParameters(timeLimit: limits.timeLimit, threads: limits.threads, seed: limits.seed)
            let result = try Planner(scenario, parameters: parameters, solver: GLPKSolver())
                .plan(clock: { watch.seconds })
            let record = RunRecord(
                scenario: scenario, town: "tiny-\(seed)", result: result, parameters: parameters,
                seconds: watch.seconds, verifies: true)
            if record.objective == truth.points { optimal += 1 }
            if record.objective > truth.points { missed.append(seed) }
            if record.objective < truth.points { below.append(seed) }
            if record.status == "optimal" { proved += 1 }
            if record.dualBound > truth.points { above.append(seed) }
            if result.bound(.lateMinutes) > truth.lateMinutes { lateAbove.append(seed) }
            if !record.isLawful {
                unlawful.append(seed)
                let rules = RosterChecker.check(result.roster, against: scenario).violations
                    .filter { $0.acceptedReason == nil }.map { "\(scenario[$0.agent].id) \($0.rule)" }
                print("seed \(seed), \(result.status): \(rules.joined(separator: ", "))")
            }
            if record.isBoundProved != true { unproved.append(seed) }
            if let models {
                let url = URL(fileURLWithPath: models)
                try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
                var lowered: [AgentID: Int] = [:]
                var stranded: Set<AgentID> = []
                for agent in scenario.agents.indices.map({ AgentID($0) }) {
                    let lines = bruteForce.lines(of: agent)
                    lowered[agent] = lines.minimumMinutes
                    if lines.lines.isEmpty { stranded.insert(agent) }
                }
                try ModelJSON.encode(scenario, loweredMinimums: lowered, agentsWithoutLine: stranded)
                    .write(to: url.appendingPathComponent("\(seed).json"))
                truths += "\(seed),\(truth.points)\n"
            }
        }
        if let models { try Data(truths.utf8).write(to: URL(fileURLWithPath: models + "/truth.csv")) }
        print(
            """
            \(Machine.name); commit \(Machine.commit); \(limits.timeLimit) s, \(limits.threads) threads, seed \(limits.seed)
            towns: \(count)
            roster optimal: \(optimal); proved so by the engine itself: \(proved)
            roster above the optimum: \(text(missed))
            roster below the optimum (breaks a rule): \(text(below))
            bound above the optimum: level 1 \(text(above)); late minutes \(text(lateAbove))
            unlawful roster: \(text(unlawful))
            bound that the check does not derive: \(text(unproved))
            """)
    }

    private func text(_ seeds: [UInt64]) -> String {
        seeds.isEmpty ? "0" : "\(seeds.count) (seeds \(seeds.map(String.init).joined(separator: ", ")))"
    }
}
