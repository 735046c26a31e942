public import RosterModel

/// What the terminal shows of a comparison.
public enum ComparisonSummary {
    /// A few lines for each scenario.
    public static func text(_ comparison: ScenarioComparison, language: Language) -> String {
        let words = ComparisonText(comparison: comparison, language: language)
        func block(_ figures: ComparedCase, isBase: Bool) -> String {
            var lines = [figures.name + (isBase ? language.text(" (base)", " (base)") : "")]
            func line(_ title: String, _ text: String) { lines.append("  \(title.padded(to: 30))\(text)") }
            func judged(_ text: String, _ verdict: ComparisonVerdict) -> String {
                isBase ? text : "\(text.padded(to: 28))\(words.verdict(verdict))"
            }
            line(
                language.text("Heures tardives manquantes", "Late hours missing"),
                judged(words.late(figures.lateMinutes), comparison.verdictOnLate(figures)))
            line(
                language.text("Niveau 1 (heures pondérées)", "Level 1 (weighted hours)"),
                judged(words.points(figures.points), comparison.verdictOnPoints(figures)))
            if !isBase {
                line(
                    language.text("Heures tardives gagnées", "Late hours gained"),
                    "\(words.gain(figures)) (\(words.provedGain(figures)))")
                line(language.text("Par heure tardive gagnée", "For each late hour gained"), words.cost(figures))
                if !words.remark(figures).isEmpty { lines.append("  " + words.remark(figures)) }
            }
            return lines.joined(separator: "\n").replacing(NumberFormat.space, with: " ")
        }
        let all =
            [block(comparison.base, isBase: true)] + comparison.variants.map { block($0, isBase: false) }
        return all.joined(separator: "\n\n") + "\n\n" + words.lead.replacing(NumberFormat.space, with: " ") + "\n"
    }
}

extension String {
    /// The text with blanks behind it, at least one.
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
