import RosterIO
import RosterModel
import Testing

/// Split shifts in the menu, in rosters and in the history.
@Suite struct ScenarioReaderSplitShiftTests {
    private static let split =
        "  - {id: coupe, professions: [mediateur], parts: [{start: 10h, end: 12h30}, {start: 17h, end: 21h}], break: 20}"

    private func scenario(_ entries: String, _ others: [String: String] = [:]) throws -> Scenario {
        let yaml = Example.yaml(
            "  - {id: soir, professions: [mediateur], start: \"16:00\", end: \"24:00\", break: 20}", by: entries)
        return try Example.read(yaml: yaml, agents: Example.agents.replacing(",soir,chef", with: ",,chef"), others)
            .scenario
    }

    @Test func partsAreReadInOrder() throws {
        let shift = try scenario(Self.split).shifts[0]
        #expect(shift.parts == [ClockRange(start: 600, end: 750), ClockRange(start: 1020, end: 1260)])
        #expect(shift.hours == ClockRange(start: 600, end: 1260) && shift.isSplit && shift.id == "coupe")
    }

    @Test func aPartMayPassMidnight() throws {
        let shift = try scenario(
            "  - {id: coupe, professions: [mediateur], parts: [{start: 18h, end: 22h}, {start: 23h30, end: 2h}, {start: 3h, end: 5h}]}"
        ).shifts[0]
        #expect(shift.parts.map { [$0.start, $0.end] } == [[1080, 1320], [1410, 1560], [1620, 1740]])
    }

