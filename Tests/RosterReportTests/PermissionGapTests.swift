import RosterCheck
import RosterModel
import RosterReport
import TestSupport
import Testing

/// Why late hours stay empty when no convention allows missions at night.
@Suite struct PermissionGapTests {
    /// Officers from 06:00 to 23:00 only; a patrol is needed from 20:00 to 26:00 in two sectors on two nights.
    private var scenario: Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.sectors = ["a", "b"]
        town.professions = ["p", "m"]
        town.regimes = [
            Regime(
                id: "pm", name: "pm", nightClock: ClockRange(start: 1320, end: 1740), breakCountsAsWork: true),
            Regime(
                id: "m", name: "m", nightClock: ClockRange(start: 1320, end: 1740), breakCountsAsWork: true),
        ]
        town.regime.missionHours = MissionHours(
            hours: ClockRange(start: 360, end: 1380), source: RuleSource(level: .law, article: "CSI L512-6"))
        town.shift("late", "18:00", "26:00")
        town.kind("patrol", [.init(2, ["p"])])
        town.kind("mediators", [.init(2, ["m"])])
        town.need("a", kinds: ["patrol"], "20:00", "26:00")
        town.need("b", kinds: ["mediators"], "20:00", "26:00")
        town.agent("p1", "p", regime: "pm")
        town.agent("m1", "m", regime: "m")
        return town.scenario
    }

    private func gaps(_ scenario: Scenario) -> [PermissionGap] {
        PermissionGap.list(
            scenario: scenario, coverage: RosterChecker(scenario).coverage(of: Roster(shifts: [])))
    }

    @Test func `hours outside the mission hours are counted where the regime's agents could help`() {
        // 23:00 to 26:00 on two nights in sector a; sector b takes mediators only.
        #expect(gaps(scenario).map(\.missing) == [[360, 0]])
        #expect(gaps(scenario).map(\.late) == [360])
        #expect(gaps(scenario).map(\.professions) == [[ProfessionID(0)]])
    }

    @Test func `permissions and festivities close the gap`() {
        var allowed = scenario
        allowed.nightPermissions = [
            NightPermission(
                reference: "convention", date: CivilDate(daysSinceEpoch: 20_000), sectors: [SectorID(0)],
                days: [true, false], hours: ClockRange(start: 1380, end: 1560))
        ]
        #expect(gaps(allowed).map(\.total) == [180])
        allowed.dayNames[1] = [MissionHours.festivities]
        #expect(gaps(allowed).isEmpty)
    }

    @Test func `the page and the terminal say why`() {
        let scenario = scenario
        let coverage = RosterChecker(scenario).coverage(of: Roster(shifts: []))
        let lines = PresenceText.lines(
            scenario: scenario, roster: Roster(shifts: []), coverage: coverage, mostLines: 5, language: .french)
        #expect(
            lines.contains(
                "p : aucune permission de nuit n’est enregistrée, donc pas de mission hors de 06:00–23:00 (CSI L512-6). 6 h tardives non couvertes y tombent (a 6 h)."
            ), "\(lines)")
    }
}
