import Foundation
import RosterModel
import RosterReport
import Testing

@Suite struct ReportJSONTests {
    private func object(_ content: ReportContent) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: ReportJSON.encode(content)) as? [String: Any])
    }

    @Test func `the figures are those of the summary, in hours`() throws {
        let file = try object(SmallTown().content)
        #expect(file["schemaVersion"] as? Int == 1)
        let late = try #require(file["late"] as? [String: Any])
        #expect(late["requiredHours"] as? Double == 26)
        #expect((late["uncovered"] as? [String: Double]) == ["value": 20, "lowerBound": 17])
        // Without a floor nothing is said of what nobody may do.
        #expect((late["nobody"] as? [String: Double]) == ["value": 18] && late["impossibleHours"] == nil)
        // 264,000 points are 44 weighted hours, at best 34.
        #expect((file["weighted"] as? [String: Double]) == ["value": 44, "lowerBound": 34])
        let nights = try #require(file["nights"] as? [[String: Any]])
        #expect(nights.compactMap { $0["date"] as? String } == ["2026-10-01", "2026-10-02", "2026-10-03"])
        #expect((file["horizon"] as? [String: Any])?["lateWindow"] as? String == "20:00-29:00")
        #expect((file["agents"] as? [[String: Any]])?.count == 7)
    }

    @Test func `soft rules are counted apart from breaches`() throws {
        var content = SmallTown().content
        content.softBreaches = [
            Violation(
                rule: .sundaysOff, agent: AgentID(2), day: 2, measured: 1, limit: 0, unit: .sundays, article: "décret")
        ]
        let legality = try #require(try object(content)["legality"] as? [String: Any])
        #expect(legality["breaches"] as? Int == 0 && legality["softBreaches"] as? Int == 1)
        let rules = try #require(legality["rules"] as? [[String: Any]])
        #expect(rules.map { $0["rule"] as? String } == ["sundaysOff"])
        #expect(rules.map { $0["softBreaches"] as? Int } == [1] && rules.map { $0["breaches"] as? Int } == [0])
    }

    @Test func `equal contents give equal bytes, in any language`() throws {
        var town = SmallTown()
        let french = try ReportJSON.encode(town.content)
        #expect(try ReportJSON.encode(town.content) == french)
        town.language = .english
        #expect(try ReportJSON.encode(town.content) == french)
    }
}
