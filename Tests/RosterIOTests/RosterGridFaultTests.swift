import RosterIO
import RosterModel
import Testing

/// Faults of a grid: each with file, line, cell, value, expectation and hint, all in one run, and no personal name.
@Suite struct RosterGridFaultTests {
    private func issues(_ text: String, language: Language = .french) throws -> [ScenarioIssue] {
        do {
            return try RosterCSV.read(
                Array(text.utf8), file: "pratique.csv", scenario: try RosterGridTests.scenario(), language: language
            ).warnings
        } catch let error as ScenarioError {
            return error.issues
        }
    }

    private func faults(_ text: String, language: Language = .french) throws -> [ScenarioIssue] {
        try issues(text, language: language).filter { $0.severity == .error }
    }

    @Test(
        "each fault has its cell",
        arguments: [
            // Codes: near a shift, near nothing, amounts, lone times, bad times, sectors.
            ("Agent;1;2;3\nM1;soyr;;", "B2 · 1", "soyr", "vouliez-vous dire « soir » ?"),
            ("Agent;1;2;3\nM1;;FO;", "C2 · 2", "FO", "S (soir)"), ("Agent;1;2;3\nM1;X;;", "B2 · 1", "X", "N (nuit)"),
            ("Agent;1;2;3\nM1;7,5;;", "B2 · 1", "7,5", "début et de fin"),
            ("Agent;1;2;3\nM1;18h30;;", "B2 · 1", "18h30", "18h30-01h"),
            ("Agent;1;2;3\nM1;18h30-25h99;;", "B2 · 1", "25h99", "18:30"),
            ("Agent;1;2;3\nM1;18h-18h;;", "B2 · 1", "18h", "date"),
            ("Agent;1;2;3\nM1;N@tileuls;;", "B2 · 1", "N@tileuls", "vouliez-vous dire « tilleuls » ?"),
            ("Agent;1;2;3\nM1;N Gare;;", "B2 · 1", "N Gare", "connus : tilleuls, centre"),
            ("Agent;1;2;3\nM1;N/FO;;", "B2 · 1", "N/FO", "N (nuit)"),
            // R means rest to most, and here a shift of educators.
            ("Agent;1;2;3\nM1;R;;", "B2 · 1", "R", "RH"),
            // Days.
            ("Agent;1;2;3;01/11\nM1;N;;;N", "E1", "01/11", "supprimez la colonne"),
            ("Agent;1;2;3;1/10/2025\nM1;N;;;N", "E1", "1/10/2025", "supprimez la colonne"),
            ("Agent;1;2;2;4\nM1;N;;N;", "D1", "2", "une cellule"),
            ("Agent;1;jeu 1;3;4\nM1;N;;;", "C1", "jeu 1", "une cellule"),
            ("Agent;1;2;32/10;4\nM1;N;;N;", "D1", "32/10", "jour"), ("Agent;1;2;;4\nM1;N;;N;", "D2", "", "une cellule"),
            ("Agent;lun 1;ven 2;sam 3\nM1;N;;", "B1", "lun 1", "mois du scénario"),
            ("Agent;L;M;M\n;1;2;3\nM1;N;;", "B1 · 1", "L", "mois du scénario"),
            ("Agent;1;2;3\n;lun;mar;mer\nM1;N;;", "B2 · 1", "lun", "mois du scénario"),
            // Agents.
            ("Agent;1;2;3\nM9;N;;", "A2 · Agent", "M9", "connus : M1, M2, M3, E1"),
            ("Nom;1;2;3\nM9;N;;", "A2 · Nom", "M9", "connus : M1, M2, M3, E1"),
            ("Agent;1;2;3\nM1;N;;\nM1;;N;", "A3 · Agent", "M1", "réunissez-les"),
            ("Nom;1;2;3\nGrace Hopper;N;;", "A2 · Nom", "", "Total"),
            ("Nom;1;2;3\nAda Lovelace;N;;\n;;18h-21h;", "A3 · Nom", "", "continue celle du dessus"),
            ("Agent;Secteur;1;2;3\nM1;Gare;N;;", "B2 · Secteur", "Gare", "tilleuls, centre"),
        ])
    func eachFaultHasItsCell(text: String, field: String, value: String, hint: String) throws {
        let faults = try faults(text + "\n")
        #expect(faults.count == 1, "\(faults)")
        let fault = try #require(faults.first)
        #expect(fault.file == "pratique.csv" && fault.line != nil)
        #expect(fault.field == field && fault.value == value, "\(fault)")
        #expect(fault.hint.contains(hint) && !fault.expected.isEmpty && !fault.message.isEmpty, "\(fault)")
    }

