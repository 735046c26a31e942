import Foundation
import RosterIO
import RosterModel
import Testing

/// Commands on a grid as coordinators keep it, and plans written as such a grid.
@Suite struct GridCheckTests {
    /// Headings that a spreadsheet may have, by their writing of a date.
    enum Heading: CaseIterable, Sendable {
        case number, dayMonth, iso, weekday

        func text(_ date: CivilDate) -> String {
            let parts = date.parts
            switch self {
            case .number: return "\(parts.day)"
            case .dayMonth: return "\(parts.day)/\(parts.month)"
            case .iso: return date.iso
            case .weekday:
                return ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."][date.weekday.rawValue] + " \(parts.day)"
            }
        }
    }

    /// A roster as a coordinator would write it: codes with sectors, title and total around.
    private func grid(_ roster: Roster, _ scenario: Scenario, _ heading: Heading) -> String {
        let days = (0..<scenario.axis.dayCount).map { heading.text(scenario.axis.date(ofDay: $0)) }
        var rows = [["Planning"], ["Matricule", "Métier"] + days + ["Total"]]
        for (index, agent) in scenario.agents.enumerated() {
            let shifts = roster.shifts.filter { $0.agent.value == index }
            let cells = (0..<days.count).map { day in
                shifts.filter { $0.day == day }.map { shift in
                    let code = scenario.shifts.first { $0.id == shift.name }?.code ?? shift.name
                    return "\(code)@\(scenario[shift.stages[0].sector].id)"
                }.joined(separator: " / ")
            }
            rows.append([agent.id, scenario[agent.profession].name] + cells.map { $0.isEmpty ? "RH" : $0 })
        }
        rows += [[""], ["Légende"], ["RH = repos"]]
        return rows.map { $0.joined(separator: ";") + "\r\n" }.joined()
    }

    @Test(arguments: [("petite-ville", Heading.weekday), ("ville-moyenne", .dayMonth)])
    func aPlanWrittenAsAGridIsTheSameRoster(town: String, heading: Heading) throws {
        let workshop = try Workshop()
        let folder = Workshop.scenarios.appendingPathComponent(town).path
        if town == "petite-ville" {
            try SharedPlan.copy(to: workshop)
        } else {
            let plan = try workshop.run("plan", folder, "--output", workshop.path("resultat"), "--work", "20000")
            #expect(plan.exitCode == 0, "\(plan.errors)")
        }
        let scenario = try ScenarioReader.read(folder: folder, language: .french).scenario
        let planned = try RosterCSV.read(
            Array(try Data(contentsOf: URL(fileURLWithPath: workshop.path("resultat/roster.csv")))),
            scenario: scenario, language: .french
        ).roster
        #expect(planned.shifts.count > 50)
        for form in Heading.allCases {
            let copy = try RosterCSV.read(
                Array(grid(planned, scenario, form).utf8), scenario: scenario, language: .french)
            #expect(copy.roster.hash(in: scenario) == planned.hash(in: scenario), "\(form)")
        }
        // The proof of the plan names the hash of its roster: it holds for the grid as it is.
        try workshop.write(grid(planned, scenario, heading), to: "grille.csv")
        let outcome = try workshop.run(
            "check", folder, workshop.path("grille.csv"), "--certificate", workshop.path("resultat/certificate.json"))
        #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("Légalité : 0 infraction."))
    }

    private static let practice = Workshop.scenarios.appendingPathComponent("petite-ville-pratique.csv").path

    @Test func theShippedPracticeIsChecked() throws {
        let workshop = try Workshop()
        let outcome = try workshop.run("check", SharedPlan.scenario, Self.practice)
        #expect(outcome.exitCode == 2, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("Légalité : 11 infraction(s), dont 9 à ce que fixe le scénario") == true)
        // From 18:30 to 02:30, when the permission ends at 02:00.
        #expect(
            lines.contains {
                $0.contains("pol-01 · heures de mission sans autorisation · nuit du jeu. 29/10 · 0 h 30")
            },
            "\(outcome.output)")
        #expect(lines.contains { $0.contains("edu-01 · plus d'une vacation par jour · nuit du mar. 13/10") })
        #expect(lines.contains { $0.contains("nuit du jeu. 08/10 · Centre · 17:00–01:00 · pol-03") })
        #expect(outcome.errors.contains("lignes non lues : 1, 14, 16–19"), "\(outcome.errors)")
        #expect(!outcome.errors.contains("erreur"))
    }

    @Test func otherCommandsReadTheGrid() throws {
        let workshop = try Workshop()
        let explained = try workshop.run(
            "explain", SharedPlan.scenario, Self.practice, "--day", "2026-10-04", "--sector", "centre")
        #expect(explained.exitCode == 0 && explained.output.contains("04/10"), "\(explained.errors)")
        try SharedPlan.copy(to: workshop)
        let report = try workshop.run(
            "report", SharedPlan.scenario, workshop.path("resultat"), "--output", workshop.path("page.html"), "--json",
            workshop.path("figures.json"), "--done", Self.practice)
        #expect(report.exitCode == 0, "\(report.errors)")
        // What of the grid is not read is told here as well.
        #expect(report.errors.contains("lignes non lues"))
        let commitments = try #require(
            try object(Data(contentsOf: URL(fileURLWithPath: workshop.path("figures.json"))))["commitments"]
                as? [[String: Any]])
        #expect(commitments.contains { ($0["doneHours"] as? Double ?? 0) > 0 })
    }

    @Test func allFaultsOfAGridComeInOneRun() throws {
        let workshop = try Workshop()
        try workshop.write(
            "Matricule;jeu 1;ven 2;sam 3;dim 1/11\npol-01;S;FO;;\npol-99;S;;;\nmed-01;M@gare;20h;;\nmed-01;M;;;\n",
            to: "pratique.csv")
        let outcome = try workshop.run("check", SharedPlan.scenario, workshop.path("pratique.csv"))
        #expect(outcome.exitCode == 2 && outcome.output.isEmpty)
        for part in [
            "pratique.csv:1 [E1]", "pratique.csv:2 [C2 · ven 2]", "pratique.csv:3 [A3 · Matricule]",
            "pratique.csv:4 [B4 · jeu 1]", "pratique.csv:4 [C4 · ven 2]", "pratique.csv:5 [A5 · Matricule]",
            "6 erreurs",
        ] {
            #expect(outcome.errors.contains(part), "\(part) in \(outcome.errors)")
        }
    }
}
