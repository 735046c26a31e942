import Foundation
import RosterIO
import RosterModel
import Testing

@Suite struct OutputTargetTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("veilleur-target-\(UUID())")

    @Test func replacesAFileAndLeavesNothingBesideIt() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("modele.json").path
        try OutputTarget(path, language: .french).write("ancien")
        try OutputTarget(path, language: .french).write("neuf")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "neuf")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["modele.json"])
    }

    @Test func refusesAFolderAndAFolderThatIsNotThereInTheWordsOfTheUser() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = #expect(throws: OutputError.self) { try OutputTarget(folder.path, language: .french) }
        #expect(error?.kind == .badPath && error?.message.contains("donnez le nom d'un fichier") == true)
        #expect(throws: OutputError.self) { try OutputTarget("", language: .french) }
        let absent = #expect(throws: OutputError.self) {
            try OutputTarget(folder.appendingPathComponent("absent/x.json").path, language: .english)
        }
        #expect(absent?.kind == .system(ENOENT) && absent?.message.hasPrefix("cannot write ") == true)
    }

    @Test func aFolderThatIsGoneWhenTheFileIsWrittenIsNamed() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let target = try OutputTarget(folder.appendingPathComponent("x.json").path, language: .english)
        try FileManager.default.removeItem(at: folder)
        let error = #expect(throws: OutputError.self) { try target.write("x") }
        #expect(error?.kind == .system(ENOENT))
    }
}
