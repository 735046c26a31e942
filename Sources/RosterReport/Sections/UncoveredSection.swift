import RosterModel

/// What is not covered, heaviest first.
struct UncoveredSection: ReportSection {
    let page: PageContext
    var anchor: String { "manques" }
    var title: String { page.text("Ce qui n’est pas couvert", "What is not covered") }

    /// Rows shown at once, and rows shown at all.
    private static let limits = (open: 25, all: 400)

    func write(to html: inout HTML) {
        let intervals = UncoveredInterval.list(
            scenario: page.scenario, coverage: page.content.coverage, figures: page.figures,
            isBySector: !page.isNominative)
        guard !intervals.isEmpty else {
            html.element("p", page.text("Tout est couvert.", "Everything is covered."))
            return
        }
        let words = PermissionText(scenario: page.scenario, language: page.language)
        for gap in PermissionGap.list(scenario: page.scenario, coverage: page.content.coverage) {
            html.element("p", ["class": "warn"], words.sentence(gap))
        }
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "\(page.number.count(intervals.count, "intervalle", "intervalles")), du plus lourd au plus léger. Une heure pondérée est une heure d’équipe manquante multipliée par le poids de son heure et de son besoin.",
                    "\(page.number.count(intervals.count, "interval", "intervals")), heaviest first. A weighted hour is a missing team-hour times the weight of its hour and of its need."
                ))
        }
        table(intervals.prefix(Self.limits.open), &html)
        let further = intervals.dropFirst(Self.limits.open).prefix(Self.limits.all - Self.limits.open)
        if !further.isEmpty {
            html.element("details", ["class": "printed"]) { html in
                html.element(
                    "summary",
                    page.text(
                        "Les \(page.number.integer(further.count)) intervalles suivants",
                        "The next \(page.number.integer(further.count)) intervals"))
                table(further, &html)
            }
        }
        let rest = intervals.dropFirst(Self.limits.all)
        if !rest.isEmpty {
            let weight = page.number.weightedHours(rest.reduce(0) { $0 + $1.points })
            html.element(
                "p", ["class": "note"],
                page.text(
                    "Les \(page.number.integer(rest.count)) intervalles restants pèsent ensemble \(weight) ; la liste complète est dans gaps.csv.",
                    "The remaining \(page.number.integer(rest.count)) intervals weigh \(weight) together; the whole list is in gaps.csv."
                ))
        }
    }

    private func table(_ intervals: some Sequence<UncoveredInterval>, _ html: inout HTML) {
        var columns: [HTML.Column] = [
            .tight(page.text("Nuit du", "Night of")), .words(page.text("Secteur", "Sector")),
            .tight(page.text("Heures", "Hours")),
        ]
        if page.isNominative { columns.append(.words(page.text("Besoin", "Need"))) }
        columns += [
            .figures(page.text("équipes requises", "teams required")),
            .figures(page.text("manquantes", "missing")), .words(page.text("sur place", "on site")),
            .figures(page.text("heures d’équipe", "team-hours")),
            .figures(page.text("heures pondérées", "weighted hours")),
        ]
        html.table(
            columns,
            rows: intervals.map { interval in
                var row = [
                    page.dates.short(page.axis.date(ofDay: interval.day)), page.scenario[interval.sector].name,
                    page.clocks(interval.slots, day: interval.day),
                ]
                if let requirement = interval.requirement { row.append(page.scenario[requirement].id) }
                row += [
                    page.number.integer(interval.required), page.number.integer(interval.missing),
                    interval.isNobody
                        ? page.text("personne", "nobody") : page.text("une équipe au moins", "at least one team"),
                    page.number.compactHours(interval.missingMinutes(on: page.axis)),
                    page.number.weightedHours(interval.points),
                ]
                return row
            },
            caption: page.text("Intervalles non couverts", "Uncovered intervals"))
    }
}
