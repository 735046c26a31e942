import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderRequirementsTests {
    /// Teams by slot of one service day (0-based), as text.
    private func teams(_ scenario: Scenario, _ requirement: Int = 0, day: Int) -> String {
        scenario.requirements[requirement].teams[scenario.axis.slots(ofDay: day)].map(String.init).joined()
    }

    private func scenario(needs: String, _ others: [String: String] = [:], calendar: String = "") throws -> Scenario {
        let yaml = Example.yaml
            .replacing(
                "[{from: \"17:00\", to: \"24:00\", teams: 1}, {days: [fri, sat], from: \"24:00\", to: \"26:00\", teams: 1}]",
                with: needs
            ).replacing("grid: 30", with: "grid: 60\n\(calendar)")
        return try Example.read(yaml: yaml, others).scenario
    }

    @Test func patternsCombineByTheLargest() throws {
        let scenario = try scenario(
            needs:
                "[{from: 18h, to: 22h, teams: 1}, {days: [fri], from: 20h, to: 24h, teams: 3}, {from: 21h, to: 23h, teams: 2}]"
        )
        #expect(teams(scenario, day: 0) == "000000000000111220000000")
        #expect(teams(scenario, day: 1) == "000000000000113333000000")
    }

    @Test func daysMayBeNamesOfTheCalendar() throws {
        // Hot nights on the 9th, from the 11th to the 12th; All Saints' Day on 1 November makes the 31st an eve.
        let scenario = try scenario(
            needs:
                "[{days: [nuits_sensibles], from: 20h, to: 21h, teams: 1}, {days: [eves], from: 22h, to: 23h, teams: 1}, {days: [marche], from: 8h, to: 9h, teams: 1}]",
            calendar:
                "calendar: {hot_nights: [2026-10-09, {first: 2026-10-11, last: 2026-10-12}], marche: [2026-10-03]}")
        let days = (0..<31).filter { teams(scenario, day: $0).contains("1") }
        #expect(days == [2, 8, 10, 11, 30])
        #expect(scenario.dayNames[8] == ["hot_nights"])
        #expect(scenario.dayNames[30] == ["eves"])
        #expect(scenario.dayNames[2] == ["marche"])
    }

    @Test func severalSectorsMakeSeveralRequirements() throws {
        let yaml = Example.yaml("sector: tilleuls\n", by: "sectors: [centre, tilleuls]\n    weight: 3\n")
        let scenario = try Example.read(yaml: yaml).scenario
        #expect(scenario.requirements.map(\.id) == ["presence-tilleuls@centre", "presence-tilleuls@tilleuls"])
        #expect(scenario.requirements.map(\.sector) == [SectorID(1), SectorID(0)])
        #expect(scenario.requirements[1].pointsPerTeam.first.map(Int.init) == 30 * 100 * 3)
    }

    @Test func tablesOfNeedsAddByTheLargestOrReplace() throws {
        let table = """
            besoin;jour;de;à;équipes;mode
            presence-tilleuls;02/10/2026;18h;20h;2;
            presence-tilleuls;02/10/2026;19h;21h;0;
            presence-tilleuls;03/10/2026;18h;20h;0;replace
            """
        let scenario = try scenario(needs: "[{from: 18h, to: 22h, teams: 1}]", ["needs.csv": table])
        #expect(teams(scenario, day: 0) == "000000000000111100000000")
        #expect(teams(scenario, day: 1) == "000000000000221100000000")
        #expect(teams(scenario, day: 2) == "000000000000001100000000")
    }

    @Test func tablesOfNeedsMayNameOneSectorOfSeveral() throws {
        let yaml = Example.yaml("sector: tilleuls\n", by: "sectors: [centre, tilleuls]\n")
        func need(_ name: String) -> [String: String] {
            ["needs.csv": "requirement,service_day,from,to,teams\n\(name),2026-10-02,08:00,08:30,1\n"]
        }
        func count(_ scenario: Scenario) -> [UInt8] {
            scenario.requirements.map { $0.teams[scenario.axis.slots(ofDay: 1).lowerBound + 4] }
        }
        #expect(try count(Example.read(yaml: yaml, need("presence-tilleuls")).scenario) == [1, 1])
        #expect(try count(Example.read(yaml: yaml, need("presence-tilleuls@centre")).scenario) == [1, 0])
        #expect(Example.issues(yaml: yaml, need("presence-tilleuls@gare")).map(\.field) == ["needs.requirement"])
        #expect(Example.issues(need("presence-tilleuls@centre")).map(\.field) == ["needs.requirement"])
    }

    @Test func hourWeightsReplaceTheUsualOnes() throws {
        let yaml = Example.yaml(
            "grid: 30",
            by: "grid: 30\nhour_weights: [{from: 22h, to: 02h, weight: \"2,5\"}, {from: 20h, to: 22h, weight: 0}]")
        let requirement = try Example.read(yaml: yaml).scenario.requirements[0]
        // From 06:00: 14 h at 1, 2 h at 0, 4 h at 2.5, 4 h at 1.
        let expected =
            Array(repeating: 100, count: 28) + [0, 0, 0, 0] + Array(repeating: 250, count: 8)
            + Array(repeating: 100, count: 8)
        #expect(requirement.pointsPerTeam[..<48].map { Int($0) / 30 } == expected)
    }

    @Test func windowsAndSettingsAreRead() throws {
        let yaml = Example.yaml(
            "grid: 30",
            by: """
                grid: 30
                late_window: {from: "21:00", to: "04:00"}
                core_window: {from: "01:00", to: "03:30"}
                night_clock: {from: "21:00", to: "06:00"}
                handover_minutes: 15
                avoid: [{professions: [mediateur, educateur], joint_patrols: [centre]}]
                """)
        let scenario = try Example.read(yaml: yaml).scenario
        #expect(scenario.lateWindow == ClockRange(start: 1260, end: 1680))
        #expect(scenario.coreWindow == ClockRange(start: 1500, end: 1650))
        #expect(scenario.nightClock == ClockRange(start: 1260, end: 1800))
        #expect(scenario.handoverMinutes == 15)
        #expect(
            scenario.avoidedPairs == [AvoidedPair(ProfessionID(0), ProfessionID(1), jointPatrolSectors: [SectorID(1)])])
    }

    @Test func needsThatCannotCountAreSaid() {
        func warnings(_ yaml: String) -> [String] {
            Example.issues(yaml: yaml).map { "\($0.severity) \($0.line ?? 0) \($0.message)" }
        }
        // Kinds that count only in the morning, or only in the other sector.
        let hours = Example.yaml("educateur]}]}", by: "educateur]}], hours: {from: 8h, to: 12h}}")
        #expect(warnings(hours).allSatisfy { $0.hasPrefix("warning 13 no team kind of requirement") })
        #expect(warnings(hours).count == 1)
        let sector = Example.yaml("educateur]}]}", by: "educateur]}], sectors: [centre]}")
        #expect(warnings(sector).count == 1)
        // A kind that asks for more people than there are.
        let size = Example.yaml("count: 2", by: "count: 4")
        #expect(warnings(size).map { $0.prefix(30) } == ["warning 11 no group of agents "])
        // A need on days that never come.
        let never = Example.yaml(
            "[{from: \"17:00\", to: \"24:00\", teams: 1}, {days: [fri, sat]", by: "[{days: [2026-12-24]")
        #expect(warnings(never).count == 1)
    }
}
