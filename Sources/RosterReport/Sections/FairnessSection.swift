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
                    "Du plus petit au plus grand nombre par agent, parmi les agents de même employeur, métier et régime. Une part juste suit les heures disponibles : un temps partiel a moins de nuits.",
                    "From the smallest to the largest number per agent, among agents of equal employer, profession and regime. A fair share follows the hours available: part-timers have fewer nights."
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
                .figures(page.text("dimanches", "Sundays")),
            ],
            rows: shown.map { group in
                [
                    page.scenario[group.employer].name, page.scenario[group.profession].name,
                    page.scenario[group.regime].name, page.number.integer(group.agents.count),
                    range(group, \.nights), range(group, \.weekendNights), range(group, \.sundays),
                ]
            },
            caption: page.text("Étendue par groupe, et moyenne", "Range by group, and mean"))
    }

    private func range(_ group: FairnessGroup, _ counter: (FairnessCounters) -> Int) -> String {
        let (least, most) = group.range(counter)
        let sum = group.counters.reduce(0) { $0 + counter($1) }
        let mean = page.number.ratio(sum, group.agents.count, decimals: 1)
        let span = least == most ? "\(least)" : "\(least)\u{2013}\(most)"
        return "\(span) (\(page.text("moy.", "mean"))\(NumberFormat.space)\(mean))"
    }
}
