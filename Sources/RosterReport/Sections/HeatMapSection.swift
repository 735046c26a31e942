import RosterModel

/// Share of required team-hours that is covered, by sector and hour, for each type of day.
package struct HeatMapSection: ReportSection {
    let page: PageContext
    var anchor: String { "heures" }
    var title: String { page.text("À quelle heure, dans quel secteur", "At what hour, in which sector") }

    func write(to html: inout HTML) {
        guard let hours = page.figures.neededHours else {
            html.element("p", page.text("Aucun besoin.", "No need."))
            return
        }
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "Part des heures d’équipe requises qui sont couvertes, en % et en heures. Plus la case est sombre, plus il manque. Case vide : rien n’est requis.",
                    "Share of the team-hours required that are covered, in % of hours. The darker the cell, the more is missing. Empty cell: nothing is required."
                ))
        }
        Self.legend(page, &html)
        html.element("div", ["class": "heat"]) { html in
            for type in DayType.allCases { table(type, hours: hours, &html) }
        }
    }

    /// What the shades mean.
    static func legend(_ page: PageContext, _ html: inout HTML) {
        html.legend(
            [
                (100, page.text("tout couvert", "all covered")), (85, "75\u{2013}99"), (60, "50\u{2013}74"),
                (40, "25\u{2013}49"), (10, "1\u{2013}24"), (0, page.text("rien", "none")),
            ].map { share, name in
                let content = share == 100 || share == 0 ? String(share) : "%"
                return ("<b class=\"cell h\(shade(share))\">\(content)</b>", name)
            })
    }

    /// Shade of a share in whole per cent: 0 nothing covered ... 5 all covered.
    package static func shade(_ share: Int) -> Int {
        switch share {
        case 100...: 5
        case 75...: 4
        case 50...: 3
        case 25...: 2
        case 1...: 1
        default: 0
        }
    }

    /// Whole per cent covered, or nil where nothing is required.
    package static func share(_ tally: CoverTally, number: NumberFormat) -> Int? {
        tally.required == 0 ? nil : number.wholePercent(tally.covered, tally.required)
    }

    private func table(_ type: DayType, hours: Range<Int>, _ html: inout HTML) {
        let rows = page.figures.hours[type.rawValue]
        html.element(
            "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": type.name(page.language)]
        ) { html in
            html.element("table", ["class": "map"]) { html in
                html.element("caption", type.name(page.language))
                html.raw("<thead><tr>")
                html.element("th", ["scope": "col"], page.text("Secteur", "Sector"))
                for hour in hours { html.element("th", ["scope": "col"], pad(hour % 24, 2)) }
                html.element("th", ["scope": "col", "class": "sum"], page.text("Total", "Total"))
                html.raw("</tr></thead><tbody>")
                for (sector, cells) in zip(page.scenario.sectors, rows) { row(sector.name, cells, hours: hours, &html) }
                html.raw("</tbody><tfoot>")
                let town = (0..<48).map { hour in rows.reduce(into: CoverTally()) { $0 += $1[hour] } }
                row(page.text("Ville", "Town"), town, hours: hours, &html)
                html.raw("</tfoot>")
            }
        }
    }

    private func row(_ name: String, _ cells: [CoverTally], hours: Range<Int>, _ html: inout HTML) {
        html.raw("<tr>")
        html.element("th", ["scope": "row"], name)
        for hour in hours { cell(cells[hour], style: "", &html) }
        cell(cells.reduce(into: CoverTally()) { $0 += $1 }, style: " sum", &html)
        html.raw("</tr>\n")
    }

    private func cell(_ tally: CoverTally, style: String, _ html: inout HTML) {
        guard let share = Self.share(tally, number: page.number) else {
            html.raw(style.isEmpty ? "<td>" : "<td class=\"sum\">")
            return
        }
        html.raw("<td class=\"h\(Self.shade(share))\(style)\">\(share)")
    }
}
