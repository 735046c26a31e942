import RosterModel

/// Where agents are in one another's way: professions to keep apart, surplus, hand-overs.
struct OverlapSection: ReportSection {
    let page: PageContext
    var anchor: String { "chevauchements" }
    var title: String { page.text("Chevauchements", "Overlaps") }

    func write(to html: inout HTML) {
        matrices(&html)
        pairs(&html)
        sectors(&html)
    }

    /// Profession × profession, one matrix for each class.
    private func matrices(_ html: inout HTML) {
        let shown = page.scenario.professions.indices.map { ProfessionID($0) }.filter(page.mayShow)
        guard !shown.isEmpty else { return }
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "Heures pendant lesquelles deux métiers (ou deux agents d’un métier, sur la diagonale) sont ensemble dans un secteur alors que des agents y sont en surplus. Relais : \(page.number.integer(page.scenario.handoverMinutes)) min au plus. Gaspillage : au-delà. À éviter : paires de métiers à ne pas réunir, sans patrouille commune déclarée.",
                    "Hours in which two professions (or two agents of one, on the diagonal) are in one sector while agents are beyond what is needed there. Hand-over: at most \(page.number.integer(page.scenario.handoverMinutes)) min. Waste: longer. To avoid: pairs of professions to keep apart, without declared joint patrol."
                ))
        }
        html.element("div", ["class": "heat"]) { html in
            matrix(.relay, page.text("Relais utiles", "Useful hand-overs"), shown, &html)
            matrix(.waste, page.text("Gaspillage", "Waste"), shown, &html)
            matrix(.avoid, page.text("À éviter", "To avoid"), shown, &html)
        }
    }

    private func matrix(
        _ kind: OverlapMatrix.Class, _ caption: String, _ shown: [ProfessionID], _ html: inout HTML
    ) {
        let most = max(
            1, shown.flatMap { first in shown.map { page.matrix[kind, first, $0] } }.max() ?? 0)
        html.element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption]) { html in
            html.element("table", ["class": "map cross"]) { html in
                html.element("caption", caption)
                html.raw("<thead><tr><td>")
                for profession in shown { html.element("th", ["scope": "col"], page.scenario[profession].name) }
                html.raw("</tr></thead><tbody>")
                for (position, first) in shown.enumerated() {
                    html.raw("<tr>")
                    html.element("th", ["scope": "row"], page.scenario[first].name)
                    for (column, second) in shown.enumerated() {
                        // The matrix is symmetric; one half of it is enough to read.
                        guard column >= position else {
                            html.raw("<td>")
                            continue
                        }
                        let minutes = page.matrix[kind, first, second]
                        // Darker for more: none is the lightest shade, the most the last but one.
                        let shade = minutes == 0 ? 5 : max(1, 4 - 3 * minutes / most)
                        html.raw("<td class=\"h\(shade)\">")
                        html.text(minutes == 0 ? "0" : page.number.compactHours(minutes))
                    }
                    html.raw("</tr>\n")
                }
                html.raw("</tbody>")
            }
        }
    }

    private func pairs(_ html: inout HTML) {
        let scenario = page.scenario
        let shown = scenario.avoidedPairs.indices.filter {
            page.mayShow(scenario.avoidedPairs[$0].first) && page.mayShow(scenario.avoidedPairs[$0].second)
        }
        if scenario.avoidedPairs.isEmpty {
            html.element(
                "p", ["class": "note"],
                page.text(
                    "Le scénario ne nomme aucune paire de métiers à éviter.",
                    "The scenario names no pair of professions to keep apart."))
            return
        }
        if shown.count < scenario.avoidedPairs.count {
            html.element(
                "p", ["class": "note"],
                page.text(
                    "Les paires où un métier compte moins de \(PageContext.publicGroupSize) agents ne sont pas publiées.",
                    "Pairs in which a profession has fewer than \(PageContext.publicGroupSize) agents are not published."
                ))
        }
        guard !shown.isEmpty else { return }
        html.table(
            [
                .words(page.text("Métiers à ne pas réunir", "Professions to keep apart")),
                .figures(page.text("heures ensemble", "hours together")),
                .words(page.text("surtout", "mostly in")),
                .words(page.text("patrouilles communes déclarées", "joint patrols declared")),
            ],
            rows: shown.map { index in
                let pair = scenario.avoidedPairs[index]
                let minutes = page.overlap.avoided[index]
                return [
                    "\(scenario[pair.first].name) \u{00D7} \(scenario[pair.second].name)",
                    page.number.hours(page.content.coverage.avoidedMinutes[index]),
                    CoverageFigures.largest(3, of: minutes)
                        .map { "\(scenario.sectors[$0].name) \(page.number.hours(minutes[$0]))" }
                        .joined(separator: ", "),
                    pair.jointPatrolSectors.sorted().map { scenario[$0].name }.joined(separator: ", "),
                ]
            },
            caption: page.text("Présences communes à éviter", "Presence together to avoid"))
        intervals(shown, &html)
    }

    /// Most rows of the list of intervals.
    private static let mostIntervals = 60

    private func intervals(_ pairs: [Int], _ html: inout HTML) {
        let all = AvoidedInterval.list(scenario: page.scenario, coverage: page.content.coverage)
            .filter { pairs.contains($0.pair) }
        guard !all.isEmpty else { return }
        html.element("details") { html in
            html.element("summary", page.text("Quand et où", "When and where"))
            html.table(
                [
                    .tight(page.text("Nuit du", "Night of")), .words(page.text("Secteur", "Sector")),
                    .tight(page.text("Heures", "Hours")), .words(page.text("Métiers", "Professions")),
                ],
                rows: all.prefix(Self.mostIntervals).map { interval in
                    let pair = page.scenario.avoidedPairs[interval.pair]
                    return [
                        page.dates.short(page.axis.date(ofDay: interval.day)), page.scenario[interval.sector].name,
                        page.clocks(interval.slots, day: interval.day),
                        "\(page.scenario[pair.first].name) \u{00D7} \(page.scenario[pair.second].name)",
                    ]
                },
                caption: all.count > Self.mostIntervals
                    ? page.text(
                        "Les \(Self.mostIntervals) premiers intervalles sur \(all.count)",
                        "The first \(Self.mostIntervals) of \(all.count) intervals")
                    : page.text(
                        "Intervalles sans patrouille commune déclarée", "Intervals without declared joint patrol"))
        }
    }

    private func sectors(_ html: inout HTML) {
        let overlap = page.overlap
        let order = overlap.surplus.indices.sorted { (-overlap.surplus[$0], $0) < (-overlap.surplus[$1], $1) }
        func row(_ name: String, _ presence: Int, _ surplus: Int, _ handover: Int) -> [String] {
            [
                name, page.number.hours(presence), page.number.hours(surplus),
                presence == 0 ? "\u{2013}" : page.number.percent(surplus, presence), page.number.hours(handover),
            ]
        }
        html.table(
            [
                .words(page.text("Secteur", "Sector")),
                .figures(page.text("heures d’agent présentes", "agent-hours present")),
                .figures(page.text("surplus", "surplus")),
                .figures(page.text("part de surplus, en heures", "share of surplus, in hours")),
                .figures(page.text("relais libres", "free hand-overs")),
            ],
            rows: order.map {
                row(page.scenario.sectors[$0].name, overlap.presence[$0], overlap.surplus[$0], overlap.handover[$0])
            },
            total: row(
                page.text("Ville", "Town"), overlap.presence.reduce(0, +), overlap.surplus.reduce(0, +),
                overlap.handover.reduce(0, +)),
            caption: page.text(
                "Agents au-delà du plus petit nombre qui couvrirait autant",
                "Agents beyond the fewest that would cover as much"),
            isDense: order.count > 20)
    }
}
