/// Compensatory rest that an agent has earned over the horizon.
public struct EarnedRest: Hashable, Sendable {
    /// Agent.
    public let agent: AgentID
    /// What earned it, and by which text.
    public let source: CompensatoryRest
    /// Minutes that count towards it.
    public let basisMinutes: Int

    /// Describes an earned rest.
    public init(agent: AgentID, source: CompensatoryRest, basisMinutes: Int) {
        self.agent = agent
        self.source = source
        self.basisMinutes = basisMinutes
    }

    /// Minutes of rest earned, rounded up.
    public var minutes: Int { (basisMinutes * source.percent + 99) / 100 }
}
