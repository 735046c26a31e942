/// Team-hours that an employer promises its partners in a sector and a band of hours, over the horizon.
public struct Commitment: Sendable {
    /// Employer.
    public let employer: EmployerID
    /// Sector, or nil for the whole town.
    public let sector: SectorID?
    /// Band of hours of the service day, as written.
    public let hours: ClockRange
    /// Service days on which the band holds, one entry per day of the horizon.
    public let days: [Bool]
    /// Slots of the band, one entry per slot of the horizon.
    public let isInBand: [Bool]
    /// Team-minutes promised over the horizon.
    public let minutes: Int

    /// Describes a promise.
    public init(
        employer: EmployerID, sector: SectorID?, hours: ClockRange, days: [Bool], isInBand: [Bool], minutes: Int
    ) {
        self.employer = employer
        self.sector = sector
        self.hours = hours
        self.days = days
        self.isInBand = isInBand
        self.minutes = minutes
    }
}
