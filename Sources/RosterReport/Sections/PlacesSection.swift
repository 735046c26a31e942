import RosterModel

/// Where and when most is missing, on half a page: worst sectors, nights one by one, hours of the town.
struct PlacesSection: ReportSection {
    let page: PageContext
    var anchor: String { "secteurs" }
    var title: String { page.text("Où, quelles nuits, à quelles heures", "Where, which nights, at what hours") }

    /// Most sectors, and most nights, in order of what is missing or of time.
    private static let most = (sectors: 12, nights: 31)

    func write(to html: inout HTML) {
        html.element("div", ["class": "columns"]) { html in
            html.element("div") { html in
                sectors(&html)
                hours(&html)
            }
            html.element("div") { nights(&$0) }
        }
    }

    private func sectors(_ html: inout HTML) {
        let number = page.number
        let late = page.figures.lateSectors
        let order = late.indices.sorted { (-late[$0].missing, $0) < (-late[$1].missing, $1) }
        func row(_ name: String, _ late: CoverTally, _ core: CoverTally) -> [String] {
            [
                name, number.compactHours(late.required), number.compactHours(late.missing),
                number.compactHours(late.nobody), number.compactHours(core.missing),
            ]
        }
        html.table(
            [
                .tight(page.text("Secteur", "Sector")), .figures(page.text("tardif requis", "late required")),
                .figures(page.text("manque", "missing")), .figures(page.text("dont personne", "of it nobody")),
                .figures(page.text("manque après minuit", "missing after midnight")),
            ],
            rows: order.prefix(Self.most.sectors).map {
                row(page.scenario.sectors[$0].name, late[$0], page.figures.coreSectors[$0])
            },
            total: row(page.text("Ville", "Town"), CoverTally.sum(late), CoverTally.sum(page.figures.coreSectors)),
            caption: late.count > Self.most.sectors
                ? page.text(
                    "Les \(Self.most.sectors) secteurs où il manque le plus (heures:minutes d’équipe)",
                    "The \(Self.most.sectors) sectors that miss most (hours:minutes of teams)")
                : page.text("Heures d’équipe par secteur (heures:minutes)", "Team-hours by sector (hours:minutes)"),
            isDense: true)
    }

    private func hours(_ html: inout HTML) {
        guard let hours = page.figures.neededHours else { return }
        let caption = page.text(
            "Ville : part couverte heure par heure, en % et en heures",
            "Town: share covered hour by hour, in % of hours")
        html.element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption]) { html in
            html.element("table", ["class": "map"]) { html in
                html.element("caption", caption)
                html.raw("<thead><tr>")
                html.element("th", ["scope": "col"], page.text("Nuits", "Nights"))
                for hour in hours { html.element("th", ["scope": "col"], pad(hour % 24, 2)) }
                html.raw("</tr></thead><tbody>")
                for type in DayType.allCases {
                    html.raw("<tr>")
                    html.element("th", ["scope": "row"], type.name(page.language))
                    for hour in hours {
                        let tally = CoverTally.sum(page.figures.hours[type.rawValue].map { $0[hour] })
                        guard let share = HeatMapSection.share(tally, number: page.number) else {
                            html.raw("<td>")
                            continue
                        }
                        html.raw("<td class=\"h\(HeatMapSection.shade(share))\">\(share)")
                    }
                    html.raw("</tr>\n")
                }
                html.raw("</tbody>")
            }
        }
    }

    private func nights(_ html: inout HTML) {
        let nights = page.figures.lateNights
        let most = max(1, nights.map(\.missing).max() ?? 0)
        let isShort = nights.count > Self.most.nights
        let shown =
            isShort ? CoverageFigures.largest(Self.most.nights, of: nights.map(\.missing)) : Array(nights.indices)
        let caption =
            isShort
            ? page.text(
                "Les \(shown.count) nuits où il manque le plus d’heures d’équipe tardives",
                "The \(shown.count) nights that miss most late team-hours")
            : page.text(
                "Heures d’équipe tardives qui manquent, nuit par nuit", "Late team-hours missing, night by night")
        html.element("table", ["class": "plain nights"]) { html in
            html.element("caption", caption)
            html.raw("<thead><tr>")
            html.element("th", ["scope": "col"], page.text("Nuit du", "Night of"))
            html.element("th", ["scope": "col", "class": "n"], page.text("manque", "missing"))
            html.element(
                "th", ["scope": "col", "class": "graph"], page.text("dont personne, en sombre", "of it nobody, dark"))
            html.raw("</tr></thead><tbody>")
            for day in shown {
                let night = nights[day]
                html.raw(page.isShaded(day: day) ? "<tr class=\"w\">" : "<tr>")
                html.element("th", ["scope": "row"], page.dates.short(page.axis.date(ofDay: day)))
                html.element("td", ["class": "n"], night.required == 0 ? "" : page.number.compactHours(night.missing))
                let width = (400 * night.missing + most / 2) / most
                let nobody = (400 * night.nobody + most / 2) / most
                html.raw(
                    "<td class=\"graph\"><svg viewBox=\"0 0 400 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
                if nobody > 0 { html.raw("<path class=\"m\" d=\"M0 0h\(nobody)v8h-\(nobody)z\"/>") }
                if width > nobody {
                    html.raw("<path class=\"u\" d=\"M\(nobody) 0h\(width - nobody)v8h-\(width - nobody)z\"/>")
                }
                html.raw("</svg></td></tr>")
            }
            html.raw("</tbody>")
        }
    }
}
