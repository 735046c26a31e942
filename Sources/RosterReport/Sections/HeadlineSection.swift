import RosterModel

/// What stays open, how much of it is proved unavoidable, and the other headline figures.
struct HeadlineSection: ReportSection {
    let page: PageContext
    var anchor: String { "resultat" }
    var title: String { page.text("Résultat", "Result") }
    private var summary: PlanSummary { page.content.summary }
    private var claims: ClaimText { ClaimText(scenario: page.scenario, summary: summary, language: page.language) }

    func write(to html: inout HTML) {
        html.element("p", ["class": "lead"]) { html in
            html.text(sentence(claims.lateMissing))
            html.raw("<br>")
            html.element("span", ["class": "floor"], sentence(claims.lateFloor))
        }
        if summary.requiredMinutes.late > 0 { bar(&html) }
        html.element("div", ["class": "cards"]) { html in
            for card in cards { self.card(card, &html) }
        }
        html.element("details") { html in
            html.element(
                "summary",
                page.text(
                    "Les mêmes chiffres en tableau, et les quatre niveaux",
                    "The same figures as a table, and the four levels"))
            figures(&html)
        }
    }

    private func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

    /// Late hours required as one bar: covered, open but not proved unavoidable, proved unavoidable.
    private func bar(_ html: inout HTML) {
        let required = summary.requiredMinutes.late
        let missing = min(required, max(0, summary.lateMissingMinutes))
        let floor = min(missing, max(0, summary.lateMissingBoundMinutes))
        let open =
            floor > 0
            ? page.text("entre le planning et le plancher prouvé", "between the roster and the proved floor")
            : page.text("non couvertes, sans plancher prouvé", "uncovered, no floor is proved")
        let parts = [
            ("c", required - missing, page.text("couvertes", "covered")), ("u", missing - floor, open),
            ("m", floor, page.text("impossibles à couvrir sous ces règles", "impossible to cover under these rules")),
        ]
        html.element("figure", ["class": "bar"]) { html in
            html.raw("<svg viewBox=\"0 0 1000 36\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
            var x = 0
            for (style, minutes, _) in parts where minutes > 0 {
                // The last edge is exact; a part too thin to be seen keeps a sliver.
                let width = max(3, (1000 * minutes + required / 2) / required)
                html.raw(
                    "<rect class=\"\(style)\" x=\"\(min(x, 997))\" y=\"0\" width=\"\(min(width, 1000 - min(x, 997)))\" height=\"36\"/>"
                )
                x += width
            }
            html.raw("</svg><figcaption>")
            for (style, minutes, name) in parts where minutes > 0 || style == "c" {
                html.raw(
                    "<span class=\"key\"><svg class=\"swatch\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><rect class=\"\(style)\" width=\"16\" height=\"16\"/></svg> "
                )
                html.element("b", page.number.hours(minutes))
                html.text(" " + name)
                html.raw("</span> ")
            }
            html.raw("</figcaption>")
        }
    }

    private struct Card {
        let title: String
        let value: String
        let detail: String
    }

    private var cards: [Card] {
        let number = page.number
        let core = summary.requiredMinutes.core
        var cards = [
            Card(
                title: page.text("Couverture pondérée", "Weighted cover"),
                value: summary.weightedDemand == 0 ? "\u{2013}" : claims.coverReached,
                detail: claims.weightedCoverDetail),
            Card(
                title: page.text("Après minuit", "After midnight"),
                value: number.hours(summary.coreMissingMinutes),
                detail: core == 0
                    ? page.text("aucun besoin", "no need")
                    : page.text(
                        "non couvertes sur \(number.hours(core)) requises (\(clock(page.scenario.coreWindow)))",
                        "uncovered of \(number.hours(core)) required (\(clock(page.scenario.coreWindow)))")),
            Card(
                title: page.text("Personne du tout", "Nobody at all"),
                value: number.hours(summary.nobodyMinutes),
                detail: page.text(
                    "de besoin tardif sans aucune équipe dans le secteur", "of late need without any team in the sector"
                )),
        ]
        let accepted = page.content.violations.count { $0.acceptedReason != nil }
        let open = page.content.violations.count - accepted
        cards.append(
            Card(
                title: page.text("Légalité", "Legality"),
                value: number.count(open, page.text("infraction", "breach"), page.text("infractions", "breaches")),
                detail: legality(accepted: accepted)))
        return cards
    }

    private func legality(accepted: Int) -> String {
        var parts: [String] = []
        if accepted > 0 {
            parts.append(
                page.number.count(
                    accepted, page.text("dérogation acceptée", "accepted breach"),
                    page.text("dérogations acceptées", "accepted breaches")))
        }
        let unknown = page.content.notVerifiable.count { !$0.agents.isEmpty }
        if unknown > 0 {
            parts.append(
                page.number.count(
                    unknown, page.text("règle non vérifiable", "rule not verifiable"),
                    page.text("règles non vérifiables", "rules not verifiable")))
        }
        return parts.isEmpty
            ? page.text("toutes les règles du scénario sont tenues", "all rules of the scenario are kept")
            : parts.joined(separator: page.text(" ; ", "; "))
    }

    private func clock(_ range: ClockRange) -> String { page.number.clocks(range.start, range.end) }

    private func card(_ card: Card, _ html: inout HTML) {
        html.element("div", ["class": "card"]) { html in
            html.element("h3", card.title)
            html.element("p", ["class": "value"], card.value)
            html.element("p", card.detail)
        }
    }

    private func figures(_ html: inout HTML) {
        let number = page.number
        func percent(_ part: Int, _ whole: Int) -> String { whole == 0 ? "\u{2013}" : number.percent(part, whole) }
        html.table(
            [
                .words(page.text("Heures d’équipe", "Team-hours")), .figures(page.text("requises", "required")),
                .figures(page.text("couvertes", "covered")), .figures(page.text("manquantes", "missing")),
                .figures(page.text("couvert, en heures", "covered, in hours")),
            ],
            rows: [
                (page.text("Toutes", "All"), summary.requiredMinutes.all, summary.coveredMinutes.all),
                (
                    page.text("Tardives", "Late") + " (\(clock(page.scenario.lateWindow)))",
                    summary.requiredMinutes.late, summary.coveredMinutes.late
                ),
                (
                    page.text("Après minuit", "After midnight") + " (\(clock(page.scenario.coreWindow)))",
                    summary.requiredMinutes.core, summary.coveredMinutes.core
                ),
            ].map { name, required, covered in
                [
                    name, number.hours(required), number.hours(covered), number.hours(required - covered),
                    percent(covered, required),
                ]
            },
            caption: page.text("Besoins et couverture", "Needs and cover"))
        let levels = summary.levels
        var rows = [
            [
                page.text("1. Besoins non couverts, pondérés", "1. Uncovered need, weighted"),
                number.weightedHours(levels.points), number.weightedHours(summary.dualBound, rounding: .down),
            ]
        ]
        // Level 2 tells what small groups do: with the surplus it would give away the pairs that are left out.
        if page.isNominative
            || page.scenario.avoidedPairs.allSatisfy({ page.mayShow($0.first) && page.mayShow($0.second) })
        {
            rows.append([
                page.text("2. Présences à éviter et surplus", "2. Presence to avoid and surplus"),
                number.hours(levels.overlapMinutes), page.text("sans borne", "no bound"),
            ])
        }
        rows.append([
            page.text("3. Écarts d’équité et souhaits refusés", "3. Unfairness and refused wishes"),
            number.ratio(levels.unfairnessHundredths, 100, decimals: 2), page.text("sans borne", "no bound"),
        ])
        rows.append([
            page.text("4. Heures de contrat non employées", "4. Contract hours left unused"),
            number.hours(levels.unusedMinutes), page.text("sans borne", "no bound"),
        ])
        html.table(
            [
                .words(page.text("Niveau", "Level")), .figures(page.text("ce planning", "this roster")),
                .figures(page.text("au mieux", "at best")),
            ],
            rows: rows,
            caption: page.text("Les quatre niveaux, dans l’ordre strict", "The four levels, in strict order"))
    }
}
