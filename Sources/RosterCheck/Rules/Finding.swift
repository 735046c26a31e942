import RosterModel

/// A breach before it is known whether a pin explains it.
struct Finding {
    let rule: Rule
    /// Service day at which the breach is complete, nil for the whole horizon.
    let day: Int?
    let measured: Int
    let limit: Int
    let unit: Violation.Unit
    let article: String
    /// Where the rule is broken (service day, week, first day of a run): two breaches of one rule with one place are the same.
    let place: Int
    /// Service days of the horizon whose shifts take part.
    let days: [Int]

    /// Larger is worse.
    var severity: Int { rule == .dailyRest || rule == .weeklyRest ? -measured : measured }

    func violation(of agent: AgentID, acceptedReason: String?) -> Violation {
        Violation(
            rule: rule, agent: agent, day: day, measured: measured, limit: limit, unit: unit, article: article,
            acceptedReason: acceptedReason)
    }
}
