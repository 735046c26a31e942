import Foundation
import Testing

/// `check` on rosters made in a spreadsheet, with the texts that a user reads.
@Suite struct ElsewhereCheckTests {
    /// A town with a night shift of 19:30 to 05:00 for city agents and one of 21:00 to 05:00 for night workers.
    private func town(first: String, last: String) throws -> Workshop {
        let workshop = try Workshop()
        try FileManager.default.createDirectory(
            at: workshop.url.appendingPathComponent("ville"), withIntermediateDirectories: true)
        try workshop.write(
            """
            name: Nuits du changement d'heure
            horizon: {first: \(first), last: \(last)}
            sectors: [{id: centre, name: Centre}]
            employers: [{id: ville, name: Ville}, {id: regie, name: Régie}]
            professions: [{id: agent, name: Agent municipal}, {id: mediateur, name: Médiateur}]
            shifts:
              - {id: nuit-ville, code: N, professions: [agent], start: "19:30", end: "29:00", break: 20}
              - {id: soir-ville, code: S, professions: [agent], start: "14:00", end: "22:00", break: 20}
              - {id: jour-ville, code: J, professions: [agent], start: "09:00", end: "17:00", break: 20}
              - {id: nuit-regie, code: NR, professions: [mediateur], start: "21:00", end: "29:00"}
            team_kinds:
              - {id: binome, name: Binôme, places: [{count: 2, of: [agent, mediateur]}]}
            requirements:
              - {id: presence, sector: centre, kinds: [binome], needs: [{from: "17:00", to: "05:00", teams: 1}]}
            missions:
              - {id: voisinage, name: Voisinage, kinds: [binome]}
              - {id: technique, name: Veille technique, kinds: []}

            """, to: "ville/scenario.yaml")
        try workshop.write(
            """
            matricule;employeur;métier;régime
            V1;ville;agent;fpt
            V2;ville;agent;fpt
            R1;regie;mediateur;prive-nuit

            """, to: "ville/agents.csv")
        return workshop
    }

    private func check(_ workshop: Workshop, _ rows: String, _ options: String...) throws -> Command.Outcome {
        // Excel in France: semicolons, CRLF, Windows-1252.
        let text = rows.replacing("\n", with: "\r\n")
        let bytes = text.unicodeScalars.map { UInt8(clamping: $0.value) }
        try Data(bytes).write(to: workshop.url.appendingPathComponent("pratique.csv"))
        return try Command.run(
            ["check", workshop.path("ville"), workshop.path("pratique.csv")] + options, in: workshop.url)
    }

    private func line(_ outcome: Command.Outcome, _ parts: String...) -> Bool {
        outcome.output.split(separator: "\n").contains { line in parts.allSatisfy(line.contains) }
    }

