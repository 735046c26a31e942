import RosterModel

/// What is not covered, heaviest first.
struct UncoveredSection: ReportSection {
    let page: PageContext
    var anchor: String { "manques" }
    var title: String { page.text("Ce qui n’est pas couvert", "What is not covered") }

    /// Rows shown at once, and rows shown at all.
    private static let limits = (open: 40, all: 400)

    func write(to html: inout HTML) {
        let intervals = UncoveredInterval.list(
            scenario: page.scenario, coverage: page.content.coverage, figures: page.figures,
            isBySector: !page.isNominative)
        guard !intervals.isEmpty else {
            html.element("p", page.text("Tout est couvert.", "Everything is covered."))
            return
        }
        let words = PermissionText(scenario: page.scenario, language: page.language)
        for gap in PermissionGap.list(scenario: page.scenario, coverage: page.content.coverage)
        where gap.professions.allSatisfy({ page.mayShow($0) }) {
            html.element("p", ["class": "warn"], words.sentence(gap))
        }
        let groups = UncoveredGroup.list(intervals) { page.clocks($0.slots, day: $0.day) }
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "\(page.number.count(intervals.count, "intervalle", "intervalles")) ; ceux de même secteur, mêmes heures et même manque sont réunis, du plus lourd au plus léger. Une heure pondérée est une heure d’équipe manquante multipliée par le poids de son heure et de son besoin.",
                    "\(page.number.count(intervals.count, "interval", "intervals")); those of equal sector, hours and lack are joined, heaviest first. A weighted hour is a missing team-hour times the weight of its hour and of its need."
                ))
        }
        table(groups.prefix(Self.limits.open), &html)
        let further = groups.dropFirst(Self.limits.open).prefix(Self.limits.all - Self.limits.open)
        if !further.isEmpty {
            html.element("details", ["class": "printed"]) { html in
                html.element(
                    "summary",
                    page.text(
                        "Les \(page.number.integer(further.count)) lignes suivantes",
                        "The next \(page.number.integer(further.count)) rows"))
                table(further, &html)
            }
        }
        let rest = groups.dropFirst(Self.limits.all)
        if !rest.isEmpty {
            let weight = page.number.weightedHours(rest.reduce(0) { $0 + $1.points })
            html.element(
                "p", ["class": "note"],
                page.text(
                    "Les \(page.number.integer(rest.count)) lignes restantes pèsent ensemble \(weight) ; la liste complète est dans gaps.csv.",
                    "The remaining \(page.number.integer(rest.count)) rows weigh \(weight) together; the whole list is in gaps.csv."
                ))
        }
    }

    private func table(_ groups: some Sequence<UncoveredGroup>, _ html: inout HTML) {
        var columns: [HTML.Column] = [
            .words(page.text("Secteur", "Sector")), .tight(page.text("Heures", "Hours")),
        ]
        if page.isNominative { columns.append(.words(page.text("Besoin", "Need"))) }
        columns += [
            .words(page.text("Nuits du", "Nights of")), .figures(page.text("équipes requises", "teams required")),
            .figures(page.text("manquantes", "missing")), .words(page.text("sur place", "on site")),
            .figures(page.text("heures d’équipe", "team-hours")),
            .figures(page.text("heures pondérées", "weighted hours")),
        ]
        html.table(
            columns,
            rows: groups.map { group in
                let interval = group.intervals[0]
                var row = [page.scenario[interval.sector].name, page.clocks(interval.slots, day: interval.day)]
                if let requirement = interval.requirement { row.append(page.scenario[requirement].id) }
                row += [
                    nights(group.intervals.map(\.day)), page.number.integer(interval.required),
                    page.number.integer(interval.missing),
                    interval.isNobody
                        ? page.text("personne", "nobody") : page.text("une équipe au moins", "at least one team"),
                    page.number.compactHours(group.missingMinutes(on: page.axis)),
                    page.number.weightedHours(group.points),
                ]
                return row
            },
            caption: page.text("Intervalles non couverts", "Uncovered intervals"))
    }

    /// Service days by weekday: `dim. 4, 11, 18, 25`; with months when the horizon has several.
    private func nights(_ days: [Int]) -> String {
        let last = page.axis.date(ofDay: page.axis.dayCount - 1)
        let isOneMonth = page.axis.firstDay.parts.month == last.parts.month && page.axis.dayCount <= 31
        return Weekday.allCases.compactMap { weekday in
            let mine = days.filter { page.axis.weekday(ofDay: $0) == weekday }
            guard !mine.isEmpty else { return nil }
            let dates = mine.map { day in
                let parts = page.axis.date(ofDay: day).parts
                return isOneMonth ? String(parts.day) : "\(pad(parts.day, 2))/\(pad(parts.month, 2))"
            }
            return page.dates.weekday(weekday) + NumberFormat.space + dates.joined(separator: ", ")
        }.joined(separator: page.text(" ; ", "; "))
    }
}
