import Foundation
import RosterIO
package import RosterModel

extension Scenario {
    /// Reads a scenario that ships with the project, by the name of its folder.
    package static func shipped(_ name: String) throws -> Scenario {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try ScenarioReader.read(folder: root.appendingPathComponent("Scenarios/\(name)"), language: .english)
            .scenario
    }
}
