import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderAgentsTests {
    /// An agent of the example table with the cells after `regime` given.
    private func agent(_ cells: String, yaml: String = Example.yaml, _ others: [String: String] = [:]) throws -> Agent {
        let agents = Example.agents + "X,,regie,mediateur,fpt,\(cells)\n"
        return try Example.read(yaml: yaml, agents: agents, others).scenario.agents[3]
    }

    @Test func anEmptyCellMeansAllAndNoneMeansNone() throws {
        #expect(try agent(",,,,,,,").sectors.count == 2)
        #expect(try agent(",,,centre|tilleuls|centre,,,,").sectors == [SectorID(1), SectorID(0)])
        #expect(try agent(",,,,soir,,,").shifts == [ShiftID(0)])
        let issues = Example.issues(agents: Example.agents + "X,,regie,mediateur,fpt,,,,aucun,none,,,\n")
        #expect(issues.map(\.field) == ["agents.shifts", "agents.sectors"])
        #expect(issues.allSatisfy { $0.severity == .warning })
    }

    @Test func theToleranceIsAddedToWeeklyHours() throws {
        let yaml = Example.yaml("grid: 30", by: "grid: 30\ntolerance: 1h30")
        #expect(try agent(",28,,,,,,", yaml: yaml).maximumMinutes == 28 * 60 * 31 / 7 + 90)
        #expect(try agent("100,,,,,,,", yaml: yaml).maximumMinutes == 6000)
        #expect(try agent(",,,,,,,", yaml: yaml).maximumMinutes == nil)
    }

    @Test func weeklyHoursShrinkWithTheHorizon() throws {
        // 10 days, 3 of them absent: 35 × 10 / 7 − 35 / 7 × 3 = 35 h.
        let yaml = Example.yaml("last: 2026-10-31", by: "last: 2026-10-10")
        let absences = "agent,from,to\nX,2026-10-08,2026-10-20\n"
        let agent = try agent(",35,,,,,,", yaml: yaml, ["absences.csv": absences])
        #expect(agent.maximumMinutes == 35 * 60)
        #expect(agent.availableMinutes == 35 * 60)
        #expect(agent.absences.map(\.days) == [7..<10])
    }

    @Test func typesTellApartOnlyWhatKindsAskFor() throws {
        let yaml = Example.yaml(
            "[{count: 2, of: [mediateur, educateur]}]",
            by: "[{count: 1, of: [mediateur], qualifications: [chef]}, {of: [mediateur]}]")
        let agents =
            Example.agents + "X,,regie,mediateur,fpt,,,,,,conduite,,\nY,,regie,mediateur,fpt,,,,,,conduite|chef,,\n"
        let scenario = try Example.read(yaml: yaml, agents: agents).scenario
        #expect(scenario.agents.map(\.type.value) == [0, 1, 0, 0, 1])
        #expect(scenario.agentTypes.map(\.qualifications) == [[], ["chef"]])
        #expect(scenario.agents[4].qualifications == ["chef", "conduite"])
    }

    @Test func doubtfulContractsAreSaid() {
        func fields(_ cells: String) -> [String] {
            Example.issues(agents: Example.agents + "X,,regie,mediateur,fpt,\(cells)\n").map {
                "\($0.severity) \($0.field)"
            }
        }
        #expect(fields("100,35,,,,,,") == ["warning agents.weekly_hours"])
        #expect(fields(",60,,,,,,") == ["warning agents.weekly_hours"])
        #expect(fields(",35,200,,,,,") == ["warning agents.hours_min"])
        #expect(fields(",,,,,,Est,") == ["warning agents.team"])
        #expect(fields("120,,120,,,,,") == [])
    }

    @Test func aShiftOfAnotherProfessionIsSaid() throws {
        let yaml = Example.yaml(
            "team_kinds:", by: "  - {id: rue, professions: [educateur], start: 15h, end: 22h}\nteam_kinds:")
        let agents = Example.agents + "X,,regie,mediateur,fpt,,,,,soir|rue,,,\n"
        let (scenario, warnings) = try Example.read(yaml: yaml, agents: agents)
        #expect(warnings.map(\.field) == ["agents.shifts"])
        #expect(scenario.agents[3].shifts == [ShiftID(0)])
    }

    @Test func constitutedTeamsKeepTheirKey() throws {
        #expect(try agent(",,,,,,Est,").teamKey == "Est")
        #expect(try agent(",,,,,,,").teamKey == nil)
    }
}
