import RosterCheck
import RosterModel
import TestSupport
import Testing

/// What nobody may cover, whatever the roster.
@Suite struct PresenceFloorTests {
    private var town: TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.sectors = ["a", "b"]
        town.professions = ["m", "p"]
        town.shift("late", "18:00", "24:00", professions: ["m"])
        town.shift("night", "20:00", "26:00", professions: ["p"])
        town.kind("pair", [.init(2, ["m", "p"])])
        return town
    }

    @Test func `a need outside all shifts is out of reach, one inside is not`() {
        var town = town
        town.need(kinds: ["pair"], "23:00", "27:00")
        town.agent("m1")
        town.agent("p1", "p")
        town.agent("p2", "p", sectors: ["b"])
        let floor = RosterChecker(town.scenario).presenceFloor
        // Grid 60 from 06:00: 23:00 is slot 17. At 23:00 m1 and p1 are a pair; from 00:00 only p1 may be in a.
        #expect(Array(floor.missing[0][17..<21]) == [0, 1, 1, 1])
        #expect(Array(floor.isTeamPossible[0][17..<21]) == [true, false, false, false])
        // In b the mediator and both officers may be; the need is in a alone.
        #expect(floor.isTeamPossible[1][18] && !floor.isTeamPossible[1][20])
    }

    @Test func `absence and forbidden night keep people out`() {
        var town = town
        town.need(kinds: ["pair"], "20:00", "22:00")
        town.agent("m1", absences: [Agent.Absence(days: 1..<2)])
        town.agent("m2")
        town.agent("p1", "p", nightAllowed: false)
        let floor = RosterChecker(town.scenario).presenceFloor
        #expect(floor.missing[0][14] == 0)
        // The second day: m2 alone, as the officer's only shift reaches into the night.
        #expect(floor.missing[0][38] == 1)
    }

    @Test(arguments: 0..<20)
    func `no lawful roster does better`(seed: Int) {
        let scenario = RandomTinyScenario(seed: UInt64(seed) + 900).scenario
        let checker = RosterChecker(scenario)
        let floor = checker.presenceFloor
        let coverage = checker.coverage(of: BruteForce(scenario).bestRoster)
        for (missing, least) in zip(coverage.missing, floor.missing) {
            #expect(zip(missing, least).allSatisfy { $0 >= $1 })
        }
    }
}
