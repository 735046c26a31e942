import RosterModel

/// Sectors and nights by what stays uncovered.
struct SectorSection: ReportSection {
    let page: PageContext
    var anchor: String { "secteurs" }
    var title: String { page.text("Secteurs et nuits à découvert", "Uncovered sectors and nights") }

    func write(to html: inout HTML) {
        html.element("div", ["class": "columns"]) { html in
            html.element("div") { sectors(&$0) }
            html.element("div") { nights(&$0) }
        }
    }

    private func sectors(_ html: inout HTML) {
        let number = page.number
        let late = page.figures.lateSectors
        let order = late.indices.sorted { (-late[$0].missing, $0) < (-late[$1].missing, $1) }
        func row(_ name: String, _ late: CoverTally, _ all: CoverTally, _ core: CoverTally) -> [String] {
            [
                name, number.compactHours(late.required), number.compactHours(late.missing),
                number.compactHours(late.nobody), number.compactHours(core.missing),
                all.demandPoints == 0
                    ? "\u{2013}"
                    : number.percent(all.demandPoints - all.missingPoints, all.demandPoints, rounding: .down),
            ]
        }
        func sum(_ tallies: [CoverTally]) -> CoverTally { tallies.reduce(into: CoverTally()) { $0 += $1 } }
        html.table(
            [
                .tight(page.text("Secteur", "Sector")), .figures(page.text("tardif requis", "late required")),
                .figures(page.text("manque", "missing")), .figures(page.text("dont personne", "of it nobody")),
                .figures(page.text("manque après minuit", "missing after midnight")),
                .figures(page.text("couvert, pondéré", "covered, weighted")),
            ],
            rows: order.map {
                row(page.scenario.sectors[$0].name, late[$0], page.figures.sectors[$0], page.figures.coreSectors[$0])
            },
            total: row(page.text("Ville", "Town"), sum(late), sum(page.figures.sectors), sum(page.figures.coreSectors)),
            caption: page.text("Heures d’équipe par secteur (heures:minutes)", "Team-hours by sector (hours:minutes)"),
            isDense: late.count > 20)
    }

    private func nights(_ html: inout HTML) {
        let nights = page.figures.lateNights
        let most = max(1, nights.map(\.missing).max() ?? 0)
        let caption = page.text(
            "Heures d’équipe tardives qui manquent, nuit par nuit", "Late team-hours missing, night by night")
        html.element("table", ["class": "plain nights"]) { html in
            html.element("caption", caption)
            html.raw("<thead><tr>")
            html.element("th", ["scope": "col"], page.text("Nuit du", "Night of"))
            html.element("th", ["scope": "col", "class": "n"], page.text("manque", "missing"))
            html.element(
                "th", ["scope": "col", "class": "graph"], page.text("dont personne, en sombre", "of it nobody, dark"))
            html.raw("</tr></thead><tbody>")
            for (day, night) in nights.enumerated() {
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
