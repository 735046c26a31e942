import ArgumentParser
import GLPKSolver
import RosterEngine
import RosterIO
import RosterModel

/// One run in a process of its own, so that its peak memory and its clock are its own; prints one JSON line.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Plans one folder and prints its figures as JSON.")

    @Argument(help: "Scenario folder.")
    var folder: String

    @Option(help: "Name of the town in results.")
    var town: String

    @OptionGroup var limits: RunOptions

    @Option(help: "Form of the night blocks.")
    var bound: PlanParameters.BoundForm = .staffings

    @Option(help: "Method for the linear program.")
    var lpEngine: PlanParameters.LPEngine = .auto

    @Option(help: "Moves and passes instead of seconds, so that the run is reproducible.")
    var work: Int?

    @Option(help: "Sides of the plan that run.")
    var side: [Technique.Side] = Technique.Side.allCases

    @Option(help: "Techniques to do without.")
    var without: [Technique] = []

    @Flag(help: "Derive the bound anew from its proof.")
    var verify = false

    func run() throws {
        let watch = Stopwatch()
        let (scenario, _) = try ScenarioReader.read(folder: folder, language: .english)
        var parameters = PlanParameters(
            timeLimit: work == nil ? limits.timeLimit : nil, work: work, threads: limits.threads, seed: limits.seed,
            lpEngine: lpEngine,
            boundForm: bound)
        parameters.sides = Set(side)
        parameters.switchedOff = Set(without)
        let planner = Planner(scenario, parameters: parameters, solver: GLPKSolver())
        let result = try planner.plan(clock: { watch.seconds })
        let record = RunRecord(
            scenario: scenario, town: town, result: result, parameters: parameters,
            seconds: watch.seconds, verifies: verify)
        print(try record.json)
    }
}
