import RosterModel
import Testing

/// Two contracts of one person in `agents.csv`.
@Suite struct ScenarioReaderPersonsTests {
    private func agents(
        _ first: String, _ second: String, employers: (String, String) = ("regie", "ville"),
        regimes: (String, String) = ("prive-nuit", "fpt"), hours: (String, String) = ("20", "14"), team: String = ""
    ) -> String {
        """
        agent,employer,profession,regime,weekly_hours,person,team,night_allowed
        M1,\(employers.0),mediateur,\(regimes.0),\(hours.0),\(first),\(team),
        M2,\(employers.1),mediateur,\(regimes.1),\(hours.1),\(second),\(team),non
        E1,ville,educateur,fpt,,,,

        """
    }

    private func faults(_ agents: String) -> [String] {
        Example.issues(agents: agents).filter { $0.severity == .error }.compactMap(\.field)
    }

    @Test func whatOneContractKnowsBothKnow() throws {
        let busy = "agent,start,end,kind\nM1,2026-10-05T09:00,2026-10-05T12:00,formation\n"
        let history =
            "agent,start,end\nM1,2026-09-29T16:00,2026-09-30T00:00\nM2,2026-09-28T09:00,2026-09-28T12:00\n"
        let scenario = try Example.read(agents: agents("p1", "p1"), ["busy.csv": busy, "history.csv": history]).scenario
        #expect(scenario.agents.map(\.personKey) == ["p1", "p1", nil])
        #expect(scenario.otherContract(of: AgentID(0)) == AgentID(1))
        #expect(scenario.otherContract(of: AgentID(2)) == nil)
        #expect(scenario.agents.map(\.busy.count) == [1, 1, 0])
        #expect(scenario.agents.prefix(2).map { $0.history?.shifts.map(\.day) } == [[-3, -2], [-3, -2]])
        // Only since the later of the two is everything known.
        #expect(scenario.agents.prefix(2).map { $0.history?.knownFrom } == [-2, -2])
        #expect(scenario.agents.map(\.nightAllowed) == [false, false, true])
        // The training is time of its own employer alone.
        #expect(scenario.agents[0].maximumMinutes == 20 * 60 * 31 / 7 - 180)
        #expect(scenario.agents[1].maximumMinutes == 14 * 60 * 31 / 7)
    }

    @Test func aPersonHasTwoContractsWithTwoEmployers() throws {
        #expect(faults(agents("p1", "p1", employers: ("ville", "ville"))) == ["agents.person"])
        #expect(faults(agents("p1", "p1", team: "est")) == ["agents.team", "agents.team"])
        let three = agents("p1", "p1").replacing("E1,ville,educateur,fpt,,,,", with: "E1,ville,educateur,fpt,,p1,,")
        #expect(faults(three) == ["agents.person"])
        let (alone, warnings) = try Example.read(agents: agents("p1", ""))
        #expect(alone.agents.allSatisfy { $0.personKey == nil })
        #expect(warnings.contains { $0.field == "agents.person" })
    }

    @Test func publicPostsTogetherAreLimited() throws {
        let both = ("fpt", "police-municipale")
        #expect(faults(agents("p1", "p1", regimes: both, hours: ("20", "20.5"))) == ["agents.weekly_hours"])
        #expect(faults(agents("p1", "p1", regimes: both, hours: ("20", "20.25"))) == [])
        // A private contract is under the limits of work alone.
        #expect(faults(agents("p1", "p1", hours: ("35", "20"))) == [])
        let warnings = try Example.read(agents: agents("p1", "p1", regimes: both, hours: ("20", ""))).warnings
        #expect(warnings.contains { $0.field == "agents.weekly_hours" && $0.message.contains("verified") })
    }
}
