import Foundation
import RosterIO
import RosterModel
import TestSupport
import Testing

/// The scenarios of the repository: they read without a doubtful point, and the tiny ones have the values that their
/// comments work out by hand.
@Suite struct ShippedScenariosTests {
    /// Folder `Scenarios` of the repository.
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Scenarios")

    /// A row of `Tiny/expected.csv`.
    struct Expected: Sendable, CustomTestStringConvertible {
        let scenario: String
        let points: Int
        let lateMinutes: Int
        let demandPoints: Int
        var testDescription: String { scenario }
    }

    private static let expected: [Expected] = {
        let text = (try? String(contentsOf: root.appendingPathComponent("Tiny/expected.csv"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: ",").map(String.init)
            guard cells.count == 4, let points = Int(cells[1]), let late = Int(cells[2]), let demand = Int(cells[3])
            else {
                return nil
            }
            return Expected(scenario: cells[0], points: points, lateMinutes: late, demandPoints: demand)
        }
    }()

    /// Folders below `Scenarios` that hold a scenario, as paths relative to it.
    private static let folders: [String] = {
        let names = FileManager.default.subpaths(atPath: root.path) ?? []
        return names.filter { $0.hasSuffix("/scenario.yaml") }.map { ($0 as NSString).deletingLastPathComponent }
            .sorted()
    }()

    private func read(_ folder: String) throws -> (scenario: Scenario, warnings: [ScenarioIssue]) {
        try ScenarioReader.read(folder: Self.root.appendingPathComponent(folder), language: .english)
    }

    @Test func allAreFound() {
        let towns = ["petite-ville", "ville-moyenne", "paris-18e"]
        #expect(Set(towns + towns.map { $0 + "-mars" }).isSubset(of: Self.folders))
        #expect(Set(Self.expected.map { "Tiny/" + $0.scenario }) == Set(Self.folders.filter { $0.hasPrefix("Tiny/") }))
        #expect(Self.expected.count >= 6)
    }

    @Test(arguments: folders.filter { !$0.hasPrefix("Regression/") })
    func readsWithoutFaultOrWarning(_ folder: String) throws {
        #expect(try read(folder).warnings.map(\.message) == [])
    }

    @Test(arguments: [
        // Towns of domain figures: sectors, agents, employers.
        ("petite-ville", 2, 10, 4), ("petite-ville-mars", 2, 10, 4), ("ville-moyenne", 12, 80, 4),
        ("ville-moyenne-mars", 12, 80, 4), ("paris-18e", 20, 150, 5), ("paris-18e-mars", 20, 150, 5),
    ])
    func townsHaveTheirSize(_ folder: String, sectors: Int, agents: Int, employers: Int) throws {
        let scenario = try read(folder).scenario
        #expect(scenario.sectors.count == sectors)
        #expect(scenario.agents.count == agents)
        #expect(scenario.employers.count == employers)
        #expect(scenario.axis.dayCount == 31)
        #expect(scenario.axis.slotCount == 31 * 48 + (folder.hasSuffix("-mars") ? -2 : 2))
        #expect(scenario.agents.allSatisfy { (1...4).contains($0.sectors.count) && !$0.shifts.isEmpty })
        #expect(!scenario.agents.contains { $0.name != nil })
    }

    @Test(arguments: ["paris-18e", "paris-18e-mars"])
    func parisHasOutlines(_ folder: String) throws {
        #expect(try read(folder).scenario.sectors.allSatisfy { $0.shape?.polygons.isEmpty == false })
    }

    @Test(arguments: expected)
    func tinyOnesHaveTheValuesWorkedOutByHand(_ expected: Expected) throws {
        let scenario = try read("Tiny/" + expected.scenario).scenario
        #expect(scenario.weightedDemand == expected.demandPoints)
        let optimum = BruteForce.optimum(scenario)
        #expect(optimum.points == expected.points)
        #expect(optimum.lateMinutes == expected.lateMinutes)
    }
}
