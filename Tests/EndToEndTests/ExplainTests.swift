import Foundation
import Testing

/// `veilleur explain` as users run it.
@Suite struct ExplainTests {
    // A pair is needed and only one mediator exists: his partner is missing, and nobody could be one.
    @Test func tellsWhyAnHourIsEmptyWithoutNamingAnybody() throws {
        let workshop = try Workshop()
        let scenario = Workshop.scenarios.appendingPathComponent("Tiny/odd-three").path
        let plan = try workshop.run("plan", scenario, "--output", workshop.path("r"), "--work", "20000")
        #expect(plan.exitCode == 0, "\(plan.errors)")
        let text = try workshop.run("explain", scenario, workshop.path("r/roster.csv"))
        #expect(text.exitCode == 0, "\(text.errors)")
        #expect(text.output.hasPrefix("Heures d'équipe manquantes expliquées"))
        let json = try workshop.run("explain", scenario, workshop.path("r/roster.csv"), "--json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["gaps"] is [[String: Any]])
        let agents = try String(contentsOfFile: scenario + "/agents.csv", encoding: .utf8).split(separator: "\n")
            .dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
        for agent in agents { #expect(!json.output.contains("\"\(agent)\"")) }
        let wrong = try workshop.run("explain", scenario, workshop.path("r/roster.csv"), "--sector", "nulle-part")
        #expect(wrong.exitCode == 64)
    }
}
