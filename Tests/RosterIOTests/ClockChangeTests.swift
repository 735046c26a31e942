import RosterIO
import RosterModel
import Testing

/// The nights of the clock change: 02:00 to 03:00 on 29 March 2026, 03:00 to 02:00 on 25 October 2026.
@Suite struct ClockChangeTests {
    /// The example with one need of 00:00 to 05:00 and a horizon of three days.
    private func scenario(first: String, last: String, from: String = "00:00", to: String = "05:00") throws -> Scenario
    {
        let yaml = Example.yaml
            .replacing("{first: 2026-10-01, last: 2026-10-31}", with: "{first: \(first), last: \(last)}")
            .replacing(
                "{from: \"17:00\", to: \"24:00\", teams: 1}, {days: [fri, sat], from: \"24:00\", to: \"26:00\", teams: 1}",
                with: "{from: \"\(from)\", to: \"\(to)\", teams: 1}")
        return try Example.read(yaml: yaml).scenario
    }

    private func hours(_ scenario: Scenario, day: Int) -> Double {
        let slots = scenario.axis.slots(ofDay: day)
        return Double(scenario.requirements[0].teams[slots].count { $0 > 0 }) / 2
    }

    @Test func aNeedFromMidnightToFiveHasSixHoursInOctoberAndFourInMarch() throws {
        let october = try scenario(first: "2026-10-23", last: "2026-10-25")
        #expect((0..<3).map { hours(october, day: $0) } == [5, 6, 5])
        let march = try scenario(first: "2026-03-27", last: "2026-03-29")
        #expect((0..<3).map { hours(march, day: $0) } == [5, 4, 5])
    }

    @Test func aNeedUntilTwoEndsAtTheFirstReadingOrTheChange() throws {
        // 02:30 in October exists twice: the first one ends the need. In March it is skipped: the change ends it.
        let october = try scenario(first: "2026-10-24", last: "2026-10-24", to: "02:30")
        #expect(hours(october, day: 0) == 2.5)
        let march = try scenario(first: "2026-03-28", last: "2026-03-28", to: "02:30")
        #expect(hours(march, day: 0) == 2)
    }

    @Test func weightsFollowTheLocalHour() throws {
        let october = try scenario(first: "2026-10-24", last: "2026-10-24")
        // 00 to 04 at weight 4 is five hours that night, 04 to 05 at 3 is one.
        #expect(october.weightedDemand == (5 * 4 + 3) * 6000)
        let march = try scenario(first: "2026-03-28", last: "2026-03-28")
        #expect(march.weightedDemand == (3 * 4 + 3) * 6000)
    }

    @Test func kindsCountByTheLocalHour() throws {
        let yaml = Example.yaml(
            "educateur]}]}", by: "educateur]}], hours: {from: \"22:00\", to: \"02:00\"}}")
        let scenario = try Example.read(yaml: yaml).scenario
        // The whole night to the 25th: 22, 23, 00, 01 and no more, as the first 02:00 ends it.
        let slots = scenario.axis.slots(ofDay: 23)
        #expect(scenario.teamKinds[0].countsInSlot[slots].count { $0 } == 8)
        #expect(scenario.teamKinds[0].countsInSlot == scenario.slots(in: ClockRange(start: 1320, end: 1560)))
    }

    @Test func theEveningBeforeTheHorizonReachesIntoItsFirstDay() throws {
        let yaml = Example.yaml
            .replacing("day_start: \"06:00\"", with: "day_start: \"04:00\"")
            .replacing(
                "{days: [fri, sat], from: \"24:00\", to: \"26:00\"",
                with: "{days: [wed], from: \"24:00\", to: \"30:00\"")
        let scenario = try Example.read(yaml: yaml).scenario
        // The horizon starts on a Thursday at 04:00, inside the need of Wednesday night until 06:00.
        #expect(scenario.requirements[0].teams[..<6] == [1, 1, 1, 1, 0, 0])
    }

    @Test(
        arguments: [
            ("2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00", 60), ("2026-10-25T00:30Z", "2026-10-25T03:00", 90),
            ("25/10/2026 0h", "25/10/2026 3h", 240), ("2026-03-29 01:30", "2026-03-29 03:30", 60),
            ("2026-10-24 24:00", "2026-10-24 26:00+02:00", 120),
        ])
    func datedTimesElapse(from: String, to: String, minutes: Int) throws {
        let month = from.contains("-03-") ? "03" : "10"
        let yaml = Example.yaml(
            "{first: 2026-10-01, last: 2026-10-31}", by: "{first: 2026-\(month)-01, last: 2026-\(month)-31}")
        let absences = "agent,from,to\nM1,\(from),\(to)\n"
        let agent = try Example.read(yaml: yaml, ["absences.csv": absences]).scenario.agents[0]
        #expect(agent.absences.map(\.minutes.count) == [minutes])
    }

    @Test(
        arguments: [
            ("2026-03-29,2026-03-29,02:30,08:00", "from_time", "2026-03-29T03:00+02:00 or 2026-03-29T03:30+02:00"),
            ("2026-03-28,2026-03-29,20:00,2h30", "to_time", "2026-03-29T03:00+02:00 or 2026-03-29T03:30+02:00"),
            ("2026-03-28T26:30,2026-03-29T08:00,,", "from", "2026-03-29T03:00+02:00 or 2026-03-29T03:30+02:00"),
        ])
    func aDatedTimeThatDoesNotExistIsAFault(row: String, field: String, hint: String) throws {
        let yaml = Example.yaml("{first: 2026-10-01, last: 2026-10-31}", by: "{first: 2026-03-01, last: 2026-03-31}")
        let issues = Example.issues(
            yaml: yaml, ["absences.csv": "agent,from,to,from_time,to_time\nM1,\(row)\n"])
        #expect(issues.map(\.field) == ["absences.\(field)"])
        #expect(issues.first?.message.contains("does not exist") == true)
        #expect(issues.first?.hint.contains(hint) == true)
    }

    @Test func aWrongOffsetIsConvertedWithAWarning() throws {
        let absences = "agent,from,to\nM1,2026-10-05T18:00+01:00,2026-10-05T22:00+02:00\n"
        let (scenario, warnings) = try Example.read(["absences.csv": absences])
        #expect(warnings.map(\.field) == ["absences.from"])
        #expect(scenario.agents[0].absences.map(\.minutes.count) == [180])
    }

    @Test func townsWithoutClockChangeAreRead() throws {
        let (scenario, warnings) = try Example.read(yaml: Example.yaml("Europe/Paris", by: "Indian/Reunion"))
        #expect(warnings.map(\.field) == ["time_zone"])
        #expect(warnings.map(\.hint) == ["add \"calendar: {territory: REUNION}\""])
        #expect(scenario.axis.offsets.map(\.offsetMinutes) == [240])
        #expect(scenario.axis.slotCount == 31 * 48)
        #expect(scenario.axis.iso(0) == "2026-10-01T06:00+04:00")
    }

    @Test func offsetsCoverFourHundredDaysOnBothSides() throws {
        let axis = try Example.read().scenario.axis
        #expect(axis.offsets.count >= 5)
        let first = axis.offsets[0].utcMinute / 1440
        #expect(first == axis.firstDay.daysSinceEpoch - 400)
        // The change of 25 October 2026 at 01:00 UTC.
        let change = CivilDate(year: 2026, month: 10, day: 25).map { $0.daysSinceEpoch * 1440 + 60 }
        #expect(axis.offsets.contains { $0.utcMinute == change && $0.offsetMinutes == 60 })
    }
}
