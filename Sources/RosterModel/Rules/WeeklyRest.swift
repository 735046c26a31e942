/// Uninterrupted rest that every civil week (Monday 00:00 to Monday 00:00) must have.
///
/// A week is in order when some rest of at least `minutes` has at least `minutesWithinWeek` inside the week: 24 h of the
/// weekly rest lie in the week, the daily rest joined to it may reach into the next or the last one. A week that the
/// horizon cuts at its end, or at its start without history, is not judged.
public struct WeeklyRest: Hashable, Sendable {
    /// Length of the rest in minutes.
    public let minutes: Int
    /// Part of it that must lie in the week, in minutes.
    public let minutesWithinWeek: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(minutes: Int, minutesWithinWeek: Int, source: RuleSource) {
        self.minutes = minutes
        self.minutesWithinWeek = minutesWithinWeek
        self.source = source
    }
}
