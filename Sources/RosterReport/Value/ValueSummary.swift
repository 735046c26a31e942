public import RosterModel

/// What the terminal shows of the value of decisions. Names no agent.
public enum ValueSummary {
    /// Planned options with their gains, then the others by estimate.
    ///
    /// - Parameter limit: Most options that are only estimated to list.
    public static func text(
        _ value: StaffingValue, scenario: Scenario, language: Language, limit: Int = 20
    ) -> String {
        let number = NumberFormat(language: language)
        let words = DecisionText(scenario: scenario, language: language)
        func signed(_ minutes: Int) -> String { (minutes > 0 ? "+" : "") + number.hours(minutes) }
        var lines = [
            language.text("Heures tardives manquantes : ", "Late hours missing: ")
                + "[\(number.hours(value.base.bound)) ; \(number.hours(value.base.best))]", "",
            language.text(
                "Gains confirmés par un nouveau calcul (ce qui est prouvé entre parenthèses) :",
                "Gains confirmed by planning anew (what is proved in parentheses):"),
        ]
        for (rank, option) in value.options.enumerated() {
            guard let gain = value.gain(option) else { continue }
            var line = "  \(rank + 1). \(words.text(option.decision)) : \(signed(gain.best))"
            line += language.text(
                " (de \(signed(gain.least)) à \(signed(gain.most)))",
                " (\(signed(gain.least)) to \(signed(gain.most)))")
            if option.paidMinutes > 0, gain.best > 0 {
                line +=
                    ", " + number.ratio(option.paidMinutes, gain.best, decimals: 1)
                    + language.text(" h payées par heure gagnée", " paid h for each hour gained")
            }
            lines.append(line)
        }
        let others = value.options.filter { $0.lateMinutes == nil }
        if !others.isEmpty {
            lines += [
                "",
                language.text(
                    "Autres décisions, gain au plus (borne des prix) :",
                    "Other decisions, gain at most (bound by prices):"),
            ]
            lines += others.prefix(limit).map { "  \(words.text($0.decision)) : ≤ \(number.hours($0.estimate))" }
            if others.count > limit {
                lines.append(
                    language.text("  … et \(others.count - limit) autres", "  … and \(others.count - limit) more"))
            }
        }
        if let target = value.target { lines += ["", text(target, words, number)] }
        return lines.joined(separator: "\n").replacing(NumberFormat.space, with: " ") + "\n"
    }

    private static func text(_ target: StaffingTarget, _ words: DecisionText, _ number: NumberFormat) -> String {
        let language = words.language
        let sectors = target.sectors.map { words.scenario[$0].name }.joined(separator: ", ")
        let hours = number.clocks(target.hours.start, target.hours.end)
        var lines = [
            language.text(
                "Pour une équipe chaque nuit de \(hours) dans : \(sectors)",
                "For one team every night from \(hours) in: \(sectors)")
        ]
        for need in target.needs {
            let text: String
            if let enough = need.enough, enough == need.atLeast {
                text = language.text(
                    "\(enough) de plus suffisent, moins ne suffit pas (prouvé)",
                    "\(enough) more are enough, fewer are not (proved)")
            } else if let enough = need.enough {
                text = language.text(
                    "\(enough) de plus suffisent ; au moins \(need.atLeast) nécessaires (prouvé)",
                    "\(enough) more are enough; at least \(need.atLeast) are needed (proved)")
            } else if need.atLeast > 1 {
                // Where no number of people helps, it is shifts or rules that keep the hours empty.
                text = language.text(
                    "même \(need.atLeast - 1) de plus ne suffisent pas (prouvé) ; aucun effectif suffisant trouvé, voyez les vacations et les règles",
                    "even \(need.atLeast - 1) more are not enough (proved); no number that is was found, see shifts and rules"
                )
            } else {
                text = language.text(
                    "au moins \(need.atLeast) de plus (prouvé) ; aucun effectif suffisant trouvé",
                    "at least \(need.atLeast) more (proved); no number that is enough was found")
            }
            lines.append("  \(words.scenario[need.profession].name) : \(text)")
        }
        return lines.joined(separator: "\n")
    }
}
