public import RosterModel

/// A rule that cannot be verified in full because the time before the horizon is unknown.
public struct UnverifiableRule: Hashable, Sendable {
    /// Rule that looks back.
    public let rule: Rule
    /// Agents without history to whom the rule applies, in order.
    public let agents: [AgentID]

    /// Describes a rule that cannot be verified.
    public init(rule: Rule, agents: [AgentID]) {
        self.rule = rule
        self.agents = agents
    }
}
