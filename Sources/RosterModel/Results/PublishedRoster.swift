/// The roster that agents have been told, and the day on which changes to it are decided.
public struct PublishedRoster: Sendable {
    /// Service day whose date is the day of the decision; negative before the horizon.
    public let decisionDay: Int
    /// Shifts as published.
    public let roster: Roster

    /// Describes a published roster.
    public init(decisionDay: Int, roster: Roster) {
        self.decisionDay = decisionDay
        self.roster = roster
    }
}
