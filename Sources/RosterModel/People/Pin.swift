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
    /// 1-based line of the file in which the pin stands, for messages alone; nil when unknown. Pins that differ in it alone are equal.
    public let line: Int?

    /// Describes a pin.
    public init(agent: AgentID, day: Int, decision: Decision, acceptedReason: String? = nil, line: Int? = nil) {
        self.agent = agent
        self.day = day
        self.decision = decision
        self.acceptedReason = acceptedReason
        self.line = line
    }
    /// Compares all but the line.
    public static func == (one: Pin, other: Pin) -> Bool {
        one.agent == other.agent && one.day == other.day && one.decision == other.decision
            && one.acceptedReason == other.acceptedReason
    }

    /// Hashes all but the line.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(agent)
        hasher.combine(day)
        hasher.combine(decision)
        hasher.combine(acceptedReason)
    }
}
