import Foundation
import Testing

/// The report written again: for other tools, for the public, against what was done.
@Suite struct ReportTests {
    @Test func `the file for other tools is that of the plan`() throws {
        let workshop = try Workshop()
        try SharedPlan.copy(to: workshop)
        let report = try workshop.run(
            "report", SharedPlan.scenario, workshop.path("resultat"), "--output", workshop.path("page.html"), "--json",
            workshop.path("figures.json"))
        #expect(report.exitCode == 0, "\(report.errors)")
        #expect(report.output.split(separator: "\n").count == 2)
        #expect(try workshop.text("figures.json") == workshop.text("resultat/report.json"))
        let figures = try object(Data(try workshop.text("figures.json").utf8))
        let summary = try object(Data(try workshop.text("resultat/summary.json").utf8))
        let late = (figures["late"] as? [String: Any])?["uncovered"] as? [String: Double]
        let told = summary["uncoveredLateHours"] as? [String: Double]
        #expect(late?["value"] == told?["total"] && late?["lowerBound"] == told?["lowerBound"])
    }

    @Test func `a done roster tells which commitments were kept`() throws {
        let workshop = try Workshop()
        try SharedPlan.copy(to: workshop)
        // Nothing at all was done.
        let header = try workshop.text("resultat/roster.csv").split(separator: "\n")[0]
        try workshop.write(String(header) + "\n", to: "done.csv")
        let report = try workshop.run(
            "report", SharedPlan.scenario, workshop.path("resultat"), "--output", workshop.path("page.html"), "--json",
            workshop.path("figures.json"), "--done", workshop.path("done.csv"))
        #expect(report.exitCode == 0, "\(report.errors)")
        let figures = try object(Data(try workshop.text("figures.json").utf8))
        let commitments = try #require(figures["commitments"] as? [[String: Any]])
        #expect(!commitments.isEmpty)
        #expect(commitments.allSatisfy { $0["doneHours"] as? Double == 0 && $0["isDoneKept"] as? Bool == false })
        #expect(commitments.contains { ($0["plannedHours"] as? Double ?? 0) > 0 })
    }

    @Test func `the file for the public names nobody`() throws {
        let workshop = try Workshop()
        try SharedPlan.copy(to: workshop)
        let scenario = try workshop.copyWithNames()
        let report = try workshop.run(
            "report", scenario.path, workshop.path("resultat"), "--output", workshop.path("page.html"), "--json",
            workshop.path("figures.json"), "--public")
        #expect(report.exitCode == 0, "\(report.errors)")
        let ids = try workshop.text("scenario/agents.csv").split(separator: "\n").dropFirst().compactMap {
            $0.split(separator: ",").first
        }
        for text in try [workshop.text("figures.json"), workshop.text("page.html")] {
            #expect(!text.contains(Workshop.familyName))
            // Every employer of this town has fewer than five agents.
            for name in ["Régie de quartier", "Médiation\"", "\"mediateur\"", "\"regie\""] + ids.map(String.init) {
                #expect(!text.contains(name), "\(name)")
            }
        }
    }
}