    @Test func staysOfARoundSkipTheGap() throws {
        let scenario = try scenario(
            """
              - {id: coupe, professions: [mediateur], parts: [{start: 10h, end: 12h}, {start: 17h, end: 21h}], round: [{sector: tilleuls, until: "18:00"}, {sector: centre}]}
            """)
        let stays = scenario.shifts[0].stays(in: SectorID(0), day: 0, axis: scenario.axis)
        // Minutes from 06:00: 10:00 to 12:00 and 17:00 to 18:00 in the first sector, then the other.
        #expect(
            stays == [
                .init(sector: SectorID(0), minutes: 240..<360), .init(sector: SectorID(0), minutes: 660..<720),
                .init(sector: SectorID(1), minutes: 720..<900),
            ])
    }

    @Test func aGapThatTheClockSkipsJoinsTheParts() throws {
        let yaml = Example.yaml(
            "  - {id: soir, professions: [mediateur], start: \"16:00\", end: \"24:00\", break: 20}",
            by: "  - {id: coupe, professions: [mediateur], parts: [{start: 21h, end: 2h}, {start: 3h, end: 5h}]}"
        ).replacing("first: 2026-10-01, last: 2026-10-31", with: "first: 2026-03-28, last: 2026-03-29")
        let scenario = try Example.read(yaml: yaml, agents: Example.agents.replacing(",soir,chef", with: ",,chef"))
            .scenario
        // From 06:00 on: 21:00 is minute 900; 05:00 is an hour sooner than on other nights.
        #expect(scenario.shifts[0].workedParts(day: 0, axis: scenario.axis) == [900..<1320])
        #expect(scenario.shifts[0].workedParts(day: 1, axis: scenario.axis).map(\.count) == [300, 120])
    }

    @Test(
        arguments: [
            ("parts: [{start: 10h, end: 12h}]", "shifts[0].parts", "at least two parts"),
            ("parts: [{start: 10h, end: 12h}, {start: 12h, end: 14h}]", "shifts[0].parts[1].start", "leaves no gap"),
            ("parts: [{start: 17h, end: 21h}, {start: 10h, end: 12h}]", "shifts[0].parts[1].start", "leaves no gap"),
            ("parts: [{start: 10h, end: 10h}, {start: 17h, end: 21h}]", "shifts[0].parts[0].end", "no length"),
            ("parts: [{start: 10h, end: 12h}, {start: 17h}]", "shifts[0].parts[1].end", "missing"),
            (
                "parts: [{start: 10h, end: 12h}, {start: 5h, end: 7h}]", "shifts[0].parts[1].end",
                "leaves the service day"
            ),
            (
                "start: 9h, parts: [{start: 10h, end: 12h}, {start: 17h, end: 21h}]", "shifts[0].start",
                "both parts and hours"
            ),
            ("break: 240, parts: [{start: 10h, end: 12h}, {start: 17h, end: 21h}]", "shifts[0].break", "longest part"),
        ])
    func faultsSayWhatIsWrong(keys: String, field: String, message: String) {
        let yaml = Example.yaml(
            "  - {id: soir, professions: [mediateur], start: \"16:00\", end: \"24:00\", break: 20}",
            by: "  - {id: coupe, professions: [mediateur], \(keys)}")
        let issues = Example.issues(yaml: yaml, agents: Example.agents.replacing(",soir,chef", with: ",,chef"))
        #expect(
            issues.contains { $0.severity == .error && $0.field == field && $0.message.contains(message) }, "\(issues)")
    }

    // MARK: Rosters

    private func read(_ text: String) throws -> (shifts: [WorkedShift], scenario: Scenario) {
        let scenario = try scenario(Self.split + "\n  - {id: journee, professions: [mediateur], start: 10h, end: 21h}")
        return (try RosterCSV.read(Array(text.utf8), scenario: scenario, language: .english).roster.shifts, scenario)
    }

    @Test func aRosterHasARowForEachPart() throws {
        let (_, scenario) = try read("agent,service_day,shift\n")
        let parts = scenario.shifts[0].workedParts(day: 4, axis: scenario.axis)
        let worked = WorkedShift(
            agent: AgentID(0), day: 4, name: "coupe", minutes: parts[0].lowerBound..<parts[1].upperBound,
            breakMinutes: 20,
            stages: parts.map { .init(sector: SectorID(1), minutes: $0) })
        let text = RosterCSV.write(Roster(shifts: [worked]), scenario: scenario)
        #expect(
            text == """
                agent,service_day,start,end,break_minutes,shift,sector,stage
                M1,2026-10-05,2026-10-05T10:00+02:00,2026-10-05T12:30+02:00,20,coupe,centre,1
                M1,2026-10-05,2026-10-05T17:00+02:00,2026-10-05T21:00+02:00,,coupe,centre,2

                """)
        #expect(try read(text).shifts == [worked])
    }

    @Test(
        "rows made elsewhere are the parts of one shift",
        arguments: [
            // By name alone, by the name on each row, by hours alone.
            "Matricule;Date;Poste;Secteur\nM1;05/10/2026;coupe;centre\n",
            "Matricule;Date;Début;Fin;Poste;Secteur\nM1;05/10/2026;17h;21h;coupe;centre\nM1;05/10/2026;10h;12h30;coupe;centre\n",
            "Matricule;Date;Début;Fin;Secteur\nM1;05/10/2026;10h;12h30;centre\nM1;05/10/2026;17h;21h;centre\n",
        ])
    func rowsMadeElsewhere(text: String) throws {
        let (shifts, scenario) = try read(text)
        let warnings = try RosterCSV.read(Array(text.utf8), scenario: scenario, language: .english).warnings
        #expect(warnings.isEmpty, "\(warnings)")
        let parts = scenario.shifts[0].workedParts(day: 4, axis: scenario.axis)
        #expect(shifts.map(\.name) == ["coupe"] && shifts.map(\.breakMinutes) == [20])
        #expect(shifts.first?.parts == parts)
        #expect(Set(shifts.flatMap(\.stages).map(\.sector)) == [SectorID(1)])
    }

    @Test func hoursOfTheWholeAloneAreNoSplitShift() throws {
        let (shifts, _) = try read("Matricule;Date;Début;Fin;Secteur\nM1;05/10/2026;10h;21h;centre\n")
        #expect(shifts.map(\.name) == ["journee"])
        #expect(shifts.first?.parts.count == 1)
    }

    @Test func twoShiftsOfOneDayStayTwo() throws {
        let (shifts, _) = try read(
            "Matricule;Date;Début;Fin;Secteur\nM1;05/10/2026;10h;12h;centre\nM1;05/10/2026;17h;21h;centre\n")
        #expect(shifts.count == 2)
    }

    @Test func overlappingStagesAreRefused() {
        #expect(throws: ScenarioError.self) {
            try read(
                """
                agent,service_day,start,end,break_minutes,shift,sector,stage
                M1,2026-10-05,2026-10-05T10:00+02:00,2026-10-05T12:30+02:00,20,coupe,centre,1
                M1,2026-10-05,2026-10-05T12:00+02:00,2026-10-05T21:00+02:00,,coupe,centre,2

                """)
        }
    }

    @Test func aSplitDayOfTheHistoryKeepsItsBreakInTheLongestPart() throws {
        let history = """
            agent,service_day,start,end,break_minutes,shift,sector,stage
            M1,2026-09-30,2026-09-30T10:00+02:00,2026-09-30T12:30+02:00,20,coupe,centre,1
            M1,2026-09-30,2026-09-30T17:00+02:00,2026-09-30T21:00+02:00,,coupe,centre,2

            """
        let past = try scenario(Self.split, ["history.csv": history]).agents[0].history?.shifts ?? []
        #expect(past.map(\.day) == [-1, -1] && past.map(\.minutes.count) == [150, 240])
        #expect(past.map(\.breakMinutes) == [0, 20])
    }

    // MARK: Regimes

    @Test func rulesOfSplitDaysAreRead() throws {
        let sections = """
            regimes:
              - id: gardien
                base: ccn1043b
                rules: {split_day: 2, inner_rest: {value: 4h30, share: 80}}
              - id: surete
                base: ccn1351
                rules: {shortest_shift: {value: 4h, gap: 1h}}
            shifts:
            """
        let agents = Example.agents + "G1,,regie,mediateur,gardien,,,,,,,,\nS1,,regie,mediateur,surete,,,,,,,,\n"
        let regimes = try Example.read(yaml: Example.yaml("shifts:", by: sections), agents: agents).scenario.regimes
        let caretaker = try #require(regimes.first { $0.id == "gardien" })
        #expect(caretaker.splitDay?.parts == 2 && caretaker.splitDay?.source.level == .local)
        let rest = try #require(caretaker.innerRest)
        #expect([rest.minutes, rest.amplitudeMinutes, rest.leastMinutes, rest.largestShare] == [270, 780, 60, 80])
        let security = try #require(regimes.first { $0.id == "surete" })
        #expect(security.shortestShift?.minutes == 240 && security.shortestShift?.gapMinutes == 60)
    }

    @Test func compensatoryRestComesFromTheBaseUnlessGiven() throws {
        let sections = """
            regimes:
              - {id: educ, base: ccn66}
              - id: autre
                base: ccn66
                compensatory_rest: [{night_hours: {from: 22h, to: 5h}, percent: 10, article: accord local}]
            shifts:
            """
        let agents = Example.agents + "E1,,regie,mediateur,educ,,,,,,,,\nE2,,regie,mediateur,autre,,,,,,,,\n"
        let regimes = try Example.read(yaml: Example.yaml("shifts:", by: sections), agents: agents).scenario.regimes
        let base = try #require(regimes.first { $0.id == "educ" }).compensatoryRests
        #expect(base.map(\.basis) == [.nightHours(ClockRange(start: 1380, end: 1800)), .longDays(aboveMinutes: 480)])
        #expect(base.map(\.percent) == [7, 100])
        #expect(
            regimes.first { $0.id == "autre" }?.compensatoryRests == [
                CompensatoryRest(
                    basis: .nightHours(ClockRange(start: 1320, end: 1740)), percent: 10, article: "accord local")
            ])
    }

    /// No plan is held to it, but nobody should lose sight of it unawares.
    @Test func aCompensatoryRestThatGivesLessIsSaid() {
        func warnings(_ list: String) -> [String] {
            Example.regimeWarnings("[{id: x, base: ccn66, compensatory_rest: [\(list)]}]").map(\.message)
        }
        let nights = "{night_hours: {from: 22h, to: 6h}, percent: 7, article: a}"
        let days = "{day_above: 8h, percent: 100, article: b}"
        #expect(warnings("\(nights), \(days)").isEmpty)
        #expect(warnings(nights).map { $0.contains("100 % (C. trav. R3122-7)") } == [true])
        #expect(warnings("\(nights), {day_above: 9h, percent: 100, article: b}").count == 1)
        #expect(warnings("\(nights), {day_above: 8h, percent: 50, article: b}").count == 1)
        #expect(warnings("{night_hours: {from: 23h, to: 5h}, percent: 7, article: a}, \(days)").count == 1)
        #expect(warnings("").count == 2)
    }

    @Test(
        arguments: [
            ("{percent: 7, article: a}", "regimes[0].compensatory_rest[0]"),
            (
                "{night_hours: {from: 23h, to: 6h}, day_above: 8h, percent: 7, article: a}",
                "regimes[0].compensatory_rest[0]"
            ),
            ("{day_above: 8h, article: a}", "regimes[0].compensatory_rest[0].percent"),
            ("{day_above: 8h, percent: 0, article: a}", "regimes[0].compensatory_rest[0].percent"),
            ("{day_above: 8h, percent: 7}", "regimes[0].compensatory_rest[0].article"),
        ])
    func doubtfulCompensatoryRestsAreReported(entry: String, field: String) {
        let section = "regimes: [{id: x, base: fpt, compensatory_rest: [\(entry)]}]\nshifts:"
        let issues = Example.issues(
            yaml: Example.yaml("shifts:", by: section), agents: Example.agents + "X1,,regie,mediateur,x,,,,,,,,\n")
        #expect(issues.map(\.field) == [field], "\(issues)")
    }

    @Test func runsOfSundaysThatNobodyCouldFollowAreRefused() {
        func issues(_ run: Int) -> [ScenarioIssue] {
            let section = "regimes: [{id: x, base: fpt, rules: {sundays_off: {value: 1, of: \(run)}}}]\nshifts:"
            return Example.issues(
                yaml: Example.yaml("shifts:", by: section), agents: Example.agents + "X1,,regie,mediateur,x,,,,,,,,\n")
        }
        #expect(issues(28).isEmpty)
        #expect(issues(29).map(\.field) == ["regimes[0].rules.sundays_off.of"], "\(issues(29))")
        #expect(issues(29).first?.expected.contains("28") ?? false)
    }

    @Test func noticeInWorkingDaysIsRead() throws {
        let sections = """
            regimes:
              - {id: partiel, base: prive-jour-temps-partiel}
              - id: accord
                base: prive-jour-temps-partiel
                rules: {notice_of_change: {value: 3, agreement: {reference: a, date: 2026-01-01}}}
            shifts:
            """
        let agents = Example.agents + "P1,,regie,mediateur,partiel,,,,,,,,\nP2,,regie,mediateur,accord,,,,,,,,\n"
        let regimes = try Example.read(yaml: Example.yaml("shifts:", by: sections), agents: agents).scenario.regimes
        let notices = ["partiel", "accord"].map { id in regimes.first { $0.id == id }?.noticeOfChange }
        #expect(notices.map { $0?.days } == [7, 3] && notices.allSatisfy { $0?.countsWorkingDays == true })
    }

    @Test(
        arguments: [
            ("ccn66", "split_day: 4", "without a recorded agreement"),
            ("prive-jour-temps-partiel", "split_day: {value: 2, gap: 3h}", "without a recorded agreement"),
            ("ccn1351", "shortest_shift: {value: 4h, gap: 3h}", "loosens a rule of law"),
            ("ccn1043b", "inner_rest: {value: 4h, amplitude: 14h}", "loosens a rule of law"),
            ("ccn1043b", "inner_rest: {value: 4h, share: 60}", "loosens a rule of law"),
            (
                "prive-jour-temps-partiel", "notice_of_change: {value: 7, working_days: no}",
                "without a recorded agreement"
            ),
            (
                "prive-jour-temps-partiel",
                "notice_of_change: {value: 2, agreement: {reference: a, date: 2026-01-01}}",
                "further than an agreement may"
            ),
        ])
    func looseningIsRefused(base: String, rule: String, message: String) {
        let section = "regimes: [{id: x, base: \(base), rules: {\(rule)}}]\nshifts:"
        let issues = Example.issues(
            yaml: Example.yaml("shifts:", by: section), agents: Example.agents + "X1,,regie,mediateur,x,,,,,,,,\n")
        #expect(issues.contains { $0.message.contains(message) }, "\(issues)")
    }
}
