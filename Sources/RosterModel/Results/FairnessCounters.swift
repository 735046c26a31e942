/// What is shared fairly among comparable agents (equal employer, profession and regime).
public struct FairnessCounters: Hashable, Sendable {
    /// Shifts of at least 3 h inside the town's night clock.
    public var nights: Int
    /// Those of them on the service days of Friday and Saturday.
    public var weekendNights: Int
    /// Sundays with work between 00:00 and 24:00.
    public var sundays: Int

    /// Describes counters.
    public init(nights: Int = 0, weekendNights: Int = 0, sundays: Int = 0) {
        self.nights = nights
        self.weekendNights = weekendNights
        self.sundays = sundays
    }
}
