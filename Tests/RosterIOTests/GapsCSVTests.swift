import RosterIO
import RosterModel
import Testing

@Suite struct GapsCSVTests {
    @Test func equalSlotsShareARowAndPointsAddUpToLevelOne() throws {
        let yaml = Example.yaml("sector: tilleuls\n", by: "sector: tilleuls\n    weight: 2\n")
        let scenario = try Example.read(yaml: yaml).scenario
        var report = CoverageReport(scenario: scenario)
        // On Friday 2 October 19:00 to 22:30 and 24:00 to 26:00 stay open; on Saturday night the end of it.
        let friday = scenario.axis.slots(ofDay: 1).lowerBound
        for slot in Array(26..<33) + Array(36..<40) { report.missing[0][friday + slot] = 1 }
        report.missing[0][friday + 48 + 39] = 1
        #expect(
            GapsCSV.write(report, scenario: scenario) == """
                service_day,sector,requirement,start,end,required,present,missing,weight,points
                2026-10-02,tilleuls,presence-tilleuls,2026-10-02T19:00+02:00,2026-10-02T20:00+02:00,1,0,1,2,12000
                2026-10-02,tilleuls,presence-tilleuls,2026-10-02T20:00+02:00,2026-10-02T22:00+02:00,1,0,1,4,48000
                2026-10-02,tilleuls,presence-tilleuls,2026-10-02T22:00+02:00,2026-10-02T22:30+02:00,1,0,1,6,18000
                2026-10-02,tilleuls,presence-tilleuls,2026-10-03T00:00+02:00,2026-10-03T02:00+02:00,1,0,1,8,96000
                2026-10-03,tilleuls,presence-tilleuls,2026-10-04T01:30+02:00,2026-10-04T02:00+02:00,1,0,1,8,24000

                """)
    }

    @Test func weightsKeepTheirDecimals() throws {
        let yaml = Example.yaml(
            "grid: 30",
            by: "grid: 30\nhour_weights: [{from: 17h, to: 18h, weight: 1.05}, {from: 18h, to: 19h, weight: 2.5}]")
        let scenario = try Example.read(yaml: yaml).scenario
        var report = CoverageReport(scenario: scenario)
        report.missing[0][22] = 1
        report.missing[0][24] = 1
        let weights = GapsCSV.write(report, scenario: scenario).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",")[8] }
        #expect(weights == ["1.05", "2.5"])
    }
}
