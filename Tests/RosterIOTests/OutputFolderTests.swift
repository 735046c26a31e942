import Foundation
import RosterIO
import RosterModel
import Testing

@Suite struct OutputFolderTests {
    /// A folder of its own for each test, removed afterwards.
    private final class Playground {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("veilleur-\(UUID().uuidString)")

        init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

        deinit { try? FileManager.default.removeItem(at: url) }

        func path(_ name: String) -> String { url.appendingPathComponent(name).path }

        func write(_ name: String, _ text: String) throws {
            let file = url.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }

        func text(_ name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }

        /// Names in the folder, hidden ones included.
        var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() }
    }

    private static func summary() throws -> OutputFile {
        OutputFile(path: "summary.json", bytes: try SummaryJSON.encode(SummaryJSONTests.summary))
    }

    private func result(_ text: String) throws -> [OutputFile] {
        [try Self.summary(), OutputFile(path: "roster.csv", text: text), OutputFile(path: "ics/M1.ics", text: text)]
    }

    private func kind(_ body: () throws -> Void) -> OutputError.Kind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? OutputError)?.kind
        }
    }

    @Test func createsAFolderWithItsParents() throws {
        let place = try Playground()
        try OutputFolder(place.path("a/b/plan"), language: .french).write(result("un"))
        #expect(place.text("a/b/plan/roster.csv") == "un")
        #expect(place.text("a/b/plan/ics/M1.ics") == "un")
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("a/b")) == ["plan"])
    }

    @Test func replacesAnEmptyFolderAndAFormerResult() throws {
        let place = try Playground()
        try FileManager.default.createDirectory(atPath: place.path("plan"), withIntermediateDirectories: true)
        let folder = try OutputFolder(place.path("plan"), language: .french)
        try folder.write(result("un"))
        #expect(place.text("plan/roster.csv") == "un")
        try folder.write([try Self.summary(), OutputFile(path: "gaps.csv", text: "deux")])
        #expect(place.text("plan/gaps.csv") == "deux")
        // What the former result had besides is gone.
        #expect(place.text("plan/roster.csv") == nil)
        #expect(place.names == ["plan"])
    }

    @Test(arguments: ["notes.txt", "summary.json"]) func refusesAForeignFolder(name: String) throws {
        let place = try Playground()
        try place.write("plan/\(name)", "{\"total\": 3}")
        #expect(kind { _ = try OutputFolder(place.path("plan"), language: .french) } == .foreignFolder)
        #expect(place.text("plan/\(name)") == "{\"total\": 3}")
        #expect(place.names == ["plan"])
    }

    @Test func refusesAFolderThatBecameForeign() throws {
        let place = try Playground()
        let folder = try OutputFolder(place.path("plan"), language: .english)
        try place.write("plan/notes.txt", "mine")
        #expect(kind { try folder.write(result("un")) } == .foreignFolder)
        #expect(
            kind {
                try OutputFolder(place.path("new"), language: .english).write(result("un")) {
                    try? place.write("new/notes.txt", "mine")
                }
            } == .foreignFolder)
        #expect(place.text("new/notes.txt") == "mine")
        #expect(place.names == ["new", "plan"])
    }

    @Test func refusesAFile() throws {
        let place = try Playground()
        try place.write("plan", "mine")
        #expect(kind { _ = try OutputFolder(place.path("plan"), language: .english) } == .notAFolder)
        #expect(kind { _ = try OutputFolder(place.path("plan/below"), language: .english) } == .notAFolder)
    }

    @Test(
        arguments: [
            [OutputFile(path: "../escape", text: "")], [OutputFile(path: "/tmp/escape", text: "")],
            [OutputFile(path: "", text: "")], [OutputFile(path: "a", text: ""), OutputFile(path: "a/b", text: "")],
            [OutputFile(path: "a", text: ""), OutputFile(path: "a", text: "")],
        ])
    func aFailedWriteLeavesTheFormerResult(files: [OutputFile]) throws {
        let place = try Playground()
        let folder = try OutputFolder(place.path("plan"), language: .english)
        try folder.write(result("un"))
        #expect(kind { try folder.write(result("deux") + files) } == .badPath)
        #expect(place.text("plan/roster.csv") == "un")
        #expect(place.names == ["plan"])
    }

    @Test func theFormerResultStandsUntilTheExchange() throws {
        let place = try Playground()
        let folder = try OutputFolder(place.path("plan"), language: .english)
        try folder.write(result("un"))
        var seen: [String?] = []
        try folder.write(result("deux")) { seen = [place.text("plan/roster.csv"), place.text("plan/ics/M1.ics")] }
        #expect(seen == ["un", "un"])
        #expect(place.text("plan/roster.csv") == "deux")
    }

    @Test func aKilledRunLeavesTheFormerResultAndTheNextOneCleansUp() async throws {
        let place = try Playground()
        let path = place.path("plan")
        try OutputFolder(path, language: .english).write(result("un"))
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            try OutputFolder(path, language: .english).write([OutputFile(path: "roster.csv", text: "deux")]) {
                kill(getpid(), SIGKILL)
            }
        }
        #expect(place.text("plan/roster.csv") == "un")
        #expect(place.names.count == 2)
        _ = try OutputFolder(path, language: .english)
        #expect(place.names == ["plan"])
    }

    @Test func aLivingRunKeepsItsTemporaryFolder() throws {
        let place = try Playground()
        let folder = try OutputFolder(place.path("plan"), language: .english)
        try folder.write(result("un")) { _ = try? OutputFolder(place.path("plan"), language: .english) }
        #expect(place.text("plan/roster.csv") == "un")
    }

    @Test func aLinkKeepsPointingToTheFolder() throws {
        let place = try Playground()
        try FileManager.default.createDirectory(atPath: place.path("real"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: place.path("plan"), withDestinationPath: place.path("real"))
        try OutputFolder(place.path("plan"), language: .english).write(result("un"))
        #expect(place.text("real/roster.csv") == "un")
        #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: place.path("plan"))) != nil)
    }

    @Test func rightsOfTheFolderAreKept() throws {
        let place = try Playground()
        try FileManager.default.createDirectory(
            atPath: place.path("plan"), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
        try OutputFolder(place.path("plan"), language: .english).write(result("un"))
        let mode = try FileManager.default.attributesOfItem(atPath: place.path("plan"))[.posixPermissions] as? Int
        #expect(mode == 0o750)
    }
}
