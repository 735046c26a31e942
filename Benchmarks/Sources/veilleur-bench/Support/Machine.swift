import Foundation

/// Where a run took place.
enum Machine {
    /// Processor and number of cores.
    static let name: String = {
        let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("model name") } ?? ""
        let model = line.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
        return "\(model), \(ProcessInfo.processInfo.activeProcessorCount) cores"
    }()

    /// Commit of the work tree around the current folder, with marks when it has changes and when this program is older than
    /// some source: its figures are then not those of the commit. Empty outside of a work tree.
    static let commit: String = {
        let name = describedCommit
        return name.isEmpty || !isOlderThanSources ? name : name + "-stale-build"
    }()

    private static var isOlderThanSources: Bool {
        func date(_ path: String) -> Date? {
            (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
        }
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        guard let built = date(program) else { return false }
        return ["Sources", "Benchmarks/Sources"].contains { folder in
            (FileManager.default.subpaths(atPath: folder) ?? []).contains { name in
                (date(folder + "/" + name) ?? .distantPast) > built
            }
        }
    }

    private static let describedCommit: String = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude", "*"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return "" }
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }()

    /// Processor seconds of this process so far, of all its threads.
    static var cpuSeconds: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// Largest resident memory of this process so far.
    static var peakMegabytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
