/// The time of one plan: service days, grid slots, and the way between elapsed minutes and local clocks.
///
/// Minute 0 is the instant at which the first service day starts (`dayStart` on `firstDay`). All minutes elapse: a night
/// of the clock change is an hour longer or shorter. Slot `s` is the half-open span
/// `s * gridMinutes ..< (s + 1) * gridMinutes`.
///
/// - Invariant: the grid divides an hour, `dayStart` lies on the grid and clock changes are whole hours, so every
///   service day is a whole number of slots.
public struct TimeAxis: Sendable {
    /// An offset from UTC that holds from an instant on.
    public struct Offset: Hashable, Sendable {
        /// Minutes since 1970-01-01T00:00Z at which the offset starts to hold; the first one holds since ever.
        public let utcMinute: Int
        /// Local clock minus UTC, in minutes.
        public let offsetMinutes: Int

        /// Wraps an offset.
        public init(utcMinute: Int, offsetMinutes: Int) {
            self.utcMinute = utcMinute
            self.offsetMinutes = offsetMinutes
        }
    }

    /// A reading of the local clock.
    public struct LocalTime: Hashable, Sendable {
        /// Civil date.
        public let date: CivilDate
        /// Minutes after 00:00, below 1440.
        public let clock: Int
        /// Local clock minus UTC, in minutes.
        public let offsetMinutes: Int
    }

    /// Date of the first service day.
    public let firstDay: CivilDate
    /// Number of service days.
    public let dayCount: Int
    /// Length of a slot: 15, 30 or 60 minutes.
    public let gridMinutes: Int
    /// Local clock at which a service day starts, in minutes after 00:00.
    public let dayStart: Int
    /// Name of the time zone, such as `Europe/Paris`.
    public let zoneName: String
    /// Offsets by increasing instant; never empty.
    public let offsets: [Offset]
    private let originUTC: Int
    private let dayStarts: [Int]

    /// Builds the axis.
    ///
    /// - Parameter offsets: By increasing instant, covering at least the horizon and 100 days on both sides.
    public init(
        firstDay: CivilDate, dayCount: Int, gridMinutes: Int, dayStart: Int, zoneName: String, offsets: [Offset]
    ) {
        precondition(
            dayCount > 0 && [15, 30, 60].contains(gridMinutes), "axis of \(dayCount) days, grid \(gridMinutes)")
        precondition(!offsets.isEmpty && (0..<1440).contains(dayStart) && dayStart % gridMinutes == 0)
        self.firstDay = firstDay
        self.dayCount = dayCount
        self.gridMinutes = gridMinutes
        self.dayStart = dayStart
        self.zoneName = zoneName
        self.offsets = offsets
        let origin = Self.instant(date: firstDay, clock: dayStart, offsets: offsets)
        originUTC = origin
        dayStarts = (0...dayCount).map {
            Self.instant(date: firstDay.advanced(by: $0), clock: dayStart, offsets: offsets) - origin
        }
    }

    /// Instant at which the local clock first shows the given time, or the instant of the change when it is skipped.
    private static func instant(date: CivilDate, clock: Int, offsets: [Offset]) -> Int {
        let local = date.daysSinceEpoch * 1440 + clock
        for (index, offset) in offsets.enumerated() {
            let candidate = local - offset.offsetMinutes
            let end = index + 1 < offsets.count ? offsets[index + 1].utcMinute : Int.max
            if candidate < end {
                // Before the start of this offset the time was skipped by the change: take the change itself.
                return index == 0 ? candidate : max(candidate, offset.utcMinute)
            }
        }
        preconditionFailure("the last offset holds for ever")
    }

    /// Number of slots of the whole horizon.
    public var slotCount: Int { dayStarts[dayCount] / gridMinutes }

    /// First minute after the horizon.
    public var endMinute: Int { dayStarts[dayCount] }

    /// Date of service day `day`.
    public func date(ofDay day: Int) -> CivilDate { firstDay.advanced(by: day) }

    /// Weekday of the date of service day `day`.
    public func weekday(ofDay day: Int) -> Weekday { date(ofDay: day).weekday }

    /// Index of the service day with this date; outside `0..<dayCount` when not in the horizon.
    public func dayIndex(of date: CivilDate) -> Int { date.daysSinceEpoch - firstDay.daysSinceEpoch }

    /// Minutes of service day `day`, which must lie in the horizon.
    public func minutes(ofDay day: Int) -> Range<Int> { dayStarts[day]..<dayStarts[day + 1] }

    /// Slots of service day `day`, which must lie in the horizon.
    public func slots(ofDay day: Int) -> Range<Int> {
        dayStarts[day] / gridMinutes..<dayStarts[day + 1] / gridMinutes
    }

    /// Minutes of slot `slot`.
    public func minutes(ofSlot slot: Int) -> Range<Int> { slot * gridMinutes..<(slot + 1) * gridMinutes }

