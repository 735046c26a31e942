import Foundation
import Testing

/// The police convention's night permission, and what a town sees without it.
@Suite struct NightPermissionTests {
    private func lateHours(_ workshop: Workshop, _ folder: String) throws -> (total: Double, afterMidnight: Double) {
        let summary = try object(Data(contentsOf: workshop.url.appendingPathComponent("\(folder)/summary.json")))
        let late = try #require(summary["uncoveredLateHours"] as? [String: Any])
        return (
            try #require(late["total"] as? Double), try #require(late["afterMidnight"] as? Double)
        )
    }

    @Test(arguments: ["petite-ville", "ville-moyenne-mars"])
    func withoutItLateHoursAreEmptyAndTheReportSaysWhy(town: String) throws {
        let workshop = try Workshop()
        let scenario = try workshop.copy(scenario: town)
        let before = try workshop.run(
            "plan", scenario.path, "--output", workshop.path("avec"), "--work", "300000", "--threads", "2")
        #expect(before.exitCode == 0, "\(before.errors)")
        #expect(!before.output.contains("aucune permission de nuit"))

        // Everything from the key to the next blank line.
        let yaml = try workshop.text("scenario/scenario.yaml")
        let start = try #require(yaml.range(of: "night_permissions:"))
        let end = try #require(yaml.range(of: "\n\n", range: start.lowerBound..<yaml.endIndex))
        try workshop.write(
            yaml.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""), to: "scenario/scenario.yaml")
        let after = try workshop.run(
            "plan", scenario.path, "--output", workshop.path("sans"), "--work", "300000", "--threads", "2")
        #expect(after.exitCode == 0, "\(after.errors)")

        let (with, without) = (try lateHours(workshop, "avec"), try lateHours(workshop, "sans"))
        #expect(without.total > with.total && without.afterMidnight > with.afterMidnight, "\(with), \(without)")
        let reason = "aucune permission de nuit n’est enregistrée, donc pas de mission hors de 06:00–23:00 (CSI L512-6)"
        #expect(after.output.contains("Police municipale : " + reason), "\(after.output)")
        #expect(try workshop.text("sans/report.html").contains(reason))
        #expect(try !workshop.text("avec/report.html").contains(reason))

        // The roster made with the permission breaks the rule without it, and the check says so.
        let check = try workshop.run("check", scenario.path, workshop.path("avec/roster.csv"))
        #expect(check.exitCode == 2)
        #expect(
            check.output.contains("heures de mission sans autorisation") && check.output.contains("CSI L512-6"),
            "\(check.output)")
        #expect(check.output.contains("Police municipale : " + reason))
    }
}
