public import RosterModel

/// What the terminal shows of the reasons of gaps. Names no agent.
public enum ExplanationSummary {
    /// Team-hours by reason, then the intervals by day.
    ///
    /// - Parameter limit: Most intervals to list; nil for all.
    public static func text(
        _ explanations: [GapExplanation], scenario: Scenario, language: Language, limit: Int? = nil
    ) -> String {
        let words = ReasonText(language: language)
        let number = NumberFormat(language: language)
        let dates = DateFormat(language: language)
        let axis = scenario.axis
        func minutes(_ item: GapExplanation) -> Int { item.slots.count * axis.gridMinutes * item.missing }
        var lines: [String] = []
        let total = explanations.reduce(0) { $0 + minutes($1) }
        lines.append(
            language.text(
                "Heures d'équipe manquantes expliquées : \(number.hours(total))",
                "Missing team-hours explained: \(number.hours(total))"))
        lines.append(
            language.text(
                "Heures qu'un seul assouplissement permettrait de couvrir, par raison (une heure peut en compter plusieurs) :",
                "Hours that relaxing one reason alone would allow to cover (an hour may count for several):"))
        var rows: [(String, Int)] = GapReason.allCases.map { reason in
            (
                words.name(reason),
                explanations.filter { $0.alternatives.contains([reason]) }.reduce(0) { $0 + minutes($1) }
            )
        }
        rows.append(
            (
                language.text("plusieurs raisons à la fois", "several reasons at once"),
                explanations.filter { ($0.alternatives.first?.count ?? 0) > 1 }.reduce(0) { $0 + minutes($1) }
            ))
        rows.append(
            (
                language.text("possible sans rien céder", "possible without giving anything up"),
                explanations.filter { $0.alternatives.contains([]) }.reduce(0) { $0 + minutes($1) }
            ))
        rows.append(
            (
                language.text("dont équipier manquant", "of all these, partner missing"),
                explanations.filter(\.isPartnerMissing).reduce(0) { $0 + minutes($1) }
            ))
        for (name, value) in rows where value > 0 {
            lines.append("  " + name + String(repeating: " ", count: max(1, 44 - name.count)) + number.hours(value))
        }
        lines.append("")
        var day = -1
        for item in explanations.prefix(limit ?? .max) {
            if item.day != day {
                day = item.day
                lines.append(dates.night(axis.date(ofDay: day)))
            }
            let requirement = scenario[item.requirement]
            let start = axis.serviceClock(axis.minutes(ofSlot: item.slots.lowerBound).lowerBound, day: item.day)
            let end = axis.serviceClock(axis.minutes(ofSlot: item.slots.upperBound - 1).upperBound, day: item.day)
            let teams = number.count(item.missing, language.text("équipe", "team"), language.text("équipes", "teams"))
            lines.append(
                "  \(number.clocks(start, end))  \(scenario[requirement.sector].name) (\(requirement.id)), \(teams) : "
                    + words.text(item, scenario: scenario))
        }
        if let limit, explanations.count > limit {
            lines.append(
                language.text(
                    "… et \(explanations.count - limit) autres intervalles",
                    "… and \(explanations.count - limit) more intervals"))
        }
        return lines.joined(separator: "\n").replacing(NumberFormat.space, with: " ") + "\n"
    }
}