    @Test func allFaultsComeInOneRun() throws {
        let faults = try faults(
            """
            Agent;jeu 1;ven 2;ven 2;dim 1/11
            M1;N;FO;;
            M9;N;FO;;
            M1;;;FO;FO
            M3;N@gare;20h;;
            """)
        #expect(
            faults.map { "\($0.line ?? 0) \($0.field)" } == [
                "1 D1", "1 E1", "2 C2 · ven 2", "3 A3 · Agent", "4 A4 · Agent", "5 B5 · jeu 1", "5 C5 · ven 2",
            ], "\(faults)")
        // The same code in other cells is told once, with all its cells; nothing of it counts as no work.
        #expect(faults[2].message.contains("(aussi en C3, D4, E4)"), "\(faults[2])")
    }

    @Test func noFaultRepeatsAName() throws {
        let text = """
            Nom;1;2;3
            Ada Lovelace;N;;
            LOVELACE Ada;;FO;
            Hopper;N;;
            Émilie du Châtelet;N@gare;20h;
            """
        for language in [Language.french, .english] {
            let issues = try issues(text, language: language)
            #expect(issues.count { $0.severity == .error } == 5, "\(issues)")
            for issue in issues {
                let words = [issue.message, issue.value, issue.expected, issue.hint, issue.field].joined(separator: " ")
                #expect(!["Lovelace", "LOVELACE", "Hopper", "Châtelet"].contains { words.contains($0) }, "\(words)")
            }
            #expect(issues.contains { $0.line == 4 && $0.message.contains("4") }, "\(issues)")
        }
    }

    @Test func twoAgentsOfOneNameAreAskedForTheirIds() throws {
        let agents = Example.agents.replacing("M2,,", with: "M2,Lovelace Ada,")
        let scenario = try Example.read(agents: agents).scenario
        #expect {
            try RosterCSV.read(
                Array("Nom;1;2;3\nAda Lovelace;soir;;\n".utf8), scenario: scenario, language: .english)
        } throws: { error in
            let issues = (error as? ScenarioError)?.issues.filter { $0.severity == .error } ?? []
            return issues.count == 1 && issues[0].field == "A2 · Nom" && issues[0].hint.contains("ids")
        }
    }

    @Test func aNumberedDayOfTwoMonthsIsAskedFor() throws {
        let yaml = Example.yaml("last: 2026-10-31", by: "last: 2026-11-08")
        let scenario = try Example.read(yaml: yaml).scenario
        #expect {
            try RosterCSV.read(
                Array("Agent;7;8;9;dim 8;10/10\nM1;soir;;;;\n".utf8), scenario: scenario, language: .english)
        } throws: { error in
            let issues = (error as? ScenarioError)?.issues.filter { $0.severity == .error } ?? []
            // Sunday the 8th is that of November; the bare 7 and 8 may be of either month.
            return issues.map(\.field) == ["B1", "C1"] && issues[0].hint.contains("2026-10-07 or 2026-11-07")
        }
    }

    @Test func theTitleOfAnotherMonthIsDoubtful() throws {
        for (title, isDoubtful) in [
            ("Planning NOVEMBRE 2026", true), ("octobre 2025", true), ("Octobre 2026", false),
            ("Équipe de nuit", false),
        ] {
            let issues = try issues("\(title);;;\nAgent;1;2;3\nM1;N;;\n")
            #expect(issues.contains { $0.message.contains("autre mois") } == isDoubtful, "\(title)")
        }
        // Whole dates say their month themselves.
        #expect(
            try !issues("Novembre;;;\nAgent;01/10;02/10;03/10\nM1;N;;\n").contains { $0.message.contains("autre mois") }
        )
    }

    @Test func aTemplateOfSeveralHoursIsAskedForItsHours() throws {
        let yaml = Example.yaml("start: \"16:00\"", by: "start: {from: \"16:00\", to: \"17:00\", every: 30}")
        let scenario = try Example.read(yaml: yaml).scenario
        for text in ["Agent;1;2;3\nM2;soir;;\n", "Agent;Date;Poste\nM2;01/10/2026;soir\n"] {
            #expect {
                try RosterCSV.read(Array(text.utf8), scenario: scenario, language: .english)
            } throws: { error in
                let issues = (error as? ScenarioError)?.issues.filter { $0.severity == .error } ?? []
                return issues.count == 1 && issues[0].hint.contains("soir@16:00-24:00")
            }
        }
        let choice = "Agent;1;2;3\nM2;soir@16:30-24:00;soir 16h30-minuit;soir@17:00-24:00@centre\n"
        let roster = try RosterCSV.read(Array(choice.utf8), scenario: scenario, language: .english).roster
        #expect(roster.shifts.map(\.name) == ["soir@16:30-24:00", "soir@16:30-24:00", "soir@17:00-24:00"])
    }

    @Test func aTableThatIsNeitherIsToldWhatIsExpected() throws {
        for text in ["Agent;lun;mar;mer\nM1;N;;\n", "Agent;Janvier;Février\nM1;N;\n", "n'importe quoi\n"] {
            let faults = try faults(text)
            #expect(faults.count == 1 && faults[0].message.contains("ni une liste ni une grille"), "\(faults)")
        }
        #expect(try faults("").map(\.message) == ["le fichier est vide"])
        // A list that lacks its agents is told so.
        #expect(try faults("Date;Poste\n01/10/2026;N\n").map(\.field) == ["pratique.agent"])
    }
}
