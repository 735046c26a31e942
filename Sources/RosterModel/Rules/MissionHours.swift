/// Hours outside which missions need a recorded ``NightPermission``: 06:00 to 23:00 for municipal police.
///
/// Exempt are shifts of static guard (``Shift/isStaticGuard``) and service days named ``festivities`` in the calendar.
///
/// - Source: code de la sécurité intérieure, art. L512-6 (wording in force since 2021-05-27).
public struct MissionHours: Hashable, Sendable {
    /// Calendar name of the days of ceremonies and festivities that the town organises.
    public static let festivities = "town_festivities"
    /// Hours of every date that need no permission, in minutes after its 00:00.
    public let hours: ClockRange
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(hours: ClockRange, source: RuleSource) {
        self.hours = hours
        self.source = source
    }
}
