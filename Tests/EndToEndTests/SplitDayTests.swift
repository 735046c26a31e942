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
