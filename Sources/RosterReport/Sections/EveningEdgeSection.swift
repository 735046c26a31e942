import RosterModel

/// When the last team leaves each sector and when the first hour is uncovered, by weekday.
struct EveningEdgeSection: ReportSection {
    let page: PageContext
    var anchor: String { "fin-de-soiree" }
    var title: String {
        page.text("Dernière présence, première heure à découvert", "Last presence, first uncovered hour")
    }

    func write(to html: inout HTML) {
        table(
            page.text("Départ de la dernière équipe", "When the last team leaves"),
            note: page.text(
                "Heure habituelle (médiane des nuits de ce jour), et la plus précoce entre parenthèses quand elle diffère. « – » : aucune équipe, aucune de ces nuits.",
                "Usual time (median of the nights of that day), and the earliest in brackets when it differs. “–”: no team on any of these nights."
            ), &html
        ) { edge in
            guard let usual = edge.usualLastPresence, let first = edge.lastPresence.first else { return "\u{2013}" }
            let text = page.number.clock(usual, isEnd: true)
            return usual == first ? text : "\(text) (\(page.number.clock(first, isEnd: true)))"
        }
        table(
            page.text("Première heure à découvert", "First uncovered hour"),
            note: page.text(
                "Début du premier manque, au plus tôt, et nombre de nuits concernées. « – » : rien ne manque.",
                "Start of the first gap, at its earliest, and the number of nights concerned. “–”: nothing is missing."
            ), &html
        ) { edge in
            guard let first = edge.firstUncovered.first else { return edge.neededNights == 0 ? "" : "\u{2013}" }
            return "\(page.number.clock(first)) (\(edge.firstUncovered.count)/\(edge.nights))"
        }
    }

    private func table(
        _ caption: String, note: String, _ html: inout HTML, cell: (EveningEdges.Edge) -> String
    ) {
        html.element("p", ["class": "note"], note)
        html.table(
            [.tight(page.text("Secteur", "Sector"))] + Weekday.allCases.map { .tight(page.dates.weekday($0)) },
            rows: page.scenario.sectors.indices.map { sector in
                [page.scenario.sectors[sector].name] + page.edges.edges[sector].map(cell)
            },
            caption: caption, isDense: true)
    }
}
