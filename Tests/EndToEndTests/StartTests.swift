import Foundation
import Testing

/// The way of a new coordinator: a first scenario, its check, its plan, its page for the public.
@Suite struct StartTests {
    @Test(arguments: ["fr", "en"])
    func freshScenarioIsValidAndPlanned(_ language: String) throws {
        let workshop = try Workshop()
        let start = try workshop.run("init", workshop.path("ville"), "--month", "2027-02", "--lang", language)
        #expect(start.exitCode == 0, "\(start.errors)")
        #expect(start.output.contains("veilleur validate"))

        let validate = try workshop.run("validate", workshop.path("ville"), "--lang", language)
        #expect(validate.exitCode == 0, "\(validate.errors)")
        #expect(validate.errors.isEmpty)
        #expect(validate.output.contains("9 agents"))
        #expect(validate.output.contains(language == "fr" ? "28 nuits" : "28 nights"))

        let plan = try workshop.run(
            "plan", workshop.path("ville"), "--output", workshop.path("resultat"), "--work", "20000", "--lang", language
        )
        #expect(plan.exitCode == 0, "\(plan.errors)")
        #expect(try workshop.contents("resultat").map { Set($0.keys) } == PlanTests.resultFiles)
    }

    @Test func folderInUseIsNotOverwritten() throws {
        let workshop = try Workshop()
        #expect(try workshop.run("init", workshop.path("ville"), "--month", "2027-02").exitCode == 0)
        let before = try workshop.contents("ville")
        let again = try workshop.run("init", workshop.path("ville"), "--month", "2027-03")
        #expect(again.exitCode == 1)
        #expect(again.errors.contains("n'est pas vide"))
        #expect(try workshop.contents("ville") == before)
    }

    @Test func publicPageNamesNobody() throws {
        let workshop = try Workshop()
        let scenario = try workshop.copyWithNames()
        let plan = try workshop.run(
            "plan", scenario.path, "--output", workshop.path("resultat"), "--work", "20000")
        #expect(plan.exitCode == 0, "\(plan.errors)")
        for text in [plan.output, plan.errors]
            + (try ["summary.json", "gaps.csv", "certificate.json", "roster.csv"]
                .map { try workshop.text("resultat/\($0)") })
        {
            #expect(!text.contains(Workshop.familyName))
        }
        // The coordinator's own page may name them.
        #expect(try workshop.text("resultat/report.html").contains(Workshop.familyName))

        let report = try workshop.run(
            "report", scenario.path, workshop.path("resultat"), "--output", workshop.path("public.html"), "--public")
        #expect(report.exitCode == 0, "\(report.errors)")
        #expect(report.output == workshop.path("public.html") + "\n")
        let page = try workshop.text("public.html")
        #expect(page.contains("Les Tilleuls"))
        #expect(!page.contains(Workshop.familyName))
        for row in try workshop.text("scenario/agents.csv").split(separator: "\n").dropFirst() {
            let id = try #require(row.split(separator: ",").first)
            #expect(!page.contains(id), "\(id)")
        }
    }

    @Test func pageIsWrittenAgainInAnotherLanguage() throws {
        let workshop = try Workshop()
        try SharedPlan.copy(to: workshop)
        let report = try workshop.run(
            "report", SharedPlan.scenario, workshop.path("resultat"), "--output", workshop.path("page.html"), "--lang",
            "en")
        #expect(report.exitCode == 0, "\(report.errors)")
        #expect(try workshop.text("page.html").contains("<html lang=\"en\""))
        // And in the same language it is the page of the plan, byte for byte.
        _ = try workshop.run(
            "report", SharedPlan.scenario, workshop.path("resultat"), "--output", workshop.path("page.html"))
        #expect(try workshop.text("page.html") == workshop.text("resultat/report.html"))
    }
}
