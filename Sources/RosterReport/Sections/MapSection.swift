import RosterModel

/// Map of the sectors, coloured by late cover, with an hour to choose.
struct MapSection: ReportSection {
    let page: PageContext
    let outlines: MapOutlines
    var anchor: String { "carte" }
    var title: String { page.text("Carte", "Map") }

    func write(to html: inout HTML) {
        let hours = page.figures.neededHours ?? 0..<0
        let codes = SectorCodes.codes(for: page.scenario.sectors.map(\.name))
        let late = page.number.clocks(page.scenario.lateWindow.start, page.scenario.lateWindow.end)
        let whole = page.text("toute la fenêtre tardive, \(late)", "the whole late window, \(late)")
        let labels = [whole] + hours.map { page.number.clocks($0 * 60, $0 * 60 + 60) }
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "Part des heures d’équipe requises qui sont couvertes. Plus le secteur est sombre, plus il manque ; blanc : rien n’est requis.",
                    "Share of the team-hours required that are covered. The darker the sector, the more is missing; white: nothing is required."
                ))
        }
        html.element("figure", ["class": "geo", "data-hours": labels.joined(separator: ",")]) { html in
            controls(&html)
            html.open(
                "svg",
                [
                    "viewBox": "0 0 \(MapOutlines.width) \(outlines.height)", "role": "img",
                    "aria-label": page.text(
                        "Carte des secteurs selon leur couverture ; les mêmes chiffres sont dans le tableau qui suit.",
                        "Map of the sectors by their cover; the same figures are in the table that follows."),
                ])
            for outline in outlines.outlines { draw(outline, hours: hours, &html) }
            for outline in outlines.outlines {
                html.raw("<text x=\"\(outline.centre.x)\" y=\"\(outline.centre.y)\">")
                html.text(codes[outline.sector.value])
                html.raw("</text>")
            }
            html.close("svg")
            html.raw("<figcaption>")
            HeatMapSection.legend(page, &html)
            html.raw("</figcaption>")
        }
        table(codes, &html)
    }

    private func controls(_ html: inout HTML) {
        html.raw("<form hidden><label>")
        html.text(page.text("Nuits ", "Nights "))
        html.raw("<select autocomplete=\"off\">")
        for type in DayType.allCases { html.element("option", type.name(page.language)) }
        html.raw("</select></label> <label>")
        html.text(page.text("Heure ", "Hour "))
        html.raw(
            "<input type=\"range\" min=\"0\" value=\"0\" autocomplete=\"off\"></label> <output aria-live=\"polite\">")
        let late = page.number.clocks(page.scenario.lateWindow.start, page.scenario.lateWindow.end)
        html.text(page.text("toute la fenêtre tardive, \(late)", "the whole late window, \(late)"))
        html.raw("</output></form>")
    }

    private func draw(_ outline: MapOutlines.Outline, hours: Range<Int>, _ html: inout HTML) {
        let sector = outline.sector.value
        let number = page.number
        let shades = DayType.allCases.map { type in
            let late = page.figures.lateTypes[type.rawValue][sector]
            return shade(late) + hours.map { shade(page.figures.hours[type.rawValue][sector][$0]) }.joined()
        }
        let late = page.figures.lateSectors[sector]
        html.open(
            "path",
            ["class": "h" + shade(late), "data-s": shades.joined(separator: " "), "d": outline.path])
        html.raw("<title>")
        html.text(page.scenario[outline.sector].name)
        if let share = HeatMapSection.share(late, number: number) {
            html.text(page.text(" : \(share)\(NumberFormat.space)%", ": \(share)%"))
        }
        html.raw("</title></path>")
    }

    /// Shade of a tally as a digit, `x` where nothing is required.
    private func shade(_ tally: CoverTally) -> String {
        HeatMapSection.share(tally, number: page.number).map { String(HeatMapSection.shade($0)) } ?? "x"
    }

    private func table(_ codes: [String], _ html: inout HTML) {
        html.element("details") { html in
            html.element("summary", page.text("La carte en tableau", "The map as a table"))
            html.table(
                [
                    .tight(page.text("Code", "Code")), .words(page.text("Secteur", "Sector")),
                    .figures(page.text("tardif requis", "late required")), .figures(page.text("manque", "missing")),
                    .figures(page.text("couvert, en heures", "covered, in hours")),
                ],
                rows: page.scenario.sectors.indices.map { sector in
                    let late = page.figures.lateSectors[sector]
                    return [
                        codes[sector], page.scenario.sectors[sector].name, page.number.hours(late.required),
                        page.number.hours(late.missing),
                        late.required == 0 ? "\u{2013}" : page.number.percent(late.covered, late.required),
                    ]
                },
                caption: page.text("Couverture tardive par secteur", "Late cover by sector"), isDense: true)
        }
    }
}
