import RosterCheck
import RosterModel
import RosterReport
import TestSupport
import Testing

/// Late hours in their variants, blank nights, last presence, overlaps.
@Suite struct PresenceIndicatorTests {
    /// Three nights from Monday 5 October 2026 in two sectors, grid 60: sector a asks for a pair of mediators from 20:00 to
    /// 24:00 and for two pairs from 22:00; sector b for a trio of officers from 21:00 to 23:00. Nobody may be in b after 22:00.
    private var town: TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.sectors = ["a", "b"]
        town.professions = ["m", "p"]
        town.avoidedPairs = [("m", "p", [])]
        town.shift("late", "18:00", "24:00", professions: ["m"])
        town.shift("patrol", "18:00", "22:00", professions: ["p"])
        town.kind("pair", [.init(2, ["m"])])
        town.kind("trio", [.init(3, ["p"])])
        town.need(kinds: ["pair"], "20:00", "24:00", requirement: "pairs")
        town.need(kinds: ["pair"], "22:00", "24:00", teams: 2, requirement: "pairs")
        town.need("b", kinds: ["trio"], "21:00", "23:00", requirement: "trio")
        for name in ["m1", "m2", "m3"] { town.agent(name, "m") }
        for name in ["p1", "p2", "p3"] { town.agent(name, "p") }
        return town
    }

    /// Monday: two mediators in a, one in b with three officers. Tuesday: two mediators in b. Wednesday: nobody.
    private func made() -> (scenario: Scenario, coverage: CoverageReport, floor: PresenceFloor) {
        let scenario = town.scenario
        let duty = Duty(scenario)
        let roster = Roster(shifts: [
            duty("m1", 0, "late", in: "a"), duty("m2", 0, "late", in: "a"), duty("m3", 0, "late", in: "b"),
            duty("p1", 0, "patrol", in: "b"), duty("p2", 0, "patrol", in: "b"), duty("p3", 0, "patrol", in: "b"),
            duty("m1", 1, "late", in: "b"), duty("m2", 1, "late", in: "b"),
        ])
        let checker = RosterChecker(scenario)
        return (scenario, checker.coverage(of: roster), checker.presenceFloor)
    }

    @Test func `what is missing falls into nobody, capability and too few`() {
        let (scenario, coverage, floor) = made()
        let figures = CoverageFigures(scenario: scenario, coverage: coverage, floor: floor)
        let (a, b) = (figures.lateSectors[0], figures.lateSectors[1])
        // a, each night: 1 team at 20 and 21, 2 at 22 and 23. Monday lacks one at 22 and 23, the other nights everything.
        #expect((a.required, a.missing, a.nobody, a.capability, a.tooFew) == (1080, 840, 720, 0, 120))
        // Three mediators are one pair at most: the second team of 22 and 23 is out of reach every night.
        #expect((a.unreachable, a.nobodyUnreachable) == (360, 0))
        // b, each night: a trio at 21 and 22. Monday 21 is covered; at 22 a lone mediator is no team. On Tuesday a pair is
        // there that the trio's need does not accept. Nobody may be a trio at 22.
        #expect((b.required, b.missing, b.nobody, b.capability, b.tooFew) == (360, 300, 180, 120, 0))
        #expect((b.unreachable, b.nobodyUnreachable) == (180, 0))
        #expect(figures.missingCapabilities.map(\.minutes) == [120])
        #expect(figures.missingCapabilities.map { $0.kinds.map { scenario[$0].id } } == [["trio"]])
    }

    @Test func `blank nights count sector by sector and weekday by weekday`() {
        let (scenario, coverage, floor) = made()
        let figures = CoverageFigures(scenario: scenario, coverage: coverage, floor: floor)
        let blank = BlankNights(scenario: scenario, figures: figures, floor: floor)
        #expect(blank.isBlank == [[false, true, true], [false, false, true]])
        #expect((blank.total, blank.blank, blank.needed, blank.blankNeeded, blank.unreachable) == (6, 3, 6, 3, 0))
        #expect(blank.longestRun(sector: 0) == BlankNights.Run(first: 1, count: 2))
        let wednesday = blank.nights(sector: 1, on: .wednesday, isNeedOnly: true)
        #expect((wednesday.blank, wednesday.all) == (1, 1))
        #expect((blank.nightsWithCoreTeam, blank.nightsWithCoreNeed) == (0, 0))
    }

    @Test func `a night on which nobody may come is unavoidably blank`() {
        var town = town
        town.need("b", kinds: ["pair"], "20:00", "22:00", days: [2])
        var scenario = town.scenario
        // All mediators and officers are away on the third night.
        scenario.agents = scenario.agents.map { agent in
            Agent(
                id: agent.id, employer: agent.employer, profession: agent.profession, regime: agent.regime,
                type: agent.type, maximumMinutes: nil, availableMinutes: 600, sectors: agent.sectors,
                shifts: agent.shifts, absences: [Agent.Absence(days: 2..<3)])
        }
        let checker = RosterChecker(scenario)
        let floor = checker.presenceFloor
        let coverage = checker.coverage(of: Roster(shifts: []))
        let figures = CoverageFigures(scenario: scenario, coverage: coverage, floor: floor)
        let blank = BlankNights(scenario: scenario, figures: figures, floor: floor)
        #expect(blank.isUnreachable == [[false, false, true], [false, false, true]])
        // b on the third night: 21 and 22 for the trio, 20 and 21 for the pair, nobody possible.
        #expect(figures.lateNights[2].nobodyUnreachable == figures.lateNights[2].missing)
    }

    @Test func `runs are in order and the longest is the first of equals`() {
        #expect(BlankNights.runs([true, true, false, true]).map(\.count) == [2, 1])
        #expect(BlankNights.runs([]).isEmpty && BlankNights.runs([false]).isEmpty)
    }

    @Test func `last presence and first uncovered hour stand by weekday`() {
        let (scenario, coverage, _) = made()
        let edges = EveningEdges(
            scenario: scenario, figures: CoverageFigures(scenario: scenario, coverage: coverage)
        ).edges
        // Monday in a: the pair leaves at 24:00, the second team lacks from 22:00. Wednesday: nobody, from 20:00.
        #expect(edges[0][0].usualLastPresence == 1440 && edges[0][0].firstUncovered == [1320])
        #expect(edges[0][2].usualLastPresence == nil && edges[0][2].firstUncovered == [1200])
        // Monday in b: the officers leave at 22:00.
        #expect(edges[1][0].lastPresence == [1320] && edges[1][0].firstUncovered == [1320])
        #expect(edges[0][6].nights == 0)
    }

    @Test func `overlaps fall into hand-over, waste and pairs to avoid`() {
        let (scenario, coverage, _) = made()
        let matrix = OverlapMatrix(scenario: scenario, coverage: coverage)
        let (m, p) = (ProfessionID(0), ProfessionID(1))
        // Monday in b from 18:00 to 22:00: a mediator with officers.
        #expect(matrix[.avoid, m, p] == 240 && matrix[.avoid, p, m] == 240)
        // Two mediators from 18:00 to 20:00 in a, before any need; Tuesday two in b from 18:00 to 24:00, needed for nothing.
        #expect(matrix[.waste, m, m] == 120 + 360)
        #expect(matrix[.waste, p, p] == 0 && matrix[.relay, m, m] == 0)
    }

    @Test func `a declared joint patrol is not to avoid`() {
        var town = town
        town.avoidedPairs = [("m", "p", ["b"])]
        let scenario = town.scenario
        let duty = Duty(scenario)
        let roster = Roster(shifts: [duty("m3", 0, "late", in: "b"), duty("p1", 0, "patrol", in: "b")])
        let matrix = OverlapMatrix(scenario: scenario, coverage: RosterChecker(scenario).coverage(of: roster))
        #expect(matrix[.avoid, ProfessionID(0), ProfessionID(1)] == 0)
        #expect(matrix[.waste, ProfessionID(0), ProfessionID(1)] == 240)
    }
}