    @Test func nightOfOctoberIsAnHourLonger() throws {
        let outcome = try check(
            try town(first: "2026-10-19", last: "2026-10-31"),
            """
            Matricule;Date;Début;Fin
            V1;24/10/2026;19h30;5h
            V2;23/10/2026;19h30;5h
            R1;24/10/2026;21h;5h

            """)
        #expect(outcome.exitCode == 2, "\(outcome.errors)")
        #expect(
            line(
                outcome, "V1", "nuit du sam. 24/10", "10 h 30 (limite 10 h)", "décret 2000-815 art. 3-I",
                "l'heure répétée de la nuit du sam. 24/10 compte"), "\(outcome.output)")
        #expect(
            line(outcome, "R1", "nuit du sam. 24/10", "9 h (limite 8 h)", "L3122-6"), "\(outcome.output)")
        // The same hours on an ordinary night are 9 h 30: lawful, and near the limit.
        #expect(!line(outcome, "V2", "(limite 10 h) · heures réelles"))
        #expect(line(outcome, "V2", "nuit du ven. 23/10", "9 h 30 (limite 10 h)"), "\(outcome.output)")
        #expect(outcome.output.contains("Proche d'une limite"))
    }

    @Test func restOfMarchIsAnHourShorter() throws {
        let workshop = try town(first: "2026-03-23", last: "2026-03-31")
        let rows = """
            Matricule;Date;Poste
            V1;28/03/2026;soir-ville
            V1;29/03/2026;J
            V2;27/03/2026;N
            V2;28/03/2026;Repos

            """
        let outcome = try check(workshop, rows)
        #expect(outcome.exitCode == 2)
        #expect(
            line(
                outcome, "V1", "nuits du sam. 28/03 et du dim. 29/03", "10 h (limite 11 h)",
                "la nuit du sam. 28/03 a une heure de moins"), "\(outcome.output)")
        let english = try check(workshop, rows, "--lang", "en")
        #expect(
            line(
                english, "V1", "nights of Sat 28/03 and Sun 29/03", "10 h (limit 11 h)",
                "the night of Sat 28/03 is an hour shorter"), "\(english.output)")
    }

    /// 17:00 to 05:00: 26 half-hours in October, 22 in March, 24 on any other night.
    @Test(arguments: [("2026-10-24", "13,00"), ("2026-03-28", "11,00"), ("2026-10-17", "12,00")])
    func windowOfTheChangeHasItsRealLength(day: String, hours: String) throws {
        let outcome = try check(try town(first: day, last: day), "Matricule;Date;Poste\n")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(line(outcome, "couvertes sur \(hours) h demandées"), "\(outcome.output)")
    }

    @Test func sundayOfACityAgentIsAWishAndNoBreach() throws {
        let workshop = try town(first: "2026-10-19", last: "2026-10-31")
        let rows = "Matricule;Date;Poste\nV1;25/10/2026;J\n"
        let outcome = try check(workshop, rows)
        #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("Légalité : 0 infraction."))
        #expect(outcome.output.contains("Règles souples non tenues, sans infraction : 1."), "\(outcome.output)")
        #expect(
            line(
                outcome, "V1", "dimanches de repos", "nuit du dim. 25/10", "1 dimanche travaillé (limite 0",
                "décret 2000-815 art. 3-I"), "\(outcome.output)")
        let english = try check(workshop, rows, "--lang", "en")
        #expect(english.output.contains("Soft rules not kept, no breach: 1."), "\(english.output)")
        let json = try object(check(workshop, rows, "--json").output.utf8)
        #expect(json["lawful"] as? Bool == true && (json["violations"] as? [Any])?.isEmpty == true)
        let soft = try #require(json["softBreaches"] as? [[String: Any]])
        #expect(soft.map { $0["rule"] as? String } == ["sundaysOff"] && soft.map { $0["agent"] as? String } == ["V1"])
        // On a weekday nothing is wished for.
        let weekday = try check(workshop, "Matricule;Date;Poste\nV1;20/10/2026;J\n")
        #expect(!weekday.output.contains("souples"))
    }

    @Test func whatIsNotKnownIsNeverCalledKept() throws {
        let outcome = try check(
            try town(first: "2026-10-19", last: "2026-10-31"), "Matricule;Date;Poste\nV1;20/10/2026;S\n")
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.contains("Non vérifiable :"))
        #expect(line(outcome, "repos quotidien", "aucun historique", "tous les agents"), "\(outcome.output)")
    }

    @Test func loneAgentsAndOrphanMissionsAreListed() throws {
        let outcome = try check(
            try town(first: "2026-10-19", last: "2026-10-31"),
            "Matricule;Date;Poste\nV1;20/10/2026;S\nV2;20/10/2026;J\n")
        // V2 from 09:00, V1 from 14:00, together until 17:00, then V1 alone.
        #expect(outcome.output.contains("Présence sans équipe complète : 10 h d'agent"), "\(outcome.output)")
        #expect(line(outcome, "nuit du mar. 20/10", "Centre", "09:00–14:00", "V2"), "\(outcome.output)")
        #expect(line(outcome, "nuit du mar. 20/10", "Centre", "17:00–22:00", "V1"), "\(outcome.output)")
        #expect(line(outcome, "Veille technique : aucun type d’équipe n’y répond"), "\(outcome.output)")
    }

    @Test func boundSaysHowMuchBetterALawfulPlanCouldBe() throws {
        let workshop = try town(first: "2026-10-19", last: "2026-10-21")
        // One pair, one evening: 5 of 36 h; two city agents and one mediator can do better.
        let rows = "Matricule;Date;Poste\nV1;20/10/2026;S\nV2;20/10/2026;S\n"
        let outcome = try check(workshop, rows, "--bound", "2")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(
            line(outcome, "Marge, heures tardives", "un planning légal trouvé", "ne peut descendre sous"),
            "\(outcome.output)")
        let json = try object(check(workshop, rows, "--bound", "2", "--json").output.utf8)
        let margin = try #require(json["margin"] as? [String: Any])
        let levels = try #require(json["levels"] as? [Int])
        let bound = try #require(margin["boundPoints"] as? Int)
        let found = try #require(margin["foundPoints"] as? Int)
        #expect(bound <= found && found < levels[0])

        // The certificate of an earlier plan says the same floor for any roster of the scenario.
        let plan = try workshop.run(
            "plan", workshop.path("ville"), "--output", workshop.path("resultat"), "--work", "20000")
        #expect(plan.exitCode == 0, "\(plan.errors)")
        let proof = workshop.path("resultat/certificate.json")
        let other = try check(workshop, rows, "--certificate", proof, "--other-roster")
        #expect(other.exitCode == 0, "\(other.output)\(other.errors)")
        #expect(other.output.contains("Borne (niveau 1) : prouvée"))
        #expect(line(other, "Marge, heures tardives", "aucun planning légal"), "\(other.output)")
        // Without the option the certificate must be that of the roster.
        #expect(try check(workshop, rows, "--certificate", proof).exitCode == 2)
    }

    @Test func allFaultsOfASpreadsheetComeInOneRun() throws {
        let outcome = try check(
            try town(first: "2026-10-19", last: "2026-10-31"),
            """
            Matricule;Date;Début;Fin;Poste
            V9;24/10/2026;19h30;5h;
            V1;24/10/2026;20h;2h30;
            V2;24/10/2026;8h;8h;
            V2;25/10/2026;;;Garde

            """)
        #expect(outcome.exitCode == 2)
        for part in ["pratique.csv:2", "pratique.csv:3", "pratique.csv:4", "pratique.csv:5"] {
            #expect(outcome.errors.contains(part), "\(outcome.errors)")
        }
        #expect(outcome.errors.contains("existe deux fois") && outcome.errors.contains("0 h ou 24 h"))
    }
}
