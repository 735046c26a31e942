import Foundation
import RosterIO
import RosterModel
import Testing

@Suite struct SummaryJSONTests {
    static let summary = PlanSummary(
        scenario: "Petite ville", status: .feasible,
        levels: LevelValues(points: 1_200_000, overlapMinutes: 90, unfairnessHundredths: 250, unusedMinutes: 600),
        dualBound: 1_170_000, weightedDemand: 6_000_000, lateMissingMinutes: 12_840, coreMissingMinutes: 3030,
        nobodyMinutes: 4000, lateMissingBoundMinutes: 12_420, requiredMinutes: (60_000, 40_000, 9000),
        coveredMinutes: (45_000, 27_160, 5970), violations: 1, seconds: 12.34567, threads: 2, seed: 42,
        stoppedBy: "timeLimit", work: (1000, 20), sizes: (10, 2, 3))

    @Test func hasTheKeysOfTheContract() throws {
        let data = try SummaryJSON.encode(Self.summary)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["schemaVersion"] as? Int == 1)
        #expect(object["scenario"] as? String == "Petite ville")
        #expect(object["status"] as? String == "feasible")
        #expect(object["objective"] as? Int == 1_200_000)
        #expect(object["dualBound"] as? Int == 1_170_000)
        #expect(object["optimalityGap"] as? Double == 0.025)
        #expect(object["coverGapPoints"] as? Double == 0.5)
        #expect(object["weightedDemand"] as? Int == 6_000_000)
        #expect(object["seconds"] as? Double == 12.346)
        for key in ["violations", "threads", "seed", "agents", "sectors", "requirements"] {
            #expect(object[key] is Int)
        }
        #expect(object["stoppedBy"] as? String == "timeLimit")
        let late = try #require(object["uncoveredLateHours"] as? [String: Double])
        #expect(late == ["total": 214, "afterMidnight": 50.5, "nobody": 4000.0 / 60, "lowerBound": 207])
        let coverage = try #require(object["coverage"] as? [String: Any])
        #expect(coverage["requiredHours"] as? Double == 1000)
        #expect((coverage["core"] as? [String: Double])?["coveredHours"] == 99.5)
        let levels = try #require(object["levels"] as? [[String: Any]])
        #expect(levels.count == 4)
        #expect(levels.map { $0["bound"] as? Int } == [1_170_000, nil, nil, nil])
        #expect(levels.map { $0["value"] as? Int } == [1_200_000, 90, 250, 600])
        #expect((object["work"] as? [String: Int]) == ["moves": 1000, "passes": 20])
    }

    @Test func readsWhatItWrites() throws {
        let data = try SummaryJSON.encode(Self.summary)
        let copy = try SummaryJSON.decode(Array(data), language: .english)
        #expect(try SummaryJSON.encode(copy) == data)
        #expect(copy.nobodyMinutes == 4000)
    }

    @Test(arguments: ["", "{}", "[1]", "{\"schemaVersion\": 1}"]) func refusesOtherFiles(text: String) {
        #expect(throws: ScenarioError.self) { try SummaryJSON.decode(Array(text.utf8), language: .french) }
    }
}
