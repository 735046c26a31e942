import RosterModel

/// Nights on which no team at all is in a sector, by sector and weekday.
struct BlankNightSection: ReportSection {
    let page: PageContext
    var anchor: String { "blanches" }
    var title: String { page.text("Nuits blanches par secteur", "Blank nights by sector") }

    func write(to html: inout HTML) {
        let late = page.number.clocks(page.scenario.lateWindow.start, page.scenario.lateWindow.end)
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "Nuits sans aucune équipe entre \(late), sur les nuits de ce jour de la semaine, qu’un besoin existe ou non ; la colonne « avec besoin » ne compte que les nuits où quelque chose est requis. Plus la case est sombre, plus les nuits sont blanches.",
                    "Nights without any team within \(late), of the nights of that weekday, whether anything is required or not; the column “with a need” counts only nights on which something is required. The darker the cell, the more nights are blank."
                ))
        }
        let caption = page.text("Nuits sans équipe, par jour de la semaine", "Nights without a team, by weekday")
        html.element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption]) { html in
            html.element("table", ["class": "map week"]) { html in
                html.element("caption", caption)
                html.raw("<thead><tr>")
                html.element("th", ["scope": "col"], page.text("Secteur", "Sector"))
                for weekday in Weekday.allCases { html.element("th", ["scope": "col"], page.dates.weekday(weekday)) }
                html.element("th", ["scope": "col", "class": "sum"], page.text("avec besoin", "with a need"))
                html.element("th", ["scope": "col"], page.text("inévitables", "unavoidable"))
                html.element("th", ["scope": "col"], page.text("plus longue suite", "longest run"))
                html.raw("</tr></thead><tbody>")
                for sector in page.scenario.sectors.indices { row(sector, &html) }
                html.raw("</tbody>")
            }
        }
    }

    private func row(_ sector: Int, _ html: inout HTML) {
        let blank = page.blank
        html.raw("<tr>")
        html.element("th", ["scope": "row"], page.scenario.sectors[sector].name)
        for weekday in Weekday.allCases {
            let (none, all) = blank.nights(sector: sector, on: weekday, isNeedOnly: false)
            if all == 0 {
                html.raw("<td>")
            } else {
                let covered = page.number.wholePercent(all - none, all)
                html.raw("<td class=\"h\(HeatMapSection.shade(covered))\">\(none)/\(all)")
            }
        }
        html.element(
            "td", ["class": "sum"],
            "\(blank.blankNeeded(sector: sector))/\(blank.isNeeded[sector].count { $0 })")
        html.element(
            "td", page.content.floor == nil ? "" : page.number.integer(blank.isUnreachable[sector].count { $0 }))
        html.element("td", blank.longestRun(sector: sector).map(text(of:)) ?? "\u{2013}")
        html.raw("</tr>\n")
    }

    private func text(of run: BlankNights.Run) -> String {
        let nights = page.number.count(run.count, page.text("nuit", "night"), page.text("nuits", "nights"))
        let first = page.dates.short(page.axis.date(ofDay: run.first))
        return run.count == 1
            ? "\(nights) (\(first))"
            : page.text("\(nights) dès le \(first)", "\(nights) from \(first)")
    }
}
