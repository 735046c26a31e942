import RosterIO
import RosterModel
import Testing

/// Rules of work that look beyond a day and a week, and the data that they rest on.
@Suite struct ScenarioReaderRulesTests {
    private func regime(_ rules: String, _ keys: String = "") throws -> Regime {
        let yaml = Example.yaml(
            "shifts:", by: "regimes: [{id: essai, \(keys) rules: {\(rules)}}]\nshifts:")
        let agents = Example.agents + "X,,regie,mediateur,essai,,,,,,,,\n"
        return try #require(try Example.read(yaml: yaml, agents: agents).scenario.regimes.last)
    }

    private static let source = RuleSource(level: .local, article: "")

    @Test func everyRuleIsRead() throws {
        let regime = try regime(
            """
            average_over_weeks: {value: 44h, weeks: 10}, night_worker_day: 8h, night_worker_average: 40h, \
            mission_hours: {value: {from: "06:00", to: "23:00"}}, rolling_day: 10h, shortest_shift: 4h, \
            break_during_work: 20 min, rest_after_work: {value: 24h, after: 48h}, weekend_rest: 3, notice_of_change: 7, \
            sundays_off: {value: 6, of: 13, joined: oui}
            """, "week_start: dim, night_worker_nights: 3,")
        let source = Self.source
        #expect(regime.averageOverWeeks == AverageOverWeeks(weeklyMinutes: 2640, weeks: 10, source: source))
        #expect(regime.nightWorkerDay == NightWorkerDay(minutes: 480, source: source))
        #expect(regime.nightWorkerAverage == NightWorkerAverage(weeklyMinutes: 2400, weeks: 12, source: source))
        #expect(regime.missionHours == MissionHours(hours: ClockRange(start: 360, end: 1380), source: source))
        #expect(regime.rollingDay == RollingDay(minutes: 600, source: source))
        #expect(regime.shortestShift == ShortestShift(minutes: 240, source: source))
        #expect(regime.breakDuringWork == BreakDuringWork(minutes: 20, afterMinutes: 360, source: source))
        #expect(regime.restAfterWork == RestAfterWork(restMinutes: 1440, workMinutes: 2880, source: source))
        #expect(regime.weekendRest == WeekendRest(halfDays: 3, source: source))
        #expect(regime.noticeOfChange == NoticeOfChange(days: 7, source: source))
        #expect(regime.sundaysOff == SundaysOff(off: 6, ofSundays: 13, isJoined: true, source: source))
        #expect(regime.weekStart == .sunday && regime.nightWorkerNights == 3)
    }

    /// A rule of law of some pack, and values that would loosen it.
    @Test(
        arguments: [
            ("average_over_weeks: {value: 44h, level: law}", "average_over_weeks: 46h"),
            ("average_over_weeks: {value: 44h, level: law}", "average_over_weeks: {value: 44h, weeks: 16}"),
            ("average_over_weeks: {value: 44h, level: law}", "average_over_weeks: {value: 44h, weeks: 8}"),
            ("night_worker_day: {value: 8h, level: law}", "night_worker_day: 9h"),
            ("night_worker_average: {value: 40h, level: law}", "night_worker_average: none"),
            (
                "mission_hours: {value: {from: \"06:00\", to: \"23:00\"}, level: law}",
                "mission_hours: {value: {from: \"06:00\", to: \"24:00\"}}"
            ),
            ("shortest_shift: {value: 4h, level: law}", "shortest_shift: 3h"),
            ("break_during_work: {value: 20, level: law}", "break_during_work: 15"),
            ("break_during_work: {value: 20, level: law}", "break_during_work: {value: 20, after: 7h}"),
            ("rest_after_work: {value: 24h, after: 48h, level: law}", "rest_after_work: {value: 24h, after: 50h}"),
            ("weekend_rest: {value: 3, level: law}", "weekend_rest: 2"),
            ("notice_of_change: {value: 7, level: law}", "notice_of_change: 3"),
            ("sundays_off: {value: 2, of: 4, joined: oui, level: law}", "sundays_off: {value: 2, of: 4, joined: non}"),
        ])
    func lawIsNotLoosened(law: String, looser: String) {
        let issues = Example.regimeFaults("[{id: a, rules: {\(law)}}, {id: b, base: a, rules: {\(looser)}}]")
        #expect(issues.count == 1)
        let message = issues.first?.message ?? ""
        #expect(message.contains("loosens a rule of law"), "\(message)")
        #expect(issues.first?.field.hasPrefix("regimes[1].rules.") == true && issues.first?.line != nil)
    }

