/// No work on public holidays: no minute of a shift between 00:00 and 24:00 of one of ``Scenario/publicHolidays``.
///
/// - Source: code du travail, art. L3164-6 (workers under 18).
public struct PublicHolidaysOff: Hashable, Sendable {
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(source: RuleSource) { self.source = source }
}
