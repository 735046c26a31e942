import Foundation
import Testing

/// A folder of its own for one test, gone when the test is over.
final class Workshop: Sendable {
    let url: URL

    /// The shipped scenarios.
    static let scenarios = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Scenarios")

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("veilleur-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Path inside the folder.
    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Runs the command with this folder as its home.
    func run(_ arguments: String..., lang: String? = nil) throws -> Command.Outcome {
        try Command.run(arguments, lang: lang, in: url)
    }

    /// Copies a shipped scenario here.
    func copy(scenario: String, as name: String = "scenario") throws -> URL {
        let target = url.appendingPathComponent(name)
        try FileManager.default.copyItem(at: Self.scenarios.appendingPathComponent(scenario), to: target)
        return target
    }

    /// Part of every personal name in ``copyWithNames()``.
    static let familyName = "Durand"

    /// Copies `petite-ville` and gives every agent a personal name.
    func copyWithNames() throws -> URL {
        let scenario = try copy(scenario: "petite-ville")
        var rows = try text("scenario/agents.csv").split(separator: "\n").map(String.init)
        for index in rows.indices.dropFirst() {
            rows[index] = rows[index].replacing(",,", with: ",Camille \(Self.familyName)-\(index),", maxReplacements: 1)
        }
        try write(rows.joined(separator: "\n") + "\n", to: "scenario/agents.csv")
        return scenario
    }

    /// Files of a folder with their bytes; nil when there is no such folder.
    func contents(_ name: String) throws -> [String: Data]? {
        let folder = url.appendingPathComponent(name)
        guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
        var files: [String: Data] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[file] = try Data(contentsOf: folder.appendingPathComponent(file))
        }
        return files
    }

    /// Names in this folder, hidden ones included.
    var names: Set<String> {
        get throws { Set(try FileManager.default.contentsOfDirectory(atPath: url.path)) }
    }

    /// Text of a file.
    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    /// Writes a file.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appendingPathComponent(name))
    }
}

/// One plan of `petite-ville`, made once for all tests that look at a result.
enum SharedPlan {
    private static let made = Result {
        let workshop = try Workshop()
        let outcome = try workshop.run(
            "plan", scenario, "--output", workshop.path("resultat"), "--work", "200000", "--threads", "2")
        return (workshop, outcome)
    }

    /// The scenario.
    static let scenario = Workshop.scenarios.appendingPathComponent("petite-ville").path

    /// What the run printed.
    static var outcome: Command.Outcome { get throws { try made.get().1 } }

    /// The bytes of the result.
    static var files: [String: Data] { get throws { try made.get().0.contents("resultat") ?? [:] } }

    /// Path of the roster.
    static var rosterPath: String { get throws { try made.get().0.path("resultat/roster.csv") } }

    /// Copies the result into a folder of a test.
    static func copy(to workshop: Workshop, as name: String = "resultat") throws {
        try FileManager.default.copyItem(
            at: try made.get().0.url.appendingPathComponent("resultat"), to: workshop.url.appendingPathComponent(name))
    }
}

/// The object that a JSON text holds.
func object(_ json: some Sequence<UInt8>) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
    return try #require(value)
}
