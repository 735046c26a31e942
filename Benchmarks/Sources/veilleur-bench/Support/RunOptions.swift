import ArgumentParser
import RosterEngine

extension PlanParameters.LPEngine: @retroactive ExpressibleByArgument {}
extension Technique: @retroactive ExpressibleByArgument {}
extension Technique.Side: @retroactive ExpressibleByArgument {}
extension PlanParameters.BoundForm: @retroactive ExpressibleByArgument {}

/// How each town is planned.
struct RunOptions: ParsableArguments {
    @Option(help: "Seconds for each run.")
    var timeLimit = 60.0

    @Option(help: "Threads.")
    var threads = 2

    @Option(help: "Seed of the search.")
    var seed: UInt64 = 1

    func validate() throws {
        if !(timeLimit > 0) || threads < 1 { throw ValidationError("--time-limit and --threads must be positive") }
    }
}
