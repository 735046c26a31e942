import RosterModel

/// Whether people in a sector see the same faces.
struct ContinuitySection: ReportSection {
    let page: PageContext
    var anchor: String { "continuite" }
    var title: String { page.text("Continuité des visages", "Continuity of faces") }

    func write(to html: inout HTML) {
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "Part des heures d’agent d’un secteur faites par ses 3 et 6 agents les plus fréquents. Même binôme : part du temps passé à plusieurs qui l’est avec le partenaire habituel de chacun. Coupure : plus de \(ContinuityFigures.longestAbsence) jours sans aucune équipe.",
                    "Share of the agent-hours of a sector by its 3 and 6 most frequent agents. Same pair: share of the time spent with others that is spent with each agent’s usual partner. Gap: more than \(ContinuityFigures.longestAbsence) days without any team."
                ))
        }
        let tallies = page.continuity.tallies
        if tallies.contains(where: { !page.mayShow($0) }) {
            html.element(
                "p", ["class": "note"],
                page.text(
                    "Les parts ne sont pas publiées là où moins de \(PageContext.publicGroupSize) agents sont passés.",
                    "Shares are not published where fewer than \(PageContext.publicGroupSize) agents were."))
        }
        func percent(_ part: Int, _ whole: Int) -> String {
            whole == 0 ? "\u{2013}" : page.number.percent(part, whole)
        }
        html.table(
            [
                .words(page.text("Secteur", "Sector")), .figures(page.text("agents", "agents")),
                .figures(page.text("3 plus fréquents", "3 most frequent")),
                .figures(page.text("6 plus fréquents", "6 most frequent")),
                .figures(page.text("même binôme", "same pair")), .words(page.text("coupures", "gaps")),
            ],
            rows: tallies.indices.map { sector in
                let tally = tallies[sector]
                let gaps = tally.gaps.map { run in
                    page.text(
                        "\(run.count) jours dès le \(page.dates.short(page.axis.date(ofDay: run.first)))",
                        "\(run.count) days from \(page.dates.short(page.axis.date(ofDay: run.first)))")
                }
                let shares =
                    page.mayShow(tally)
                    ? [
                        page.number.integer(tally.agents), percent(tally.byThree, tally.presence),
                        percent(tally.bySix, tally.presence), percent(tally.withUsualPartner, tally.accompanied),
                    ] : Array(repeating: "\u{2013}", count: 4)
                return [page.scenario.sectors[sector].name] + shares + [gaps.joined(separator: ", ")]
            },
            caption: page.text("Visages par secteur", "Faces by sector"), isDense: true)
    }
}
