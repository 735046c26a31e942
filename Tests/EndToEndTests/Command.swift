import Foundation
import Testing

/// The built command `veilleur`, run as people and scripts run it.
struct Command {
    /// What a finished run has left.
    struct Outcome {
        let exitCode: Int32
        let output: String
        let errors: String
    }

    private static let starting = NSLock()

    private let process: pid_t
    private let errorDescriptor: Int32
    private let outputFile: URL
    private var errors: [UInt8] = []

    /// The binary beside the bundle of the tests.
    static let binary: URL? = CommandLine.arguments
        .filter { $0.hasSuffix(".xctest") }
        .map { URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("veilleur") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    /// Starts a run with an environment of its own: nothing of the surroundings but `LANG`, if given.
    init(_ arguments: [String], lang: String? = nil, in folder: URL) throws {
        let binary = try #require(Self.binary, "no veilleur beside the bundle: \(CommandLine.arguments)")
        outputFile = folder.appendingPathComponent("stdout-\(UUID().uuidString)")
        // No other run may be started while the ends of this pipe can still be inherited: it would keep the pipe open.
        Self.starting.lock()
        defer { Self.starting.unlock() }
        var ends: [Int32] = [0, 0]
        let piped = pipe(&ends)
        try #require(piped == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        errorDescriptor = ends[0]
        defer { close(ends[1]) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outputFile.path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 2)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals as in a fresh shell, whatever the runner of the tests ignores or blocks.
        var defaults = sigset_t()
        sigfillset(&defaults)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigmask(&attributes, &mask)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"].map { ["LD_LIBRARY_PATH=\($0)"] } ?? []
        let environment = ["PATH=\(path)", "HOME=\(folder.path)"] + libraries + (lang.map { ["LANG=\($0)"] } ?? [])
        var argumentPointers = ([binary.path] + arguments).map { strdup($0) } + [nil]
        var environmentPointers = environment.map { strdup($0) } + [nil]
        defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
        var child = pid_t()
        let code = posix_spawn(&child, binary.path, &actions, &attributes, &argumentPointers, &environmentPointers)
        try #require(code == 0, "posix_spawn: \(code)")
        process = child
    }

    /// Runs to the end.
    static func run(_ arguments: String..., lang: String? = nil, in folder: URL) throws -> Outcome {
        try run(arguments, lang: lang, in: folder)
    }

    /// Runs to the end.
    static func run(_ arguments: [String], lang: String? = nil, in folder: URL) throws -> Outcome {
        var command = try Command(arguments, lang: lang, in: folder)
        return try command.wait()
    }

    /// Reads stderr until it holds a text.
    mutating func awaitErrors(_ text: String) throws {
        while !String(decoding: errors, as: UTF8.self).contains(text) {
            try #require(readErrors(), "stderr ended without \(text): \(String(decoding: errors, as: UTF8.self))")
        }
    }

    /// Sends a signal.
    func send(_ signal: Int32) { kill(process, signal) }

    /// Reads stderr to its end and waits for the process; a process that died of a signal has its negative number as code.
    mutating func wait() throws -> Outcome {
        while readErrors() {}
        close(errorDescriptor)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { try #require(errno == EINTR) }
        let signal = status & 0x7f
        let output = try Data(contentsOf: outputFile)
        try FileManager.default.removeItem(at: outputFile)
        return Outcome(
            exitCode: signal == 0 ? (status >> 8) & 0xff : -signal, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }

    private mutating func readErrors() -> Bool {
        var buffer: [UInt8] = Array(repeating: 0, count: 4096)
        while true {
            let count = read(errorDescriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            errors += buffer[..<count]
            return true
        }
    }
}
