import Foundation
import Testing

/// Split days in `plan` and `check`, with the texts that a user reads.
@Suite struct SplitDayTests {
    @Test func aSplitDayIsPlannedWithARowForEachPart() throws {
        let workshop = try Workshop()
        let scenario = try workshop.copy(scenario: "Tiny/split-day")
        let outcome = try workshop.run("plan", scenario.path, "--output", workshop.path("out"), "--progress", "none")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let rows = try workshop.text("out/roster.csv").split(separator: "\n").dropFirst()
        #expect(
            rows.first == "gardien-1,2026-10-05,2026-10-05T07:00+02:00,2026-10-05T12:00+02:00,0,coupe,cite,1"
                && rows.dropFirst().first
                    == "gardien-1,2026-10-05,2026-10-05T16:00+02:00,2026-10-05T20:00+02:00,,coupe,cite,2",
            "\(rows)")
        let check = try workshop.run(
            "check", scenario.path, workshop.path("out/roster.csv"), "--certificate",
            workshop.path("out/certificate.json"))
        #expect(check.exitCode == 0, "\(check.output)")
        // The legend of the grid shows the hours of both parts.
        #expect(try workshop.text("out/report.html").contains("coupe 07:00\u{2013}12:00, 16:00\u{2013}20:00"))
    }

    @Test(
        arguments: [
            ("fr", "Repos compensateur acquis", "7 % de 20 h entre 23:00–06:00", "1 h 24"),
            ("en", "Compensatory rest earned", "7 % of 20 h within 23:00–06:00", "1 h 24 min"),
        ])
    func compensatoryRestIsAnAmount(language: String, title: String, basis: String, amount: String) throws {
        let workshop = try Workshop()
        let scenario = try workshop.copy(scenario: "Tiny/split-day")
        // A month of one educator: twenty evenings until midnight, an hour each after 23:00.
        try workshop.write(
            """
            horizon: {first: 2026-10-01, last: 2026-10-31}
            sectors: [{id: cite, name: Cité}]
            employers: [{id: club, name: Club de prévention}]
            professions: [{id: educateur, name: Éducateur}]
            shifts: [{id: soir, code: S, professions: [educateur], start: "18:00", end: "24:00", break: 20}]
            regimes: [{id: educ, base: ccn66, night_worker_nights: 7}]
            team_kinds: [{id: un, name: Un, places: [{count: 1, of: [educateur]}]}]
            requirements: [{id: p, sector: cite, kinds: [un], needs: [{from: "18:00", to: "24:00", teams: 1}]}]

            """, to: "scenario/scenario.yaml")
        try workshop.write("agent,employer,profession,regime\nE1,club,educateur,educ\n", to: "scenario/agents.csv")
        let days = [1, 2, 5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28]
        let rows = days.map { "E1;\($0)/10/2026;soir\n" }.joined()
        try workshop.write("Matricule;Date;Poste\n" + rows, to: "pratique.csv")
        let outcome = try workshop.run("check", scenario.path, workshop.path("pratique.csv"), "--lang", language)
        #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains(title))
        let line = outcome.output.split(separator: "\n").first { $0.contains(basis) }
        #expect(line?.contains("E1 · \(amount)") ?? false, "\(outcome.output)")
        let json = try workshop.run("check", scenario.path, workshop.path("pratique.csv"), "--json")
        #expect(json.output.contains("\"basisMinutes\" : 1200") && json.output.contains("\"minutes\" : 84"))
    }

    @Test(
        arguments: [
            ("fr", "repos à l'intérieur de l'amplitude", "2 h (limite 3 h)"),
            ("en", "rest inside the span of the day", "2 h (limit 3 h)"),
        ])
    func restInTwoHalvesIsABreach(language: String, name: String, measure: String) throws {
        let workshop = try Workshop()
        let scenario = try workshop.copy(scenario: "Tiny/split-day")
        try workshop.write(
            "Matricule;Date;Poste\ngardien-1;05/10/2026;coupe-deux\ngardien-1;06/10/2026;coupe\n", to: "pratique.csv")
        let outcome = try workshop.run("check", scenario.path, workshop.path("pratique.csv"), "--lang", language)
        #expect(outcome.exitCode == 2)
        let line = outcome.output.split(separator: "\n").first { $0.contains(name) && $0.contains("CCN 1043 art. 18") }
        let found = (line ?? "").replacing("\u{202F}", with: " ").replacing("\u{00A0}", with: " ")
        #expect(found.contains(measure) && found.contains("gardien-1"), "\(outcome.output)")
    }
}
