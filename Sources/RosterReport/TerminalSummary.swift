public import RosterModel

/// The fifteen lines or so that a plan prints: what a coordinator needs to know before opening any file.
public enum TerminalSummary {
    /// Writes the summary.
    ///
    /// Figures that claim something are rounded against the claim: cover reached downwards, best possible cover
    /// upwards. Agents are not named.
    ///
    /// - Parameters:
    ///   - scenario: Scenario of the plan.
    ///   - summary: Headline figures.
    ///   - coverage: What the roster covers, for the worst sectors and nights, overlaps and fairness.
    ///   - violations: Breaches of hard rules, accepted ones included.
    ///   - withdrawn: Breaches of published shifts that are not taken over because of them; shown when there are some.
    ///   - softBreaches: Soft rules that are not kept; counted when the scenario has soft rules.
    ///   - notVerifiable: Rules that cannot be verified.
    ///   - outputs: Files written, as they are to be shown.
    ///   - language: Language of the text.
    /// - Returns: Lines that each end with a line feed.
    public static func text(
        scenario: Scenario, summary: PlanSummary, coverage: CoverageReport, violations: [Violation],
        withdrawn: [Violation] = [], softBreaches: [Violation] = [], notVerifiable: [UnverifiableRule] = [],
        outputs: [String], language: Language
    ) -> String {
        let writer = Writer(
            scenario: scenario, summary: summary, coverage: coverage, violations: violations,
            withdrawn: withdrawn, softBreaches: softBreaches, notVerifiable: notVerifiable, outputs: outputs,
            language: language)
        // A terminal does not break lines by words, and people search for `214 h`: plain spaces serve them better.
        return writer.text().replacing(NumberFormat.space, with: " ")
    }

    private struct Writer {
        let scenario: Scenario
        let summary: PlanSummary
        let coverage: CoverageReport
        let violations: [Violation]
        let withdrawn: [Violation]
        let softBreaches: [Violation]
        let notVerifiable: [UnverifiableRule]
        let outputs: [String]
        let language: Language
        var number: NumberFormat { NumberFormat(language: language) }
        var dates: DateFormat { DateFormat(language: language) }

        func text() -> String {
            let claims = ClaimText(scenario: scenario, summary: summary, language: language)
            let figures = CoverageFigures(scenario: scenario, coverage: coverage)
            var rows: [(label: String, lines: [String])] = [
                (
                    language.text("Heures tardives", "Late hours") + " " + range(scenario.lateWindow),
                    [claims.lateMissing, claims.lateFloor]
                ),
                (
                    language.text("Après minuit", "After midnight") + " " + range(scenario.coreWindow),
                    [
                        language.text(
                            "\(number.hours(summary.coreMissingMinutes)) non couvertes sur \(number.hours(summary.requiredMinutes.core)) requises",
                            "\(number.hours(summary.coreMissingMinutes)) uncovered of \(number.hours(summary.requiredMinutes.core)) required"
                        )
                    ]
                ),
                (
                    language.text("Personne du tout", "Nobody at all"),
                    [
                        language.text(
                            "\(number.hours(summary.nobodyMinutes)) tardives sans aucune équipe dans le secteur",
                            "\(number.hours(summary.nobodyMinutes)) of late need without any team in the sector")
                    ]
                ),
                (language.text("Couverture pondérée", "Weighted cover"), [claims.weightedCover] + fractionalLine()),
                (language.text("Secteurs à découvert", "Worst sectors"), [worstSectors(figures)]),
                (language.text("Nuits à découvert", "Worst nights"), [worstNights(figures)]),
                (language.text("Chevauchements", "Overlaps"), [overlaps()]),
                (language.text("Équité", "Fairness"), [fairness()]),
                (language.text("Légalité", "Legality"), legality()),
                (
                    language.text("Recherche", "Search"),
                    [
                        number.duration(summary.seconds) + ", " + RunText(language: language).stop(summary.stoppedBy)
                            + language.text(" ; ", "; ") + RunText(language: language).status(summary.status)
                    ]
                ),
                (language.text("Fichiers", "Files"), [outputs.isEmpty ? "\u{2013}" : outputs.joined(separator: ", ")]),
            ]
            let gaps = PermissionGap.list(scenario: scenario, coverage: coverage)
            if !gaps.isEmpty,
                let legality = rows.firstIndex(where: { $0.label == language.text("Légalité", "Legality") })
            {
                let words = PermissionText(scenario: scenario, language: language)
                rows.insert(
                    (language.text("Missions de nuit", "Night missions"), gaps.map(words.sentence)), at: legality)
            }
            let width = (rows.map(\.label.count).max() ?? 0) + 2
            let title = dates.title(
                scenario.name, first: scenario.axis.firstDay, dayCount: scenario.axis.dayCount)
            var text = "\(title)\n\(sizes())\n"
            for row in rows {
                for (index, line) in row.lines.enumerated() {
                    let label = index == 0 ? row.label : ""
                    text += label + String(repeating: " ", count: width - label.count) + line + "\n"
                }
            }
            return text
        }

        private func range(_ clock: ClockRange) -> String { "(\(number.clocks(clock.start, clock.end)))" }

        private func sizes() -> String {
            let agents = number.count(scenario.agents.count, "agent", "agents")
            let employers = number.count(
                scenario.employers.count, language.text("employeur", "employer"),
                language.text("employeurs", "employers"))
            let sectors = number.count(
                scenario.sectors.count, language.text("secteur", "sector"), language.text("secteurs", "sectors"))
            let nights = number.count(
                scenario.axis.dayCount, language.text("nuit", "night"), language.text("nuits", "nights"))
            return [agents, employers, sectors, nights].joined(separator: ", ")
        }

