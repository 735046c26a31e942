import RosterModel
import Testing

/// The mission matrix, and the hours from which small teams no longer count.
@Suite struct ScenarioReaderMissionsTests {
    private func read(_ section: String, kinds: String = "") throws -> Scenario {
        let yaml = Example.yaml("requirements:", by: kinds + section + "requirements:")
        return try Example.read(yaml: yaml).scenario
    }

    @Test func missionsNameTheKindsThatAnswer() throws {
        let scenario = try read(
            """
            missions:
              - {id: voisinage, name: Conflits de voisinage, kinds: [binome]}
              - {id: tapage, kinds: [], sectors: [centre], hours: {from: "22:00", to: "05:00"}}

            """)
        #expect(scenario.missions.map(\.id) == ["voisinage", "tapage"])
        #expect(scenario.missions.map(\.name) == ["Conflits de voisinage", "tapage"])
        #expect(scenario.missions.map(\.kinds) == [[TeamKindID(0)], []])
        #expect(scenario.missions.map { $0.arises(in: SectorID(0)) } == [true, false])
        // 00:00 to 05:00 of the first night belongs to the evening before; 14 half-hours a night, one hour more on 24 October,
        // and nothing of the last morning is lost.
        #expect(scenario.missions[1].arisesInSlot.count { $0 } == 31 * 14 + 2)
        #expect(scenario.missions[0].arisesInSlot.allSatisfy { $0 })
    }

    @Test func faultsOfMissionsAreNamed() {
        let yaml = Example.yaml(
            "requirements:",
            by: """
                missions:
                  - {id: voisinage, kinds: [trinome]}
                  - {id: voisinage, kinds: [binome], hours: {from: "22:10", to: "05:00"}}
                  - {name: sans identifiant, kinds: [binome]}
                requirements:
                """)
        let fields = Example.issues(yaml: yaml).filter { $0.severity == .error }.map(\.field)
        #expect(fields.contains("missions[0].kinds[0]") && fields.contains("missions[1].id"), "\(fields)")
        #expect(fields.contains("missions[2].id"), "\(fields)")
    }

    @Test func aMinimumSizeSilencesSmallerKinds() throws {
        let scenario = try read(
            "minimum_team: [{from: \"22:00\", to: \"05:00\", agents: 3}, {from: \"20:00\", to: \"23:00\", agents: 2}]\n",
            kinds: """
                  - {id: seul, places: [{of: [mediateur]}]}
                  - {id: trio, places: [{count: 3, of: [mediateur]}]}

                """)
        let axis = scenario.axis
        func counts(_ kind: String, _ clock: Int) -> Bool {
            let slot = axis.minute(day: 0, clock: clock) / axis.gridMinutes
            return scenario.teamKinds.first { $0.id == kind }?.countsInSlot[slot] ?? false
        }
        #expect([1170, 1200, 1320, 1410, 1710].map { counts("seul", $0) } == [true, false, false, false, false])
        #expect([1170, 1200, 1320, 1410, 1710].map { counts("binome", $0) } == [true, true, false, false, false])
        #expect([1170, 1200, 1320, 1410, 1710].map { counts("trio", $0) } == [true, true, true, true, true])
    }
}
