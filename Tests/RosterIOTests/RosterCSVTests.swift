import RosterIO
import RosterModel
import Testing

@Suite struct RosterCSVTests {
    /// The example with a round, so that rows have stages.
    private func scenario() throws -> Scenario {
        let yaml = Example.yaml(
            "team_kinds:",
            by: """
                  - {id: ronde, professions: [mediateur], start: 17h, end: 02h, break: 30, round: [{sector: tilleuls, until: "20:30"}, {sector: centre}]}
                team_kinds:
                """)
        return try Example.read(yaml: yaml, agents: Example.agents.replacing(",soir,chef", with: ",,chef")).scenario
    }

    private func worked(
        _ scenario: Scenario, agent: Int, day: Int, _ name: String, _ range: ClockRange, breakMinutes: Int = 0,
        stages: [(Int, Int)]
    ) -> WorkedShift {
        var start = scenario.axis.minutes(day: day, range: range).lowerBound
        return WorkedShift(
            agent: AgentID(agent), day: day, name: name, minutes: scenario.axis.minutes(day: day, range: range),
            breakMinutes: breakMinutes,
            stages: stages.map { sector, until in
                let end = scenario.axis.minute(day: day, clock: until)
                defer { start = end }
                return WorkedShift.Stage(sector: SectorID(sector), minutes: start..<end)
            })
    }

    private func roster(_ scenario: Scenario) -> Roster {
        Roster(shifts: [
            // The night to 25 October, with 02:00 in it, and a shift that is not on the menu.
            worked(
                scenario, agent: 0, day: 23, "ronde", ClockRange(start: 1020, end: 1560), breakMinutes: 30,
                stages: [(0, 1230), (1, 1560)]),
            worked(scenario, agent: 1, day: 23, "à la main", ClockRange(start: 1213, end: 1680), stages: [(1, 1680)]),
            worked(
                scenario, agent: 2, day: 4, "soir", ClockRange(start: 960, end: 1440), breakMinutes: 20,
                stages: [(0, 1440)]),
        ])
    }

    @Test func writesOneRowForEachStage() throws {
        let scenario = try scenario()
        #expect(
            RosterCSV.write(roster(scenario), scenario: scenario) == """
                agent,service_day,start,end,break_minutes,shift,sector,stage
                M1,2026-10-24,2026-10-24T17:00+02:00,2026-10-24T20:30+02:00,30,ronde,tilleuls,1
                M1,2026-10-24,2026-10-24T20:30+02:00,2026-10-25T02:00+02:00,,ronde,centre,2
                M2,2026-10-24,2026-10-24T20:13+02:00,2026-10-25T04:00+01:00,0,à la main,centre,1
                M3,2026-10-05,2026-10-05T16:00+02:00,2026-10-06T00:00+02:00,20,soir,tilleuls,1

                """)
    }

    @Test func readsWhatItWrites() throws {
        let scenario = try scenario()
        let roster = roster(scenario)
        let text = RosterCSV.write(roster, scenario: scenario)
        let copy = try RosterCSV.read(Array(text.utf8), scenario: scenario, language: .english)
        #expect(copy.roster.shifts == roster.shifts)
        #expect(copy.roster.hash(in: scenario) == roster.hash(in: scenario))
        #expect(copy.warnings.isEmpty)
        // Rows in another order are the same roster.
        let lines = text.split(separator: "\n")
        let shuffled = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\r\n").replacing(",", with: ";")
        #expect(
            try RosterCSV.read(Array(shuffled.utf8), scenario: scenario, language: .english).roster.shifts
                == roster.shifts)
    }

    @Test func readsTwoShiftsOfOneDay() throws {
        let text = """
            agent,service_day,start,end,sector
            M1,2026-10-05,2026-10-05T08:00,2026-10-05T12:00,centre
            M1,2026-10-05,2026-10-05T16:00,2026-10-05T20:00,centre
            """
        #expect(
            try RosterCSV.read(Array(text.utf8), scenario: try scenario(), language: .english).roster.shifts.count == 2)
    }

    @Test(
        arguments: [
            ("M9,2026-10-05,2026-10-05T16:00,2026-10-05T20:00,0,x,centre,1", "roster.agent"),
            ("Ada Lovelace,2026-10-05,2026-10-05T16:00,2026-10-05T20:00,0,x,centre,1", "roster.agent"),
            ("M1,2026-10-05,2026-10-05T16:00,2026-10-05T20:00,0,x,gare,1", "roster.sector"),
            ("M1,2026-11-05,2026-11-05T16:00,2026-11-05T20:00,0,x,centre,1", "roster.service_day"),
            ("M1,2026-10-04,2026-10-05T16:00,2026-10-05T20:00,0,x,centre,1", "roster.service_day"),
            ("M1,2026-10-05,2026-10-05T16:00,2026-10-05T12:00,0,x,centre,1", "roster.end"),
            ("M1,2026-10-05,16 heures,2026-10-05T20:00,0,x,centre,1", "roster.start"),
            ("M1,2026-10-05,16:00,16h,0,x,centre,1", "roster.end"),
            ("M1,,16:00,20:00,0,x,centre,1", "roster.service_day"),
            ("M1,2026-10-05,,,0,voir planning,centre,1", "roster.shift"),
            ("M1,2026-10-05,,,0,,centre,1", "roster.start"),
            ("M1,2026-10-24,2026-10-24T16:00,2026-10-25T02:30,0,x,centre,1", "roster.end"),
            ("M1,2026-10-05,2026-10-05T16:00,2026-10-05T20:00,240,x,centre,1", "roster.break_minutes"),
            ("M1,2026-10-05,2026-10-05T16:00,2026-10-05T20:00,0,x,centre,2", "roster.stage"),
            ("M1,2026-10-05,2026-10-05T16:00,2026-10-05T20:00,0,x,centre,zero", "roster.stage"),
        ])
    func faultsAreFound(row: String, field: String) throws {
        let text = "agent,service_day,start,end,break_minutes,shift,sector,stage\n\(row)\n"
        let scenario = try scenario()
        #expect { try RosterCSV.read(Array(text.utf8), scenario: scenario, language: .english) } throws: { error in
            let issues = (error as? ScenarioError)?.issues ?? []
            return issues.map(\.field) == [field] && issues.map(\.line) == [2]
                && !issues.contains { $0.message.contains("ovelace") || $0.value.contains("ovelace") }
        }
    }

    @Test func stagesMustNotOverlap() throws {
        let text = """
            agent,service_day,start,end,break_minutes,shift,sector,stage
            M1,2026-10-05,2026-10-05T16:00,2026-10-05T20:00,0,x,centre,1
            M1,2026-10-05,2026-10-05T19:30,2026-10-05T22:00,0,x,tilleuls,2
            """
        let scenario = try scenario()
        #expect { try RosterCSV.read(Array(text.utf8), scenario: scenario, language: .french) } throws: { error in
            ((error as? ScenarioError)?.issues ?? []).map(\.line) == [3]
        }
    }
}
