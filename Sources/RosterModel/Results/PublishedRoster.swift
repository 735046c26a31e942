/// The roster that agents have been told, and the day on which changes to it are decided.
public struct PublishedRoster: Sendable {
    /// Service day whose date is the day of the decision; negative before the horizon.
    public let decisionDay: Int
    /// Shifts as published.
    public let roster: Roster
    /// Public holidays from the decision to the end of the horizon, for notice in working days.
    public let publicHolidays: Set<CivilDate>

    /// Describes a published roster.
    public init(decisionDay: Int, roster: Roster, publicHolidays: Set<CivilDate> = []) {
        self.decisionDay = decisionDay
        self.roster = roster
        self.publicHolidays = publicHolidays
    }
}
