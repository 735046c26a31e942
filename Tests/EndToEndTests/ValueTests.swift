import Foundation
import Testing

/// `veilleur value` as users run it.
@Suite struct ValueTests {
    private static let scenario = Workshop.scenarios.appendingPathComponent("Tiny/lone-agent").path

    @Test func ranksDecisionsAndFindsAStaffing() throws {
        let workshop = try Workshop()
        let run = try workshop.run("value", Self.scenario, "--work", "5000", "--confirm", "2", "--json")
        #expect(run.exitCode == 0, "\(run.errors)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let options = try #require(object["options"] as? [[String: Any]])
        #expect(options.prefix(2).allSatisfy { $0["gain"] != nil })
        #expect(options.dropFirst(2).allSatisfy { $0["gain"] == nil && $0["estimatedAtMost"] != nil })
        let text = try workshop.run("value", Self.scenario, "--work", "5000", "--confirm", "1", lang: "en_GB.UTF-8")
        #expect(text.output.contains("Gains confirmed"))
    }

    @Test func wrongTargetsAreWrongUsage() throws {
        let workshop = try Workshop()
        #expect(try workshop.run("value", Self.scenario, "--target", "nulle-part").exitCode == 64)
        #expect(try workshop.run("value", Self.scenario, "--confirm", "-1").exitCode == 64)
    }
}
