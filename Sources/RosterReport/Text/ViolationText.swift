public import RosterModel

/// What the check of rules finds, one line for people each: agent id, rule, nights, value against limit, article.
public enum ViolationText {
    /// A breach of a hard rule, or a soft rule that is not kept, without line feed.
    public static func line(_ violation: Violation, scenario: Scenario, language: Language) -> String {
        let rules = RuleText(language: language)
        let nights = NightsText(axis: scenario.axis, language: language)
        var parts = [
            scenario[violation.agent].id, rules.name(violation.rule), nights.nights(violation.day, violation.days),
            period(violation.rule, of: violation.agent, scenario, rules), rules.measure(violation),
        ]
        parts += [nights.clockChange(violation), violation.article]
        if let reason = violation.acceptedReason {
            parts.append(language.text("accepté : \(reason)", "accepted: \(reason)"))
        }
        return join(parts)
    }

    /// A lawful value near a limit, without line feed.
    public static func line(_ near: NearLimit, scenario: Scenario, language: Language) -> String {
        let rules = RuleText(language: language)
        let nights = NightsText(axis: scenario.axis, language: language)
        return join([
            scenario[near.agent].id, rules.name(near.rule), nights.nights(near.day, near.days),
            period(near.rule, of: near.agent, scenario, rules), rules.measure(near), near.article,
        ])
    }

    private static func period(_ rule: Rule, of agent: AgentID, _ scenario: Scenario, _ rules: RuleText) -> String {
        rules.period(rule, in: scenario[scenario[agent].regime])
    }

    /// A rule that cannot be verified: for whom and why, without line feed. At most twelve agents are named.
    public static func line(_ unknown: UnverifiableRule, scenario: Scenario, language: Language) -> String {
        let rules = RuleText(language: language)
        let isAll = unknown.agents.count == scenario.agents.count
        let named = unknown.agents.prefix(12).map { scenario[$0].id }.joined(separator: ", ")
        let more = unknown.agents.count > 12 ? ", \u{2026} (\(unknown.agents.count))" : ""
        return join([
            rules.name(unknown.rule), rules.reason(unknown.reason),
            isAll ? language.text("tous les agents", "all agents") : named + more,
        ])
    }

    private static func join(_ parts: [String]) -> String {
        // Plain spaces: terminals and searches serve people better with them.
        parts.filter { !$0.isEmpty }.joined(separator: " · ").replacing(NumberFormat.space, with: " ")
    }
}