    /// Elapsed minute of a recurring local time: a skipped time is the instant of the change, a repeated one its first
    /// reading.
    ///
    /// - Parameter clock: Minutes after 00:00 of `date`; may be 1440 or more.
    public func minute(date: CivilDate, clock: Int) -> Int {
        let day = date.advanced(by: clock.flooredDivision(by: 1440))
        return Self.instant(date: day, clock: clock.flooredRemainder(by: 1440), offsets: offsets) - originUTC
    }

    /// Elapsed minute of a recurring time of a service day: clocks below `dayStart` belong to the following morning.
    public func minute(day: Int, clock: Int) -> Int {
        minute(date: date(ofDay: day), clock: clock < dayStart ? clock + 1440 : clock)
    }

    /// Elapsed minutes of a clock range of a service day; empty when a clock change swallows it.
    public func minutes(day: Int, range: ClockRange) -> Range<Int> {
        let start = minute(date: date(ofDay: day), clock: range.start)
        return start..<max(start, minute(date: date(ofDay: day), clock: range.end))
    }

    /// All instants at which the local clock shows this dated time: none, one or two.
    public func readings(date: CivilDate, clock: Int) -> [Int] {
        let local = (date.daysSinceEpoch * 1440) + clock
        return offsets.indices.compactMap { index in
            let candidate = local - offsets[index].offsetMinutes
            let begins = index == 0 ? Int.min : offsets[index].utcMinute
            let ends = index + 1 < offsets.count ? offsets[index + 1].utcMinute : Int.max
            return candidate >= begins && candidate < ends ? candidate - originUTC : nil
        }
    }

    /// Elapsed minute of an instant given by local date, clock and its offset from UTC.
    public func minute(date: CivilDate, clock: Int, offsetMinutes: Int) -> Int {
        date.daysSinceEpoch * 1440 + clock - offsetMinutes - originUTC
    }

    /// What the local clock shows at an elapsed minute.
    public func local(_ minute: Int) -> LocalTime {
        let utc = minute + originUTC
        let offset = offsets.last { $0.utcMinute <= utc } ?? offsets[0]
        let local = utc + offset.offsetMinutes
        return LocalTime(
            date: CivilDate(daysSinceEpoch: local.flooredDivision(by: 1440)),
            clock: local.flooredRemainder(by: 1440),
            offsetMinutes: offset.offsetMinutes
        )
    }

    /// Clock of an elapsed minute counted from 00:00 of the service day's date: 02:00 of the night is 1560.
    public func serviceClock(_ minute: Int, day: Int) -> Int {
        let time = local(minute)
        return (time.date.daysSinceEpoch - date(ofDay: day).daysSinceEpoch) * 1440 + time.clock
    }

    /// Service day whose span holds the minute, or nil outside the horizon.
    public func day(ofMinute minute: Int) -> Int? {
        guard minute >= 0, minute < endMinute else { return nil }
        var day = min(minute / 1440, dayCount - 1)
        while minute < dayStarts[day] { day -= 1 }
        while minute >= dayStarts[day + 1] { day += 1 }
        return day
    }

    /// Elapsed minutes of a civil day (00:00 to 24:00 local) by its date.
    public func minutes(ofCivilDay date: CivilDate) -> Range<Int> {
        minute(date: date, clock: 0)..<minute(date: date.advanced(by: 1), clock: 0)
    }

    /// Civil weeks (Monday 00:00 to Monday 00:00 local) that meet the horizon, in order, as elapsed minutes.
    ///
    /// The first may start before minute 0, the last may end after ``endMinute``.
    public var civilWeeks: [Range<Int>] {
        var monday = firstDay.advanced(by: -firstDay.weekday.rawValue)
        if minute(date: monday.advanced(by: 7), clock: 0) <= 0 { monday = monday.advanced(by: 7) }
        var weeks: [Range<Int>] = []
        while minute(date: monday, clock: 0) < endMinute {
            let next = monday.advanced(by: 7)
            weeks.append(minute(date: monday, clock: 0)..<minute(date: next, clock: 0))
            monday = next
        }
        return weeks
    }

    /// ISO 8601 local time with offset, to the minute: `2026-10-25T02:30+01:00`.
    public func iso(_ minute: Int) -> String {
        let time = local(minute)
        let sign = time.offsetMinutes < 0 ? "-" : "+"
        let offset = abs(time.offsetMinutes)
        return "\(time.date.iso)T\(pad(time.clock / 60, 2)):\(pad(time.clock % 60, 2))"
            + "\(sign)\(pad(offset / 60, 2)):\(pad(offset % 60, 2))"
    }
}

extension Int {
    /// Quotient rounded towards minus infinity.
    package func flooredDivision(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    /// Remainder of ``flooredDivision(by:)``, in `0..<divisor`.
    package func flooredRemainder(by divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
