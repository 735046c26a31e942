public import RosterModel

/// A breach of a hard rule as one line for people: agent, rule, article, measured value against limit, night.
public enum ViolationText {
    /// The line, without line feed.
    public static func line(_ violation: Violation, scenario: Scenario, language: Language) -> String {
        let rules = RuleText(language: language)
        let day = violation.day.map { day in
            let axis = scenario.axis
            guard (0..<axis.dayCount).contains(day) else { return axis.date(ofDay: day).iso }
            return language.text("nuit du ", "night of ") + DateFormat(language: language).short(axis.date(ofDay: day))
        }
        var parts = [
            scenario[violation.agent].id, rules.name(violation.rule),
            day ?? language.text("toute la période", "whole period"), rules.measure(violation),
        ]
        if !violation.article.isEmpty { parts.append(violation.article) }
        if let reason = violation.acceptedReason {
            parts.append(language.text("accepté : \(reason)", "accepted: \(reason)"))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: " · ").replacing(NumberFormat.space, with: " ")
    }
}
