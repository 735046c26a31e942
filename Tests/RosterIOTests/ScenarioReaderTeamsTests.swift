import RosterModel
import Testing

/// Constituted teams in `agents.csv` and `pins.csv`.
@Suite struct ScenarioReaderTeamsTests {
    private func agents(_ first: String, _ second: String, sectors: String = "") -> String {
        """
        agent,employer,profession,regime,sectors,team
        M1,regie,mediateur,prive-nuit,tilleuls,\(first)
        M2,regie,mediateur,prive-nuit,\(sectors),\(second)
        E1,ville,educateur,fpt,,

        """
    }

    @Test func teamsAreReadWithoutRemark() throws {
        let (scenario, warnings) = try Example.read(agents: agents("est", "est"))
        #expect(scenario.agents.map(\.teamKey) == ["est", "est", nil])
        #expect(!warnings.contains { $0.field == "agents.team" })
    }

    @Test func teamsOfOneAndTeamsWithNothingInCommonAreTold() {
        #expect(Example.issues(agents: agents("est", "ouest")).count { $0.field == "agents.team" } == 2)
        let issues = Example.issues(agents: agents("est", "est", sectors: "centre"))
        #expect(issues.filter { $0.field == "agents.team" }.map(\.severity) == [.warning])
    }

    @Test func whatIsFixedForOneIsFixedForAllWhoAreThere() throws {
        let pins =
            "agent,service_day,decision,reason\nM1,2026-10-05,soir,\nM1,2026-10-06,off,\nM1,2026-10-07,soir,tuteur\n"
        let absences = "agent,from,to\nM2,2026-10-05,2026-10-05\n"
        let scenario = try Example.read(agents: agents("est", "est"), ["pins.csv": pins, "absences.csv": absences])
            .scenario
        #expect(scenario.pins.filter { $0.agent == AgentID(0) }.map(\.day) == [4, 5, 6])
        // Absent on the first day, parted by the reason on the last.
        #expect(scenario.pins.filter { $0.agent == AgentID(1) }.map(\.day) == [5])
    }

    @Test func differentDecisionsInATeamAreAFault() {
        let pins = "agent,service_day,decision\nM1,2026-10-05,soir\nM2,2026-10-05,off\n"
        let issues = Example.issues(agents: agents("est", "est"), ["pins.csv": pins]).filter { $0.severity == .error }
        #expect(issues.map(\.field) == ["pins.decision"])
        #expect(issues.allSatisfy { $0.message.contains("M1") && $0.value == "2026-10-05" })
    }

    @Test func aTeamHasNoMinimumOfHours() throws {
        let agents = """
            agent,employer,profession,regime,hours_min,team
            M1,regie,mediateur,prive-nuit,20,est
            M2,regie,mediateur,prive-nuit,,est

            """
        let (scenario, warnings) = try Example.read(agents: agents)
        #expect(scenario.agents.map(\.minimumMinutes) == [0, 0])
        #expect(warnings.contains { $0.field == "agents.hours_min" && $0.message.contains("M1") })
    }
}
