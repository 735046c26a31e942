import Foundation
import Testing

/// A published roster that can no longer be changed and that breaks a rule.
@Suite struct PublishedTests {
    /// A town with one more shift, published before 8 October.
    private func town(_ workshop: Workshop, with shift: String, published: String) throws -> URL {
        let scenario = try workshop.copy(scenario: "Tiny/sunday-off")
        let yaml = try workshop.text("scenario/scenario.yaml")
            .replacing("shifts:\n", with: "shifts:\n  - \(shift)\n")
        try workshop.write(yaml + "decided_on: 2026-10-08\n", to: "scenario/scenario.yaml")
        try workshop.write(
            "agent,service_day,start,end,break_minutes,shift,sector,stage\n\(published)\n", to: "scenario/published.csv"
        )
        return scenario
    }

    @Test(
        arguments: [
            (
                "fr",
                "Aucun planning légal pour med-1 : ses vacations de published.csv qui ne peuvent plus changer (2026-10-06, 2026-10-07)",
                "les décisions fixées ou le planning publié ne laissent rien de légal à un agent"
            ),
            (
                "en",
                "No lawful line for med-1: the shifts of published.csv that can no longer be changed (2026-10-06, 2026-10-07)",
                "fixed decisions or the published roster leave an agent nothing lawful"
            ),
        ])
    func aPublishedRosterWithoutLawfulLineIsNamedAsTheCause(
        _ language: String, _ cause: String, _ status: String
    ) throws {
        let workshop = try Workshop()
        // A morning six hours after the end of an evening.
        let scenario = try town(
            workshop, with: "{id: tot, code: M, professions: [mediateur], start: 6h, end: 12h, break: 30}",
            published: """
                med-1,2026-10-06,2026-10-06T16:00+02:00,2026-10-07T00:00+02:00,30,soir,centre,1
                med-1,2026-10-07,2026-10-07T06:00+02:00,2026-10-07T12:00+02:00,30,tot,centre,1
                """)
        let plan = try workshop.run(
            "plan", scenario.path, "--output", workshop.path("out"), "--work", "5000", "--lang", language)
        #expect(plan.exitCode == 2, "\(plan.errors)")
        #expect(plan.output.contains(cause), "\(plan.output)")
        #expect(plan.output.contains(status))
        let summary = try object(workshop.text("out/summary.json").utf8)
        #expect(summary["status"] as? String == "infeasible")
    }

    @Test(
        arguments: [
            (
                "fr",
                "vacations publiées illégales sur leur seule journée, non reprises : 1 (pause 1)",
                "Vacations publiées illégales sur leur seule journée, à ne pas faire : 1."
            ),
            (
                "en", "published shifts unlawful on their day alone, not taken over: 1 (break 1)",
                "Published shifts unlawful on their day alone, not to be worked: 1."
            ),
        ])
    func aPublishedShiftThatIsUnlawfulByItselfIsListed(
        _ language: String, _ planned: String, _ checked: String
    ) throws {
        let workshop = try Workshop()
        let scenario = try town(
            workshop, with: "{id: long, code: L, professions: [mediateur], start: 14h, end: 21h}",
            published: """
                med-1,2026-10-06,2026-10-06T14:00+02:00,2026-10-06T21:00+02:00,0,long,centre,1
                med-1,2026-10-07,2026-10-07T16:00+02:00,2026-10-08T00:00+02:00,30,soir,centre,1
                """)
        let plan = try workshop.run(
            "plan", scenario.path, "--output", workshop.path("out"), "--work", "5000", "--lang", language)
        #expect(plan.exitCode == 0, "\(plan.errors)")
        #expect(plan.output.contains(planned), "\(plan.output)")
        let report = try object(workshop.text("out/report.json").utf8)
        #expect((report["legality"] as? [String: Any])?["withdrawnShifts"] as? Int == 1)
        let check = try workshop.run(
            "check", scenario.path, workshop.path("out/roster.csv"), "--lang", language)
        #expect(check.exitCode == 0)
        let lines = check.output.split(separator: "\n")
        let title = try #require(lines.firstIndex(of: Substring(checked)), "\(check.output)")
        #expect(lines[title + 1].contains("med-1"), "\(check.output)")
    }
}