    /// 44 h over 8 weeks and weeks of 48 h are 45 h 20 over 12; no agreement goes beyond 46 h over 12 either.
    @Test func anAverageOverOtherWeeksSaysWhichWouldDo() throws {
        func faults(_ pack: String, _ value: String) -> [ScenarioIssue] {
            Example.regimeFaults("[{id: \(pack), rules: {average_over_weeks: {\(value)}}}]")
        }
        let looser = faults("prive-jour", "value: 44h, weeks: 8")
        #expect(looser.map(\.field) == ["regimes[0].rules.average_over_weeks.value"])
        #expect(looser.first?.message.contains("without a recorded agreement") == true)
        #expect(looser.first?.hint.hasSuffix("write weeks: 1, 2, 3, 4, 6, 12") == true)
        #expect(faults("ccn1351", "value: 46h, weeks: 8").first?.message.contains("loosens a rule of law") == true)
        #expect(faults("prive-jour", "value: 44h, weeks: 11").count == 1)
        let far = faults("prive-jour", "value: 44h, weeks: 8, agreement: {reference: a, date: 2026-01-01}")
        #expect(far.first?.message.contains("goes further than an agreement may") == true)
        let stricter = try Example.regime(
            "prive-jour", "[{id: prive-jour, rules: {average_over_weeks: {value: 44h, weeks: 6}}}]")
        #expect(stricter.averageOverWeeks?.weeks == 6 && stricter.agreements.isEmpty)
    }

    @Test func theWeekMovesByAgreementOnly() throws {
        func read(_ week: String) -> [ScenarioIssue] {
            Example.regimeFaults("[{id: prive-nuit, week_start: \(week)}]")
        }
        #expect(read("dim").map(\.field) == ["regimes[0].week_start"])
        #expect(read("jour").count == 1)
        #expect(read("lun").isEmpty)
        #expect(read("{day: dim, agreement: {reference: Accord 3, date: 2025-01-01}}").isEmpty)
        // Back to the day of the texts no agreement is needed.
        let moved = "{id: a, base: prive-nuit, week_start: {day: dim, agreement: {reference: A, date: 2025-01-01}}}"
        let regime = try Example.regime("b", "[\(moved), {id: b, base: a, week_start: lun}]")
        #expect(regime.weekStart == .monday)
        #expect(Example.regimeFaults("[\(moved), {id: b, base: a, week_start: sam}]").count == 1)
    }

    @Test func nightPermissionsResolveSectorsDaysAndHours() throws {
        let section = """
            night_permissions:
              - {reference: Convention 2026 art. 8, date: 2026-01-10, sectors: [centre], days: [fri, sat], from: "23:00", to: "02:00", valid_until: 2026-10-16}
              - {reference: Convention 2026 art. 9, date: 2026-01-10, from: "05:00", to: "06:00"}
            shifts:
            """
        let permissions = try Example.read(yaml: Example.yaml("shifts:", by: section)).scenario.nightPermissions
        #expect(permissions.count == 2)
        let first = try #require(permissions.first)
        #expect(first.sectors == [SectorID(1)] && first.hours == ClockRange(start: 1380, end: 1560))
        // 1 October 2026 is a Thursday: Fridays 2, 9, 16 and Saturdays 3, 10; the convention ends on the 16th.
        #expect(first.days.indices.filter { first.days[$0] } == [1, 2, 8, 9, 15])
        // Hours before the start of the service day belong to the evening before.
        #expect(permissions[1].hours == ClockRange(start: 1740, end: 1800) && permissions[1].sectors == nil)
    }

    @Test(
        arguments: [
            "{reference: a, from: 23h, to: 2h}", "{date: 2026-01-01, from: 23h, to: 2h}",
            "{reference: a, date: 2026-01-01, from: 23h}",
            "{reference: a, date: 2026-01-01, from: 23h, to: 2h, sectors: [port]}",
            "{reference: a, date: 2026-01-01, from: 23h, to: 2h, days: [feries2]}",
            "{reference: a, date: 2026-01-01, from: 23h, to: 2h, valid_from: 2026-12-01, valid_until: 2026-11-01}",
            "{reference: a, date: 2026-01-01, from: 23h, to: 2h, valid_until: 2026-09-01}",
        ])
    func doubtfulPermissionsAreReported(entry: String) {
        let issues = Example.issues(yaml: Example.yaml("shifts:", by: "night_permissions: [\(entry)]\nshifts:"))
        #expect(issues.count == 1 && issues[0].field.hasPrefix("night_permissions[0]"), "\(issues)")
    }

