import ArgumentParser
import Foundation
import GLPKSolver
import RosterCheck
import RosterEngine
import RosterIO
import RosterModel
import RosterReport

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "plan")
    @Argument var scenario: String
    @Option var timeLimit: Double?
    @Option var work: Int?
    @Option var threads: Int = 2
    @Option var seed: UInt64 = 1
    @Option var lpEngine: String = "auto"
    @Option var bound: String = "staffings"
    func run() throws {
        let start = Date()
        let clock: @Sendable () -> Double = { Date().timeIntervalSince(start) }
        let (scenario, warnings) = try ScenarioReader.read(folder: scenario, language: .french)
        for warning in warnings { print(warning) }
        print("read", clock())
        let p = PlanParameters(timeLimit: timeLimit, work: work, threads: threads, seed: seed, lpEngine: .init(rawValue: lpEngine)!, boundForm: .init(rawValue: bound)!)
        let r = try Planner(scenario, parameters: p, solver: GLPKSolver()).plan(clock: clock) { now in
            print(String(format: "%.2f", now.seconds), now.phase, now.primalBound.map { 100 * Double($0) / Double(now.weightedDemand) } ?? -1, now.dualBound.map { 100 * Double($0) / Double(now.weightedDemand) } ?? -1, now.passes, now.moves, now.columns)
        }
        print("size", r.size, "blocks", r.blocks, "dual", r.dualSeconds, "work", r.work)
        let review = RosterChecker.check(r.roster, against: scenario)
        print(r.levels, review.coverage.levels, "violations", review.violations.count, "late", review.coverage.lateMissingMinutes, r.bound(.lateMinutes), "demand", scenario.weightedDemand)
        print("gap points", 100 * Double(r.levels.points - r.bound(.points)) / Double(scenario.weightedDemand), clock())
    }
}
