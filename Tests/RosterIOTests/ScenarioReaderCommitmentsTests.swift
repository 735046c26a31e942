import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderCommitmentsTests {
    private func yaml(_ lines: String) -> String { Example.yaml + "\n" + lines }

    @Test func `promises are read with their band and days`() throws {
        let scenario = try Example.read(
            yaml: yaml(
                """
                commitments:
                  - {employer: regie, sector: tilleuls, from: 20h, to: 24h, days: [fri, sat], hours: 80}
                  - {employer: ville, from: "22:00", to: "02:00", hours: 12h30}
                """)
        ).scenario
        let (first, second) = (scenario.commitments[0], scenario.commitments[1])
        #expect(first.employer == EmployerID(0) && first.sector == SectorID(0) && first.minutes == 4800)
        #expect(first.hours == ClockRange(start: 1200, end: 1440))
        // Five Fridays and five Saturdays of October 2026, eight half hours each.
        #expect(first.days.count { $0 } == 10 && first.isInBand.count { $0 } == 80)
        #expect(second.employer == EmployerID(1) && second.sector == nil && second.minutes == 750)
        // 31 nights of four hours; the change of the 25th is at 03:00.
        #expect(second.isInBand.count { $0 } == 31 * 8)
    }

    @Test func `costs are euros with two decimals`() throws {
        let scenario = try Example.read(
            yaml: yaml(
                """
                hour_costs:
                  - {employer: regie, base: 28.50, night: "0,97", sunday: 0.74}
                  - {base: 30}
                """)
        ).scenario
        #expect(
            scenario.hourCosts == [
                HourCost(employer: EmployerID(0), base: 2850, night: 97, sunday: 74), HourCost(base: 3000),
            ])
        #expect(scenario.hourCosts[0].concerns(scenario.agents[0]))
        #expect(!scenario.hourCosts[0].concerns(scenario.agents[2]))
    }

    @Test func `faults are told with their place`() {
        let issues = Example.issues(
            yaml: yaml(
                """
                commitments:
                  - {employer: region, sector: tilleuls, from: 20h, to: 24h, hours: 80}
                  - {employer: regie, sector: nord, from: 20h10, to: 24h, hours: beaucoup}
                  - {employer: regie, from: 20h, to: 24h}
                hour_costs:
                  - {profession: mediateur, base: -3}
                  - {night: 2}
                """))
        let fields = issues.map(\.field)
        for field in [
            "commitments[0].employer", "commitments[1].sector", "commitments[1].from", "commitments[1].hours",
            "hour_costs[0].base",
        ] {
            #expect(fields.contains { $0.hasSuffix(field) }, "\(field) among \(fields)")
        }
        #expect(issues.count >= 7)
    }
}
