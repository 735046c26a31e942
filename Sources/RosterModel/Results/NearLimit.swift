/// A lawful value that comes near the limit of a rule: what the next change of the roster may break.
public struct NearLimit: Hashable, Sendable {
    /// Rule.
    public let rule: Rule
    /// Agent.
    public let agent: AgentID
    /// Service day at which the value is complete, nil for the whole horizon.
    public let day: Int?
    /// Value found.
    public let measured: Int
    /// Limit of the rule.
    public let limit: Int
    /// Unit of both.
    public let unit: Violation.Unit
    /// Article of the rule.
    public let article: String
    /// Service days of the horizon whose shifts take part.
    public let days: [Int]

    /// Describes a value near a limit.
    public init(
        rule: Rule, agent: AgentID, day: Int?, measured: Int, limit: Int, unit: Violation.Unit, article: String,
        days: [Int]
    ) {
        self.rule = rule
        self.agent = agent
        self.day = day
        self.measured = measured
        self.limit = limit
        self.unit = unit
        self.article = article
        self.days = days
    }
}
