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
                        let line = try runAlone(name, folder: folder, form: form, engine: engine)
                        try ResultsFile(path: results).append(line)
                        print(try JSONDecoder().decode(RunRecord.self, from: Data(line.utf8)).tableRow)
                        fflush(nil)
                    }
                }
            }
        }
    }

    private func runAlone(
        _ name: String, folder: String, form: PlanParameters.BoundForm, engine: PlanParameters.LPEngine
    ) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments =
            [
                "run", folder, "--town", name, "--time-limit", "\(limits.timeLimit)", "--threads", "\(limits.threads)",
                "--seed", "\(limits.seed)", "--bound", form.rawValue, "--lp-engine", engine.rawValue,
            ] + (verify ? ["--verify"] : [])
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw TownError.failed(name, process.terminationStatus) }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
