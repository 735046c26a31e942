import RosterCheck
import RosterModel
import RosterReport
import TestSupport
import Testing

/// Presence without a team, presence together to avoid, and missions.
@Suite struct PresenceFiguresTests {
    /// One evening in two neighbouring sectors: two mediators from 18:00 and 20:00, an officer with them from 22:00.
    private var town: (scenario: Scenario, roster: Roster, coverage: CoverageReport) {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.sectors = ["a", "b"]
        town.professions = ["m", "p"]
        town.avoidedPairs = [("m", "p", ["b"])]
        town.shift("early", "18:00", "24:00", professions: ["m"])
        town.shift("late", "20:00", "24:00", professions: ["m"])
        town.shift("patrol", "22:00", "24:00", professions: ["p"])
        town.kind("pair", [.init(2, ["m"])])
        town.kind("officers", [.init(2, ["p"])])
        town.need(kinds: ["pair"], "18:00", "24:00", days: [0])
        town.need("b", kinds: ["pair"], "22:00", "24:00", days: [0])
        town.agent("m1")
        town.agent("m2")
        town.agent("p1", "p")
        var scenario = town.scenario
        scenario.sectors = [
            Sector(id: "a", name: "a", neighbours: [SectorID(1)]),
            Sector(id: "b", name: "b", neighbours: [SectorID(0)]),
        ]
        let always = Array(repeating: true, count: scenario.axis.slotCount)
        func mission(_ id: String, _ kinds: [Int]) -> Mission {
            Mission(id: id, name: id, kinds: kinds.map { TeamKindID($0) }, sectors: nil, arisesInSlot: always)
        }
        scenario.missions = [mission("quiet", [0]), mission("fines", [1]), mission("repairs", [])]
        let duty = Duty(scenario)
        let roster = Roster(shifts: [
            duty("m1", 0, "early", in: "a"), duty("m2", 0, "late", in: "a"), duty("p1", 0, "patrol", in: "a"),
        ])
        return (scenario, roster, RosterChecker(scenario).coverage(of: roster))
    }

    @Test func `agents without a team are listed with their hours`() {
        let (scenario, roster, coverage) = town
        let runs = PresenceWithoutTeam.list(scenario: scenario, coverage: coverage)
        // Slots of 60 minutes from 06:00: 18:00 is slot 12. From 20:00 the mediators are a pair.
        #expect(runs.map(\.slots) == [12..<14] && runs.map(\.agents) == [1])
        #expect(runs.map { $0.agentMinutes(on: scenario.axis) } == [120])
        #expect(runs[0].agentIDs(in: roster, scenario: scenario) == ["m1"])
    }

    @Test func `professions to keep apart are listed where no joint patrol is declared`() {
        let (scenario, roster, coverage) = town
        let runs = AvoidedInterval.list(scenario: scenario, coverage: coverage)
        #expect(runs == [AvoidedInterval(pair: 0, day: 0, sector: SectorID(0), slots: 16..<18)])
        #expect(coverage.avoidedMinutes == [120])
        // The same in the other sector is a declared joint patrol.
        let duty = Duty(scenario)
        let moved = Roster(
            shifts: roster.shifts.map { shift in
                let menu = scenario.shifts.firstIndex { $0.id == shift.name } ?? 0
                return duty(shift.agent.value, shift.day, ShiftID(menu), SectorID(1))
            })
        let other = RosterChecker(scenario).coverage(of: moved)
        #expect(AvoidedInterval.list(scenario: scenario, coverage: other).isEmpty && other.avoidedMinutes == [0])
    }

    @Test func `missions are answered here, from near, or by nobody`() {
        let (scenario, _, coverage) = town
        let figures = MissionFigures(scenario: scenario, coverage: coverage)
        // Sector a: 6 h asked for, the pair is there for 4; sector b: 2 h, the pair is next door.
        #expect(figures.tallies[0].map(\.asked) == [360, 120])
        #expect(figures.tallies[0].map(\.answered) == [240, 0])
        #expect(figures.tallies[0].map(\.near) == [0, 120])
        let orphans = figures.orphans
        #expect(orphans.map(\.mission) == [0, 1, 2])
        #expect(orphans.map(\.isEverywhere) == [false, true, true])
        // Nobody for "quiet" before 20:00.
        #expect(orphans[0].sectors.isEmpty && orphans[0].hours == [1080..<1200])
    }

    /// Three officers serve a need of one team as a patrol or as a trio; the mission asks for a trio.
    @Test("a mission is answered by any team that can be formed at no loss", arguments: [1, 2])
    func missionByAnotherFormation(_ teams: Int) {
        let figures = [["patrol", "trio"], ["trio", "patrol"]].map { order in
            var town = TinyScenario(first: "2026-10-05", days: 1)
            town.shift("late", "20:00", "24:00")
            let sizes = ["patrol": 2, "trio": 3]
            for kind in order { town.kind(kind, [.init(sizes[kind] ?? 0, ["m"])]) }
            town.need(kinds: ["patrol", "trio"], "20:00", "24:00", teams: teams)
            for number in 0...teams + 1 { town.agent("p\(number)") }
            var scenario = town.scenario
            let always = Array(repeating: true, count: scenario.axis.slotCount)
            let trio = scenario.teamKinds.firstIndex { $0.id == "trio" } ?? 0
            scenario.missions = [
                Mission(id: "noise", name: "Noise", kinds: [TeamKindID(trio)], sectors: nil, arisesInSlot: always)
            ]
            let duty = Duty(scenario)
            let roster = Roster(shifts: scenario.agents.map { duty($0.id, 0, "late") })
            return MissionFigures(scenario: scenario, coverage: RosterChecker(scenario).coverage(of: roster))
        }
        #expect(figures[0].tallies == figures[1].tallies && figures[0].orphans == figures[1].orphans)
        // Of four officers for two teams a trio would leave one team missing: then nobody answers.
        #expect(figures[0].tallies[0][0].answered == (teams == 1 ? 240 : 0))
        #expect(figures[0].orphans.isEmpty == (teams == 1))
    }
}
