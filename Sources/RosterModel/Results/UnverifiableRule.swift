/// A rule that cannot be verified in full, and why. It is never called kept.
public struct UnverifiableRule: Hashable, Sendable {
    /// Why a rule cannot be verified.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// Nothing is known of the time before the horizon.
        case noHistory
    }

    /// Rule that cannot be verified.
    public let rule: Rule
    /// Agents to whom it applies and for whom something is missing, in order.
    public let agents: [AgentID]
    /// Why.
    public let reason: Reason

    /// Describes a rule that cannot be verified.
    public init(rule: Rule, agents: [AgentID], reason: Reason = .noHistory) {
        self.rule = rule
        self.agents = agents
        self.reason = reason
    }
}
