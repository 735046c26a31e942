public import RosterModel

/// The page `comparison.html`: one file that stands alone, for screen and print, without any person.
public enum ComparisonPage {
    /// Writes the page.
    public static func html(_ comparison: ScenarioComparison, language: Language) -> String {
        let words = ComparisonText(comparison: comparison, language: language)
        let title = language.text("Comparaison de scénarios", "Comparison of scenarios")
        let heading = DateFormat(language: language).title(
            comparison.base.name, first: comparison.firstDay, dayCount: comparison.dayCount)
        var html = HTML()
        html.raw("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\"><head><meta charset=\"utf-8\">")
        html.raw(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        html.raw("<meta name=\"robots\" content=\"noindex\">")
        html.element("title", "\(title), \(heading)")
        html.raw("<style>\(PageStyle.css)\(css)</style></head>\n<body>")
        html.element("header") { html in
            html.element("p", ["class": "kicker"], title)
            html.element("h1", heading)
            html.element("p", facts(comparison, words))
        }
        html.raw("<main>\n")
        section("bilan", language.text("Ce qui est prouvé", "What is proved"), &html) { html in
            html.element("p", ["class": "lead"], words.lead)
            verdicts(comparison, words, &html)
        }
        section("intervalles", language.text("Intervalles", "Intervals"), &html) { html in
            html.element(
                "p", ["class": "note"],
                language.text(
                    "Chaque barre va de la borne prouvée au meilleur planning connu : la valeur la plus basse possible "
                        + "s'y trouve. Deux barres qui ne se chevauchent pas sont prouvées différentes. La bande grise est la base.",
                    "Each bar runs from the proved bound to the best roster known: the least possible value lies in it. "
                        + "Two bars that do not overlap are proved different. The grey band is the base."))
            chart(
                language.text("Heures tardives non couvertes", "Uncovered late hours"), comparison, \.lateMinutes,
                words.late, &html)
            chart(
                language.text("Niveau 1, heures pondérées non couvertes", "Level 1, uncovered weighted hours"),
                comparison, \.points, words.points, &html)
        }
        section("indicateurs", language.text("Autres indicateurs", "Other indicators"), &html) { html in
            html.element(
                "p", ["class": "note"],
                language.text(
                    "Valeurs simples du meilleur planning trouvé pour le niveau 1 ; sans intervalle, elles ne fondent aucun verdict.",
                    "Plain values of the best roster found for level 1; without an interval no verdict rests on them."))
            indicators(comparison, words, &html)
        }
        section("definitions", language.text("Définitions", "Definitions"), &html) { html in
            definitions(words, &html)
        }
        html.raw("</main>")
        html.element(
            "footer",
            "Veilleur \u{00B7} \(words.number.duration(comparison.seconds))"
                + (comparison.isInterrupted
                    ? " \u{00B7} " + language.text("arrêté avant la fin", "stopped before the end") : ""))
        html.raw("</body></html>\n")
        return html.markup
    }

    /// Additions to the style of report pages.
    private static let css = """
        .cmp{margin:0 0 22px;font-size:14px}
        .cmp>div{display:grid;grid-template-columns:minmax(150px,260px) 1fr minmax(150px,auto);gap:4px 16px;\
        align-items:center;border-bottom:1px solid var(--hair);padding:3px 0;break-inside:avoid}
        .cmp svg{display:block;width:100%;height:22px}
        .cmp .v{text-align:right;white-space:nowrap}
        .band{fill:#e6e9ec}.span{fill:#7d93a8;stroke:#1e3250;stroke-width:1}.tip{fill:#8c2a1c}
        @media(max-width:600px){.cmp>div{grid-template-columns:1fr auto}.cmp .interval{grid-column:1/-1;grid-row:2}}
        @media print{.cmp{font-size:8.5pt}.cmp svg{height:14px}}
        """

    private static func section(
        _ anchor: String, _ title: String, _ html: inout HTML, content: (inout HTML) -> Void
    ) {
        html.element("section", ["id": anchor]) { html in
            html.element("h2", title)
            content(&html)
        }
        html.raw("\n")
    }

    private static func facts(_ comparison: ScenarioComparison, _ words: ComparisonText) -> String {
        let language = words.language
        return [
            words.number.count(
                comparison.variants.count, language.text("variante", "variant"),
                language.text("variantes", "variants")),
            words.number.count(
                comparison.dayCount, language.text("nuit", "night"), language.text("nuits", "nights")),
            language.text(
                "base : \(words.number.count(comparison.base.agents, "agent", "agents"))",
                "base: \(words.number.count(comparison.base.agents, "agent", "agents"))"),
        ].joined(separator: " \u{00B7} ")
    }

    private static func sign(_ verdict: ComparisonVerdict) -> String {
        switch verdict {
        case .better: "▲"
        case .worse: "▼"
        case .indistinguishable: "≈"
        }
    }

    private static func verdicts(
        _ comparison: ScenarioComparison, _ words: ComparisonText, _ html: inout HTML
    ) {
        let language = words.language
        let rows = comparison.variants.map { variant in
            [
                variant.name,
                sign(comparison.verdictOnLate(variant)) + " " + words.verdict(comparison.verdictOnLate(variant)),
                sign(comparison.verdictOnPoints(variant)) + " " + words.verdict(comparison.verdictOnPoints(variant)),
                words.gain(variant), words.provedGain(variant), words.cost(variant), words.remark(variant),
            ]
        }
        let hasRemarks = rows.contains { !($0.last ?? "").isEmpty }
        let columns: [HTML.Column] = [
            .words(language.text("Variante", "Variant")),
            .tight(language.text("Heures tardives", "Late hours")),
            .tight(language.text("Niveau 1", "Level 1")),
            .figures(language.text("Heures tardives gagnées", "Late hours gained")),
            .figures(language.text("Gain prouvé", "Proved gain")),
            .figures(language.text("Par heure tardive gagnée", "For each late hour gained")),
            .words(language.text("Remarque", "Remark")),
        ]
        html.table(
            hasRemarks ? columns : columns.dropLast(), rows: rows.map { hasRemarks ? $0 : $0.dropLast() },
            caption: language.text("Verdicts par rapport à la base", "Verdicts against the base"))
    }

    // MARK: Charts

    private static func chart(
        _ title: String, _ comparison: ScenarioComparison, _ figure: KeyPath<ComparedCase, ProvedInterval>,
        _ text: (ProvedInterval) -> String, _ html: inout HTML
    ) {
        let cases = [comparison.base] + comparison.variants
        let low = cases.map { $0[keyPath: figure].bound }.min() ?? 0
        let high = cases.map { $0[keyPath: figure].best }.max() ?? 1
        // A margin on both sides keeps ends visible; the scale need not start at zero, since it shows places, not lengths.
        let margin = max(1, (high - low) / 12)
        let (first, last) = (max(0, low - margin), high + margin)
        func place(_ value: Int) -> Int { 1000 * (value - first) / max(1, last - first) }
        func box(_ interval: ProvedInterval, _ style: String, _ top: Int, _ height: Int) -> String {
            let (left, right) = (place(interval.bound), place(interval.best))
            return "<rect class=\"\(style)\" x=\"\(left)\" y=\"\(top)\" width=\"\(max(4, right - left))\" "
                + "height=\"\(height)\"/>"
        }
        html.element("h3", title)
        html.element("div", ["class": "cmp"]) { html in
            for (number, item) in cases.enumerated() {
                let interval = item[keyPath: figure]
                html.element("div") { html in
                    html.element("span", number == 0 ? "\(item.name) (base)" : item.name)
                    html.element("div", ["class": "interval"]) { html in
                        html.raw(
                            "<svg viewBox=\"0 0 1000 22\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                                + box(comparison.base[keyPath: figure], "band", 0, 22) + box(interval, "span", 6, 10)
                                + "<rect class=\"tip\" x=\"\(max(0, place(interval.best) - 4))\" y=\"2\" width=\"8\" "
                                + "height=\"18\"/></svg>")
                    }
                    html.element("span", ["class": "v"], text(interval))
                }
            }
        }
    }

    private static func indicators(
        _ comparison: ScenarioComparison, _ words: ComparisonText, _ html: inout HTML
    ) {
        let language = words.language
        let number = words.number
        let rows = ([comparison.base] + comparison.variants).map { item in
            [
                item.name, number.hours(item.coreMissingMinutes), number.hours(item.nobodyMinutes),
                item.weightedDemand == 0
                    ? "–"
                    : number.percent(
                        item.weightedDemand - item.points.best, item.weightedDemand, rounding: .down),
                number.hours(item.levels.overlapMinutes), number.integer(item.agents),
                number.hours(item.workedMinutes), number.hours(item.levels.unusedMinutes),
            ]
        }
        html.table(
            [
                .words(language.text("Scénario", "Scenario")),
                .figures(language.text("Manque après minuit", "Missing after midnight")),
                .figures(language.text("Personne du tout", "Nobody at all")),
                .figures(language.text("Couverture pondérée", "Weighted cover")),
                .figures(language.text("Chevauchements", "Overlaps")), .figures(language.text("Agents", "Agents")),
                .figures(language.text("Heures travaillées", "Hours worked")),
                .figures(language.text("Heures payées inutilisées", "Paid hours unused")),
            ], rows: rows,
            caption: language.text("Indicateurs du meilleur planning", "Indicators of the best roster"))
    }

    private static func definitions(_ words: ComparisonText, _ html: inout HTML) {
        let language = words.language
        let entries: [(String, String)] = [
            (
                language.text("Heures tardives non couvertes", "Uncovered late hours"),
                language.text(
                    "Heures d'équipe demandées dans la fenêtre tardive du scénario et sans équipe complète.",
                    "Team-hours asked for in the late window of the scenario without a complete team.")
            ),
            (
                language.text("Niveau 1", "Level 1"),
                language.text(
                    "Heures d'équipe manquantes, pesées selon l'heure de la nuit et le besoin.",
                    "Missing team-hours, weighted by time of night and requirement.")
            ),
            (
                language.text("Intervalle", "Interval"),
                language.text(
                    "[borne ; meilleur]. La borne est prouvée par le certificat du scénario : aucun planning légal ne descend "
                        + "plus bas. Le meilleur est un planning légal connu.",
                    "[bound; best]. The bound is proved by the scenario's own certificate: no lawful roster goes below. "
                        + "The best is a lawful roster that is known.")
            ),
            (
                language.text("Meilleur, moins bon", "Better, worse"),
                language.text(
                    "Les intervalles ne se chevauchent pas. Sinon l'écart peut venir de la recherche : non distinguable.",
                    "The intervals do not overlap. Otherwise the difference may be that of the search: not distinguishable."
                )
            ),
            (
                language.text("Par heure tardive gagnée", "For each late hour gained"),
                language.text(
                    "Heures de contrat en plus (et coût indiqué par la variante) divisées par les heures tardives gagnées "
                        + "entre les meilleurs plannings.",
                    "Contract hours added (and the cost that the variant states) over the late hours gained between the best rosters."
                )
            ),
        ]
        html.element("dl") { html in
            for (term, meaning) in entries {
                html.element("dt", term)
                html.element("dd", meaning)
            }
        }
    }
}
