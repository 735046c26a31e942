/// A breach of a rule by one agent.
public struct Violation: Hashable, Sendable {
    /// What ``measured`` and ``limit`` count.
    public enum Unit: String, Hashable, Sendable {
        case minutes, days, nights, sundays, shifts, halfDays, parts, workingDays, none
    }

    /// Rule broken.
    public let rule: Rule
    /// Agent.
    public let agent: AgentID
    /// Service day at which the breach is complete, or nil when it concerns the whole horizon.
    public let day: Int?
    /// Value found.
    public let measured: Int
    /// Limit of the rule.
    public let limit: Int
    /// Unit of both.
    public let unit: Unit
    /// Article of the rule, empty when it comes from the scenario itself (absence, pin, allowed sector).
    public let article: String
    /// Service days of the horizon whose shifts take part, in order.
    public let days: [Int]
    /// Reason recorded with a pin that makes the breach accepted; nil when it is not.
    public let acceptedReason: String?

    /// Describes a breach.
    public init(
        rule: Rule, agent: AgentID, day: Int?, measured: Int, limit: Int, unit: Unit, article: String,
        days: [Int] = [], acceptedReason: String? = nil
    ) {
        self.rule = rule
        self.agent = agent
        self.day = day
        self.measured = measured
        self.limit = limit
        self.unit = unit
        self.article = article
        self.days = days
        self.acceptedReason = acceptedReason
    }
}

extension [Violation] {
    /// Number of shifts that they speak of, when each is of one service day.
    package var shiftCount: Int { Set(map { [$0.agent.value, $0.day ?? -1] }).count }
}
