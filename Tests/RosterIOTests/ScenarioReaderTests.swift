import Foundation
import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderTests {
    @Test func readsTheExampleWithoutWarnings() throws {
        let (scenario, warnings) = try Example.read()
        #expect(warnings.isEmpty)
        #expect(scenario.name == "exemple")
        #expect(scenario.axis.dayCount == 31)
        #expect(scenario.axis.slotCount == 31 * 48 + 2)
        #expect(scenario.sectors.map(\.id) == ["tilleuls", "centre"])
        #expect(scenario.sectors.map(\.neighbours) == [[SectorID(1)], [SectorID(0)]])
        #expect(scenario.employers.map(\.name) == ["Régie de quartier", "ville"])
        #expect(scenario.agents.map(\.id) == ["M1", "M2", "M3"])
        #expect(scenario.regimes.map(\.id) == ["fpt", "prive-nuit"])
        #expect(scenario.agents.map(\.regime) == [RegimeID(1), RegimeID(1), RegimeID(0)])
        #expect(scenario.shifts.map(\.id) == ["soir"])
        #expect(scenario.shifts[0].code == "S")
        #expect(scenario.hash.count == 16)
    }

    @Test func contractMinutesFollowTheFormula() throws {
        let absences = """
            agent,from,to
            M1,2026-09-28,2026-10-02
            M1,2026-10-02,2026-10-03
            M3,05/10/2026,11/10/2026
            """
        let agents = try Example.read(["absences.csv": absences]).scenario.agents
        // 35 h × (31 − 3) / 7 = 140 h; the double day counts once, days before the horizon not at all.
        #expect(agents[0].maximumMinutes == 140 * 60)
        #expect(agents[0].absences.map(\.days) == [0..<2, 1..<3])
        #expect(agents[1].maximumMinutes == 120 * 60)
        #expect(agents[2].maximumMinutes == nil)
        // Without contract the fair share rests on 35 h a week, net of absences: 35 × 24 / 7 = 120 h.
        #expect(agents[2].availableMinutes == 120 * 60)
        #expect(agents[2].nightAllowed == false)
    }

    @Test func needsAndWeightsFillTheSlots() throws {
        let scenario = try Example.read().scenario
        let requirement = scenario.requirements[0]
        let friday = scenario.axis.slots(ofDay: 1)
        // From 06:00: 22 empty slots to 17:00, 18 of need to 02:00, 8 empty ones.
        #expect(
            Array(requirement.teams[friday])
                == Array(repeating: 0, count: 22) + Array(repeating: 1, count: 18) + Array(repeating: 0, count: 8))
        let points = requirement.pointsPerTeam[friday].map { Int($0) / 30 }
        #expect(points[22] == 100 && points[28] == 200 && points[32] == 300 && points[36] == 400 && points[44] == 300)
        // 7 h a day: 3 h at 1, 2 h at 2, 2 h at 3 = 13; 2 h at 4 on ten nights.
        #expect(scenario.weightedDemand == (31 * 13 + 10 * 8) * 6000)
    }

    @Test func readsAFolder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("veilleur-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Example.yaml.write(to: folder.appendingPathComponent("scenario.yaml"), atomically: true, encoding: .utf8)
        try Example.agents.write(to: folder.appendingPathComponent("agents.csv"), atomically: true, encoding: .utf8)
        let scenario = try ScenarioReader.read(folder: folder.path, language: .french).scenario
        #expect(scenario.name == folder.lastPathComponent)
        #expect(scenario.hash == Example.files().hash)
    }
}
