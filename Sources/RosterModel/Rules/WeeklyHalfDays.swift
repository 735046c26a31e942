/// Half-days off that every civil week must have, each inside a rest of some length: 5 is a weekly rest of two and a half days,
/// and rests of at least 24 + 11 h are what two days that are split must be.
///
/// A half-day is 00:00 to 12:00 or 12:00 to 24:00 of the local clock. Weeks are judged as by ``WeeklyRest``.
public struct WeeklyHalfDays: Hashable, Sendable {
    /// Half-days off in a civil week.
    public let halfDays: Int
    /// Least length of a rest whose half-days count, in minutes.
    public let restMinutes: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule; `halfDays` is 1 to 14.
    public init(halfDays: Int, restMinutes: Int, source: RuleSource) {
        precondition((1...14).contains(halfDays), "\(halfDays) half-days in a week")
        self.halfDays = halfDays
        self.restMinutes = restMinutes
        self.source = source
    }
}