    @Test func busyIntervalsAndStandbyAreRead() throws {
        let busy = """
            agent;début;fin;type
            M1;2026-10-06 09:00;2026-10-06 12:00;formation
            M1;2026-10-05 14:00;2026-10-05 15:30;audience
            M2;2026-10-07 08:00;2026-10-07 12:00;autre_employeur
            M2;2026-10-09 20:00;2026-10-12 08:00;astreinte

            """
        let scenario = try Example.read(["busy.csv": busy]).scenario
        let (first, second) = (scenario.agents[0], scenario.agents[1])
        #expect(first.busy.map(\.day) == [4, 5] && first.busy.map(\.kind) == [.hearing, .training])
        // 35 h × 31 / 7 = 155 h, less 1 h 30 and 3 h of given work; another employer's work leaves the contract whole.
        #expect(first.maximumMinutes == 155 * 60 - 270)
        #expect(second.maximumMinutes == 7200 && second.standby.count == 1)
        #expect(second.busy.first?.minutes.count == 240)
    }

    @Test(
        arguments: [
            ("M1,2026-10-06 09:00,2026-10-06 08:00,formation", "end"),
            ("M1,2026-10-06 09:00,2026-10-06 10:00,conge", "kind"),
            ("M1,2026-09-30 09:00,2026-09-30 10:00,formation", "start"),
            ("M1,2026-10-06 09:00,2026-10-07 09:00,formation", "end"),
            ("M1,2026-10-25 02:30,2026-10-25 04:00,intervention", "start"),
            ("M9,2026-10-06 09:00,2026-10-06 10:00,formation", "agent"),
        ])
    func faultsOfBusyIntervals(row: String, column: String) {
        let issues = Example.issues(["busy.csv": "agent,start,end,kind\n\(row)\n"])
        #expect(issues.map(\.field) == ["busy.\(column)"], "\(issues)")
        #expect(issues.first?.line == 2)
    }

    @Test func contractsBeginAndEndInTheMonth() throws {
        let agents = """
            agent,employer,profession,regime,weekly_hours,contract_from,contract_to,night_worker
            A,regie,mediateur,prive-nuit,35,2026-10-11,,oui
            B,regie,mediateur,prive-nuit,35,,10/10/2026,
            C,regie,mediateur,prive-nuit,35,,,

            """
        let list = try Example.read(agents: agents).scenario.agents
        #expect(list[0].contractDays.lowerBound == 10 && list[1].contractDays.upperBound == 10)
        #expect(list[2].contractDays == Agent.openContract)
        // 21 and 10 days of 31.
        #expect(list.map(\.maximumMinutes) == [105 * 60, 50 * 60, 155 * 60])
        #expect(list.map(\.isNightWorker) == [true, false, false])
        let turned = agents.replacing("2026-10-11,,oui", with: "2026-10-11,2026-10-01,oui")
        #expect(Example.issues(agents: turned).map(\.field) == ["agents.contract_to"])
    }

    @Test func theHistorySaysSinceWhenItIsKnown() throws {
        let history = """
            agent,service_day,start,end,break_minutes
            M1,2026-07-06,,,
            M1,,2026-09-29 16:00,2026-09-30 00:00,20
            M2,,2026-09-28 16:00,2026-09-29 00:00,20
            M3,,,,

            """
        let agents = try Example.read(["history.csv": history]).scenario.agents
        #expect(agents.map { $0.history?.knownFrom } == [-87, -3, 0])
    }

    @Test func thePublishedRosterIsRead() throws {
        let published = """
            agent,service_day,start,end,break_minutes,shift,sector,stage
            M1,2026-10-02,2026-10-02T16:00+02:00,2026-10-03T00:00+02:00,20,soir,tilleuls,1

            """
        let yaml = "decided_on: 2026-09-28\n" + Example.yaml
        let scenario = try Example.read(yaml: yaml, ["published.csv": published]).scenario
        #expect(scenario.published?.decisionDay == -3 && scenario.published?.roster.shifts.count == 1)
        #expect(Example.issues(["published.csv": published]).map(\.file) == ["published.csv"])
        #expect(Example.issues(yaml: yaml).map(\.field) == ["decided_on"])
    }

    @Test func staticGuardAndFestivitiesAreKnown() throws {
        let yaml =
            Example.yaml("end: \"24:00\", break: 20}", by: "end: \"24:00\", break: 20, static_guard: oui}")
            + "calendar: {fetes_communales: [2026-10-03]}\n"
        let scenario = try Example.read(yaml: yaml).scenario
        #expect(scenario.shifts[0].isStaticGuard)
        #expect(scenario.dayNames[2].contains(MissionHours.festivities))
    }
}