        /// A plan with fractional teams: which figure that is, and that the proof does not speak of it.
        private func fractionalLine() -> [String] {
            guard let points = summary.fractionalPoints else { return [] }
            let cover = number.coverReached(points: points, demand: summary.weightedDemand)
            return [
                language.text(
                    "équipes fractionnaires (diagnostic) : \(cover) ; « veilleur check --certificate » ne prouve pas ce chiffre",
                    "fractional teams (a diagnostic): \(cover); \"veilleur check --certificate\" does not prove this figure"
                )
            ]
        }

        private func worstSectors(_ figures: CoverageFigures) -> String {
            let missing = figures.lateSectors.map(\.missing)
            let worst = CoverageFigures.largest(3, of: missing)
                .map { "\(scenario.sectors[$0].name) \(number.hours(missing[$0]))" }
            return worst.isEmpty
                ? language.text("aucun en heures tardives", "none in late hours") : worst.joined(separator: ", ")
        }

        private func worstNights(_ figures: CoverageFigures) -> String {
            let missing = figures.lateNights.map(\.missing)
            let worst = CoverageFigures.largest(3, of: missing)
                .map { "\(dates.short(scenario.axis.date(ofDay: $0))) \(number.hours(missing[$0]))" }
            return worst.isEmpty
                ? language.text("aucune en heures tardives", "none in late hours") : worst.joined(separator: ", ")
        }

        private func overlaps() -> String {
            let overlap = OverlapFigures(scenario: scenario, coverage: coverage)
            let avoided = number.hours(coverage.avoidedMinutes.reduce(0, +))
            let surplus = number.hours(overlap.surplus.reduce(0, +))
            let handover = number.hours(overlap.handover.reduce(0, +))
            return language.text(
                "\(avoided) de présence commune à éviter, \(surplus) d’agents en surplus (relais libres : \(handover))",
                "\(avoided) of presence together to avoid, \(surplus) of surplus agents (free hand-overs: \(handover))")
        }

        private func fairness() -> String {
            let groups = FairnessGroup.groups(of: scenario, counters: coverage.counters).filter { $0.agents.count > 1 }
            guard !groups.isEmpty else {
                return language.text("aucun groupe d’agents comparables", "no group of comparable agents")
            }
            func spread(_ counter: (FairnessCounters) -> Int, _ singular: String, _ plural: String) -> String {
                number.count(groups.map { $0.spread(counter) }.max() ?? 0, singular, plural)
            }
            let nights = spread(\.nights, language.text("nuit", "night"), language.text("nuits", "nights"))
            let weekends = spread(
                \.weekendNights, language.text("ven.-sam.", "Fri-Sat"), language.text("ven.-sam.", "Fri-Sat"))
            let sundays = spread(\.sundays, language.text("dimanche", "Sunday"), language.text("dimanches", "Sundays"))
            let wishes =
                scenario.wishes.isEmpty
                ? ""
                : language.text(
                    " ; souhaits refusés : \(number.integer(coverage.refusedWishes.count)) sur \(number.integer(scenario.wishes.count))",
                    "; wishes refused: \(number.integer(coverage.refusedWishes.count)) of \(number.integer(scenario.wishes.count))"
                )
            return language.text(
                "écart au plus, entre agents comparables : \(nights), \(weekends), \(sundays)",
                "largest difference between comparable agents: \(nights), \(weekends), \(sundays)")
                + wishes
        }

        /// Rules with the number of their breaches, in parentheses; nothing without any.
        private func byRule(_ breaches: [Violation]) -> String {
            let rules = RuleText(language: language)
            let broken = Rule.allCases.compactMap { rule -> String? in
                let count = breaches.count { $0.rule == rule }
                return count == 0 ? nil : "\(rules.name(rule)) \(number.integer(count))"
            }
            return broken.isEmpty ? "" : " (\(broken.joined(separator: ", ")))"
        }

        private func withdrawnLines() -> [String] {
            guard !withdrawn.isEmpty else { return [] }
            let count = number.integer(withdrawn.shiftCount)
            return [
                language.text(
                    "vacations publiées illégales sur leur seule journée, non reprises : \(count)\(byRule(withdrawn))",
                    "published shifts unlawful on their day alone, not taken over: \(count)\(byRule(withdrawn))")
            ]
        }

        private func softLines() -> [String] {
            guard scenario.regimes.contains(where: { !$0.softSources.isEmpty }) else { return [] }
            let count = number.integer(softBreaches.count)
            return [
                language.text(
                    "règles souples non tenues, sans infraction : \(count)\(byRule(softBreaches))",
                    "soft rules not kept, no breach: \(count)\(byRule(softBreaches))")
            ]
        }

        private func legality() -> [String] {
            let rules = RuleText(language: language)
            let accepted = violations.count { $0.acceptedReason != nil }
            var text = number.count(
                violations.count - accepted, language.text("infraction", "breach"),
                language.text("infractions", "breaches"))
            if accepted > 0 {
                text += language.text(
                    " ; \(number.count(accepted, "dérogation acceptée", "dérogations acceptées"))",
                    "; \(number.count(accepted, "accepted breach", "accepted breaches"))")
            }
            var lines = [text] + withdrawnLines() + softLines()
            let unknown = notVerifiable.filter { !$0.agents.isEmpty }
            if !unknown.isEmpty {
                let list = unknown.map { entry in
                    rules.name(entry.rule)
                        + (entry.agents.count == scenario.agents.count
                            ? "" : " (\(number.count(entry.agents.count, "agent", "agents")))")
                }
                lines.append(
                    language.text("non vérifiable : ", "not verifiable: ") + list.joined(separator: ", "))
            }
            return lines
        }
    }
}
