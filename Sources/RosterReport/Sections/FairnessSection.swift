import RosterModel

/// How evenly nights and Sundays are shared among comparable agents.
struct FairnessSection: ReportSection {
    let page: PageContext
    var anchor: String { "equite" }
    var title: String { page.text("Équité", "Fairness") }

    func write(to html: inout HTML) {
        let comparable = page.groups.filter { $0.agents.count > 1 }
        let shown = comparable.filter { page.mayShow($0) }
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "Du plus petit au plus grand nombre par agent, parmi les agents de même employeur, métier et régime. Une part juste suit les heures disponibles : un temps partiel a moins de nuits. Gini : 0 quand chacun porte autant pour son temps disponible, près de 1 quand un seul porte tout. Nuits à la suite : la plus longue suite de chacun. Retours tôt : vacations qui commencent au moins 3 h plus tôt que celle de la veille.",
                    "From the smallest to the largest number per agent, among agents of equal employer, profession and regime. A fair share follows the hours available: part-timers have fewer nights. Gini: 0 when all carry the same for the time they have, near 1 when one carries all. Nights in a row: the longest run of each. Early turns: shifts that start at least 3 h earlier than the one of the day before."
                ))
        }
        if shown.count < comparable.count {
            html.element(
                "p", ["class": "note"],
                page.text(
                    "Les groupes de moins de \(PageContext.publicGroupSize) agents ne sont pas publiés.",
                    "Groups of fewer than \(PageContext.publicGroupSize) agents are not published."))
        }
        guard !shown.isEmpty else {
            html.element("p", page.text("Aucun groupe à comparer.", "No group to compare."))
            return
        }
        html.table(
            [
                .words(page.text("Employeur", "Employer")), .words(page.text("Métier", "Profession")),
                .words(page.text("Régime", "Regime")), .figures(page.text("agents", "agents")),
                .figures(page.text("nuits", "nights")), .figures(page.text("ven.-sam.", "Fri-Sat")),
                .figures(page.text("dimanches", "Sundays")), .figures(page.text("nuits à la suite", "nights in a row")),
                .figures(page.text("retours tôt", "early turns")),
            ],
            rows: shown.map { group in
                [
                    page.scenario[group.employer].name, page.scenario[group.profession].name,
                    page.scenario[group.regime].name, page.number.integer(group.agents.count),
                    range(group, \.nights), range(group, \.weekendNights), range(group, \.sundays),
                    span(group.rhythms.map(\.longestNightRun)), span(group.rhythms.map(\.earlyTurns)),
                ]
            },
            caption: page.text("Étendue par groupe, moyenne et indice de Gini", "Range by group, mean and Gini index"))
    }

    private func range(_ group: FairnessGroup, _ counter: (FairnessCounters) -> Int) -> String {
        let (least, most) = group.range(counter)
        let sum = group.counters.reduce(0) { $0 + counter($1) }
        let mean = page.number.ratio(sum, group.agents.count, decimals: 1)
        let gini =
            group.gini(counter).map { ", Gini\(NumberFormat.space)\(page.number.ratio($0, 1000, decimals: 2))" } ?? ""
        return "\(span([least, most])) (\(page.text("moy.", "mean"))\(NumberFormat.space)\(mean)\(gini))"
    }

    private func span(_ values: [Int]) -> String {
        guard let least = values.min(), let most = values.max() else { return "\u{2013}" }
        return least == most ? "\(least)" : "\(least)\u{2013}\(most)"
    }
}
