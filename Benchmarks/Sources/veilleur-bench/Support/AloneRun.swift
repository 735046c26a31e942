import Foundation
import RosterEngine

/// A run in a process of its own, so that its peak memory and its clocks are its own.
struct AloneRun {
    let town: String
    let folder: String
    var timeLimit = 60.0
    /// Moves instead of seconds; nil for seconds.
    var work: Int?
    var threads = 1
    var seed: UInt64 = 1
    var bound = PlanParameters.BoundForm.staffings
    var lpEngine = PlanParameters.LPEngine.auto
    var sides = Technique.Side.allCases
    var switchedOff: [Technique] = []
    var verifies = false

    private var arguments: [String] {
        var list = [
            "run", folder, "--town", town, "--time-limit", "\(timeLimit)", "--threads", "\(threads)", "--seed",
            "\(seed)",
            "--bound", bound.rawValue, "--lp-engine", lpEngine.rawValue,
        ]
        if let work { list += ["--work", "\(work)"] }
        for side in sides { list += ["--side", side.rawValue] }
        for technique in switchedOff { list += ["--without", technique.rawValue] }
        return list + (verifies ? ["--verify"] : [])
    }

    /// Plans, adds the run to the results and returns its figures.
    func record(in results: ResultsFile, command: String) throws -> RunRecord {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw TownError.failed(town, process.terminationStatus) }
        var record = try JSONDecoder().decode(RunRecord.self, from: bytes)
        record.command = command
        try results.append(record.json)
        return record
    }
}
