import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Mission hours with their permissions and exemptions, and the notice of changes.
@Suite struct PermissionTests {
    /// Two sectors, missions from 06:00 to 23:00, a shift of 18:00 to 26:00.
    private func town(isStaticGuard: Bool = false) -> Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.sectors = ["a", "b"]
        town.regime.missionHours = MissionHours(
            hours: ClockRange(start: 360, end: 1380), source: RuleSource(level: .law, article: "CSI L512-6"))
        town.shift("late", "18:00", "26:00", isStaticGuard: isStaticGuard)
        town.shift("round", "20:00", "24:00", stages: [("a", "23:00"), ("b", "24:00")])
        town.agent("m1")
        return town.scenario
    }

    private func outside(_ scenario: Scenario, _ day: Int, _ shift: String = "late", in sector: String = "a") -> [Int] {
        RosterChecker(scenario).violations(in: Roster(shifts: [Duty(scenario)("m1", day, shift, in: sector)]))
            .filter { $0.rule == .missionHours }.map(\.measured)
    }

    private func permission(_ days: [Bool], _ start: Int, _ end: Int, sectors: Set<SectorID>? = nil) -> NightPermission
    {
        NightPermission(
            reference: "convention", date: CivilDate(daysSinceEpoch: 20_000), sectors: sectors, days: days,
            hours: ClockRange(start: start, end: end))
    }

    @Test func `without a permission the hours after 23:00 are a breach with its article`() {
        #expect(outside(town(), 0) == [180])
        let violation = RosterChecker(town()).violations(in: Roster(shifts: [Duty(town())("m1", 0, "late")]))[0]
        #expect(violation.article == "CSI L512-6" && violation.limit == 0)
    }

    @Test func `permissions hold for their sectors, days and hours and add up`() {
        var scenario = town()
        scenario.nightPermissions = [permission([true, false, true], 1380, 1500, sectors: [SectorID(0)])]
        // 23:00 to 25:00 of the shift's 23:00 to 26:00.
        #expect(outside(scenario, 0) == [60] && outside(scenario, 1) == [180])
        #expect(outside(scenario, 0, in: "b") == [180])
        scenario.nightPermissions.append(permission([true, true, true], 1440, 1560))
        #expect(outside(scenario, 0) == [] && outside(scenario, 1) == [60])
        // The round is in b from 23:00 on.
        #expect(outside(scenario, 0, "round") == [60])
    }

    @Test func `static guard and festivities are exempt`() {
        #expect(outside(town(isStaticGuard: true), 0) == [])
        var scenario = town()
        scenario.dayNames[1] = [MissionHours.festivities]
        #expect(outside(scenario, 0) == [180] && outside(scenario, 1) == [])
    }

    /// Published: m1 works "late" on days 0 and 3; changes are decided on day 1 with two days of notice.
    private func published(absence: Range<Int> = 0..<0) -> Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 6)
        town.regime.noticeOfChange = NoticeOfChange(days: 2, source: TinyScenario.source)
        town.shift("late", "18:00", "24:00")
        town.shift("later", "20:00", "24:00")
        town.agent("m1", absences: [.init(days: absence)])
        var scenario = town.scenario
        let duty = Duty(scenario)
        scenario.published = PublishedRoster(
            decisionDay: 1, roster: Roster(shifts: [duty("m1", 0, "late"), duty("m1", 2, "late")]))
        return scenario
    }

    private func changed(_ scenario: Scenario, _ shifts: [(Int, String)]) -> [Int?] {
        let duty = Duty(scenario)
        return RosterChecker(scenario).violations(in: Roster(shifts: shifts.map { duty("m1", $0.0, $0.1) }))
            .filter { $0.rule == .noticeOfChange }.map(\.day)
    }

    @Test func `changes within the notice are found, later ones are free`() {
        let scenario = published()
        #expect(changed(scenario, [(0, "late"), (2, "late")]) == [])
        #expect(changed(scenario, [(0, "late"), (2, "later")]) == [2])
        #expect(changed(scenario, [(0, "late")]) == [2])
        #expect(changed(scenario, [(0, "late"), (1, "late"), (2, "late")]) == [1])
        // Day 3 is two days after the decision.
        #expect(changed(scenario, [(0, "late"), (2, "late"), (3, "later")]) == [])
        // What is over cannot be changed at all.
        #expect(changed(scenario, [(2, "late")]) == [0])
    }

    @Test func `notice in working days passes over weekends and holidays`() {
        // Decided on Thursday 8 October: Friday, Monday and Tuesday are three working days.
        func changes(_ holidays: [String]) -> [Int?] {
            var town = TinyScenario(first: "2026-10-08", days: 8)
            town.regime.noticeOfChange = NoticeOfChange(days: 3, countsWorkingDays: true, source: TinyScenario.source)
            town.shift("late", "18:00", "24:00")
            town.agent("m1")
            var scenario = town.scenario
            scenario.published = PublishedRoster(
                decisionDay: 0, roster: Roster(shifts: []),
                publicHolidays: Set(holidays.compactMap { CivilDate(iso: $0) }))
            return changed(scenario, (0..<8).map { ($0, "late") })
        }
        #expect(changes([]) == [0, 1, 2, 3, 4])
        #expect(changes(["2026-10-12"]) == [0, 1, 2, 3, 4, 5])
    }

    @Test func `an absence that came up frees the day`() {
        #expect(changed(published(absence: 2..<3), [(0, "late")]) == [])
    }

    @Test func `without a published roster the notice cannot be verified`() {
        var scenario = published()
        scenario.published = nil
        let review = RosterChecker.check(Roster(shifts: []), against: scenario)
        #expect(
            review.unverifiable.contains(
                UnverifiableRule(rule: .noticeOfChange, agents: [AgentID(0)], reason: .nothingPublished)))
    }
}
