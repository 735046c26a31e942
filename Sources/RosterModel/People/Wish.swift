/// What an agent would like on one service day; refusing it costs its weight at level 3.
public struct Wish: Hashable, Sendable {
    /// What is wished.
    public enum Content: Hashable, Sendable {
        /// No shift starts on the day.
        case off
        /// Some shift starts on the day.
        case work
        /// This shift of the menu (any of the hours of a range template with that name).
        case shift(name: String)
    }

    /// Agent.
    public let agent: AgentID
    /// Service day.
    public let day: Int
    /// What is wished.
    public let content: Content
    /// Cost of a refusal in hundredths, at least 1.
    public let weight: Int

    /// Describes a wish.
    public init(agent: AgentID, day: Int, content: Content, weight: Int) {
        self.agent = agent
        self.day = day
        self.content = content
        self.weight = weight
    }
}
