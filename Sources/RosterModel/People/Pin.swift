/// A fixed decision for one agent on one service day.
public struct Pin: Hashable, Sendable {
    /// What is fixed.
    public enum Decision: Hashable, Sendable {
        /// No shift starts on the day.
        case off
        /// The shift is worked; in the given sector, or in any allowed one when nil (rounds bring their own sectors).
        case work(ShiftID, SectorID?)
    }

    /// Agent.
    public let agent: AgentID
    /// Service day.
    public let day: Int
    /// What is fixed.
    public let decision: Decision
    /// Why a breach of rules by this pin is accepted; nil when the pin must be lawful.
    public let acceptedReason: String?

    /// Describes a pin.
    public init(agent: AgentID, day: Int, decision: Decision, acceptedReason: String? = nil) {
        self.agent = agent
        self.day = day
        self.decision = decision
        self.acceptedReason = acceptedReason
    }
}
