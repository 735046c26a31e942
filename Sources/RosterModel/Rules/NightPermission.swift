/// A mention of the coordination convention that allows missions outside ``MissionHours``: sectors × days × hours.
public struct NightPermission: Hashable, Sendable {
    /// Title or number of the convention, and the article of the mention.
    public let reference: String
    /// Date of signature.
    public let date: CivilDate
    /// Last day on which it holds; nil when it has no end.
    public let expires: CivilDate?
    /// Sectors for which it holds; nil for all.
    public let sectors: Set<SectorID>?
    /// Service days on which it holds, its validity included; count equals the number of days of the horizon.
    public let days: [Bool]
    /// Hours of those service days, in minutes after 00:00 of the date (may exceed 1440).
    public let hours: ClockRange

    /// Describes a permission.
    public init(
        reference: String, date: CivilDate, expires: CivilDate? = nil, sectors: Set<SectorID>? = nil, days: [Bool],
        hours: ClockRange
    ) {
        self.reference = reference
        self.date = date
        self.expires = expires
        self.sectors = sectors
        self.days = days
        self.hours = hours
    }
}
