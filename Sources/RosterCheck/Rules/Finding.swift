import RosterModel

/// A value of one line held against a rule, before it is known whether a pin explains a breach.
struct Finding {
    let rule: Rule
    /// Service day at which the breach is complete, nil for the whole horizon.
    let day: Int?
    let measured: Int
    let limit: Int
    /// Whether the rule asks for at least the limit; otherwise for at most.
    let isFloor: Bool
    let unit: Violation.Unit
    let article: String
    /// Where the rule is judged (service day, week, first day of a run): two findings of one rule with one place are the same.
    let place: Int
    /// Service days of the horizon whose shifts take part.
    let days: [Int]

    /// Whether the limit is passed; rules without measure are recorded only when broken.
    var isBreach: Bool { unit == .none || (isFloor ? measured < limit : measured > limit) }

    /// Larger is worse.
    var severity: Int { isFloor ? -measured : measured }

    func violation(of agent: AgentID, acceptedReason: String?) -> Violation {
        Violation(
            rule: rule, agent: agent, day: day, measured: measured, limit: limit, unit: unit, article: article,
            days: Array(Set(days)).sorted(), acceptedReason: acceptedReason)
    }
}
