/// A rule that cannot be verified in full, and why. It is never called kept.
public struct UnverifiableRule: Hashable, Sendable {
    /// Why a rule cannot be verified.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// Nothing is known of the time before the horizon.
        case noHistory
        /// The history does not reach back as far as the rule looks.
        case shortHistory
        /// No published roster says what is changed.
        case nothingPublished
        /// The contract's minimum is missed, and other rules may have made more hours unlawful.
        case minimumPerhapsOutOfReach
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
