import Foundation
import RosterIO
import RosterModel
import Testing

/// The scenarios that the repository ships must stay readable.
@Suite struct RepositoryScenariosTests {
    static let folders: [URL] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Scenarios")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.sorted().map(root.appendingPathComponent).filter {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("scenario.yaml").path)
                && FileManager.default.fileExists(atPath: $0.appendingPathComponent("agents.csv").path)
        }
    }()

    @Test(arguments: folders) func reads(_ folder: URL) throws {
        let scenario = try ScenarioReader.read(folder: folder, language: .english).scenario
        #expect(!scenario.agents.isEmpty)
        #expect(scenario.weightedDemand > 0)
    }
}
