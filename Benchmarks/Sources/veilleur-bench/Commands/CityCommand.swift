import ArgumentParser
import Foundation
import RosterEngine

/// Plans towns one after the other, each in a process of its own, and prints a table.
struct CityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "city", abstract: "Plans the shipped scenarios and the generated towns and prints a table.")

    @OptionGroup var limits: RunOptions

    @Option(help: "Towns, with commas between; all by default.")
    var only: String?

    @Option(help: "Forms of the night blocks, each in turn.")
    var bound: [PlanParameters.BoundForm] = [.staffings]

    @Option(help: "Methods for the linear program, each in turn.")
    var lpEngine: [PlanParameters.LPEngine] = [.auto]

    @Flag(help: "Derive each bound anew from its proof, outside the time limit.")
    var verify = false

    @Option(help: "Folder of the shipped scenarios.")
    var scenarios = "Scenarios"

    @Option(help: "File of JSON lines to add the runs to.")
    var results = "Benchmarks/results/runs.jsonl"

    func run() throws {
        let names = try TownFolders.names(only: only)
        print(
            "\(Machine.name); commit \(Machine.commit); \(limits.timeLimit) s, \(limits.threads) threads, seed \(limits.seed)\n"
        )
        print(RunRecord.tableHead)
        try TownFolders.withTemporaryFolder { temporary in
            for name in names {
                let folder = try TownFolders(scenarios: scenarios).folder(of: name, temporary: temporary)
                for form in bound {
                    for engine in lpEngine {
                        let run = AloneRun(
                            town: name, folder: folder, timeLimit: limits.timeLimit, threads: limits.threads,
                            seed: limits.seed, bound: form, lpEngine: engine, verifies: verify)
                        print(try run.record(in: ResultsFile(path: results), command: "city").tableRow)
                        fflush(nil)
                    }
                }
            }
        }
    }
}
