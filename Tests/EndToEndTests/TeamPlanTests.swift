import Foundation
import Testing

/// A shipped town with a constituted team, planned and checked by the built command.
@Suite struct TeamPlanTests {
    @Test func membersOfATeamGetTheSameLine() throws {
        let workshop = try Workshop()
        let scenario = try workshop.copy(scenario: "petite-ville")
        var rows = try workshop.text("scenario/agents.csv").split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let column = try #require(rows[0].firstIndex(of: "team"))
        for index in rows.indices where ["med-01", "med-02"].contains(rows[index][0]) { rows[index][column] = "est" }
        try workshop.write(
            rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n", to: "scenario/agents.csv")
        // One of them is away for two days.
        try workshop.write("agent,from,to\nmed-02,2026-10-09,2026-10-10\n", to: "scenario/absences.csv")

        let plan = try workshop.run(
            "plan", scenario.path, "--output", workshop.path("resultat"), "--work", "200000")
        #expect(plan.exitCode == 0, "\(plan.output)\(plan.errors)")
        let check = try workshop.run(
            "check", scenario.path, workshop.path("resultat/roster.csv"), "--certificate",
            workshop.path("resultat/certificate.json"))
        #expect(check.exitCode == 0, "\(check.output)\(check.errors)")

        let lines = try workshop.text("resultat/roster.csv").split(separator: "\n").map(String.init)
        func line(_ agent: String) -> [String] {
            lines.filter { $0.hasPrefix(agent + ",") }.map { String($0.dropFirst(agent.count)) }
                .filter { !$0.hasPrefix(",2026-10-09") && !$0.hasPrefix(",2026-10-10") }
        }
        #expect(!line("med-01").isEmpty && line("med-01") == line("med-02"))

        // A day taken from one of them alone parts the team, and the check says so.
        let taken = try #require(lines.firstIndex { $0.hasPrefix("med-02,") })
        var forged = lines
        forged.remove(at: taken)
        try workshop.write(forged.joined(separator: "\n") + "\n", to: "forged.csv")
        let other = try workshop.run("check", scenario.path, workshop.path("forged.csv"))
        #expect(other.exitCode == 2 && other.output.contains("équipe constituée"), "\(other.output)")
    }
}
