import RosterModel

/// Which team kind answers which task, how often somebody can, and what nobody does.
struct MissionSection: ReportSection {
    let page: PageContext
    var anchor: String { "missions" }
    var title: String { page.text("Missions", "Missions") }

    func write(to html: inout HTML) {
        let figures = MissionFigures(scenario: page.scenario, coverage: page.content.coverage)
        matrix(&html)
        orphans(figures, &html)
        shares(figures, &html)
    }

    private func matrix(_ html: inout HTML) {
        let scenario = page.scenario
        let kinds = scenario.teamKinds.indices.map { TeamKindID($0) }.filter { page.mayShow([$0]) }
        html.table(
            [.words(page.text("Mission", "Mission"))] + kinds.map { .words(scenario[$0].name) },
            rows: scenario.missions.filter { page.mayShow($0.kinds) }.map { mission in
                [mission.name] + kinds.map { mission.kinds.contains($0) ? page.text("oui", "yes") : "\u{2013}" }
            },
            caption: page.text("Qui peut répondre à quoi", "Who can answer what"))
    }

    private func orphans(_ figures: MissionFigures, _ html: inout HTML) {
        html.element(
            "h3", page.text("Missions orphelines : ce que personne ne traite", "Orphan missions: what nobody does"))
        let orphans = figures.orphans.filter { page.mayShow(page.scenario.missions[$0.mission].kinds) }
        if page.scenario.missions.contains(where: { !page.mayShow($0.kinds) }) {
            html.element(
                "p", ["class": "note"],
                page.text(
                    "Les missions auxquelles moins de \(PageContext.publicGroupSize) agents peuvent répondre ne sont pas publiées.",
                    "Missions that fewer than \(PageContext.publicGroupSize) agents can answer are not published."))
        }
        guard !orphans.isEmpty else {
            html.element(
                "p",
                page.text(
                    "Aucune : chaque mission trouve une équipe, au moins une fois, dans chaque secteur et à chaque heure où elle est attendue.",
                    "None: each mission finds a team, at least once, in each sector and at each hour in which it is asked for."
                ))
            return
        }
        html.element("ul") { html in
            let words = MissionText(scenario: page.scenario, language: page.language)
            for orphan in orphans { html.element("li", words.orphan(orphan)) }
        }
    }

    private func shares(_ figures: MissionFigures, _ html: inout HTML) {
        func percent(_ part: Int, _ whole: Int) -> String {
            whole == 0 ? "\u{2013}" : page.number.percent(part, whole, rounding: .down)
        }
        html.table(
            [
                .words(page.text("Mission", "Mission")), .figures(page.text("heures attendues", "hours asked for")),
                .figures(page.text("équipe sur place, en heures", "team in the sector, in hours")),
                .figures(page.text("équipe dans un secteur voisin", "team in a neighbouring sector")),
                .figures(page.text("personne", "nobody")),
            ],
            rows: page.scenario.missions.indices.filter { page.mayShow(page.scenario.missions[$0].kinds) }.map {
                index in
                let sum = figures.tallies[index].reduce(into: MissionFigures.Tally()) {
                    $0.asked += $1.asked
                    $0.answered += $1.answered
                    $0.near += $1.near
                }
                return [
                    page.scenario.missions[index].name, page.number.hours(sum.asked),
                    percent(sum.answered, sum.asked), percent(sum.near, sum.asked),
                    page.number.hours(sum.open),
                ]
            },
            caption: page.text(
                "Heures de besoin pendant lesquelles une équipe compétente est à portée",
                "Hours of need in which a competent team is within reach"))
    }
}
