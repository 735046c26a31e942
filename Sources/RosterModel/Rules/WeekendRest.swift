/// Consecutive half-days off that hold the whole Sunday (caretakers): 3 is Sunday and Saturday afternoon or Monday
/// morning, 4 is Sunday and the two half-days before it, after it, or one on each side.
///
/// A half-day is 00:00 to 12:00 or 12:00 to 24:00 of the local clock.
public struct WeekendRest: Hashable, Sendable {
    /// Half-days off in a row, Sunday's two included.
    public let halfDays: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule; `halfDays` is 2, 3 or 4.
    public init(halfDays: Int, source: RuleSource) {
        precondition((2...4).contains(halfDays), "\(halfDays) half-days around a Sunday")
        self.halfDays = halfDays
        self.source = source
    }
}
