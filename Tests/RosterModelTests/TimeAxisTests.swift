import RosterModel
import TestSupport
import Testing

/// Elapsed minutes and local clocks around the clock changes of Paris in 2026: 02:00 to 03:00 on 29 March, 03:00 to 02:00 on
/// 25 October. Service days begin at 06:00.
@Suite struct TimeAxisTests {
    /// Friday to Sunday with the change in the night of Saturday.
    private let march = TinyScenario(first: "2026-03-27", days: 3, grid: 30).axis
    private let october = TinyScenario(first: "2026-10-23", days: 3, grid: 30).axis

    private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    @Test func `a service day has 23 or 25 hours in the night of a change`() {
        #expect((0..<3).map { march.minutes(ofDay: $0).count } == [1440, 1380, 1440])
        #expect((0..<3).map { october.minutes(ofDay: $0).count } == [1440, 1500, 1440])
        #expect((march.endMinute, october.endMinute) == (4260, 4380))
    }

    @Test func `slots of a day follow each other without gap`() {
        #expect((0..<3).map(march.slots(ofDay:)) == [0..<48, 48..<94, 94..<142])
        #expect((0..<3).map(october.slots(ofDay:)) == [0..<48, 48..<98, 98..<146])
        #expect((march.slotCount, october.slotCount) == (142, 146))
        #expect(october.minutes(ofSlot: 97) == 2910..<2940)
    }

    @Test(
        "the day of a minute",
        arguments: [
            (-1, nil), (0, 0), (1439, 0), (1440, 1), (2939, 1), (2940, 2), (4379, 2), (4380, nil),
        ] as [(Int, Int?)])
    func dayOfMinute(_ minute: Int, _ day: Int?) { #expect(october.day(ofMinute: minute) == day) }

    /// Saturday 06:00 is minute 1440; from there to 02:00 are 20 hours: 2640.
    @Test(
        "recurring times of the night of Saturday",
        arguments: [
            // 02:00 and 02:30 do not exist in March: they are the change. 03:00 is the same instant.
            ("2026-03-27", 1500, 2580), ("2026-03-27", 1559, 2639), ("2026-03-27", 1560, 2640),
            ("2026-03-27", 1590, 2640),
            ("2026-03-27", 1620, 2640), ("2026-03-27", 1650, 2670), ("2026-03-27", 1740, 2760),
            // 02:00 and 02:30 exist twice in October: the first reading counts. 03:00 is two hours after the first 02:00.
            ("2026-10-23", 1500, 2580), ("2026-10-23", 1560, 2640), ("2026-10-23", 1590, 2670),
            ("2026-10-23", 1620, 2760), ("2026-10-23", 1740, 2880),
        ])
    func recurringTimes(_ first: String, _ clock: Int, _ minute: Int) {
        let axis = TinyScenario(first: first, days: 3).axis
        #expect(axis.minute(date: axis.date(ofDay: 1), clock: clock) == minute)
        // A clock before the start of the day is of the following morning.
        #expect(axis.minute(day: 1, clock: clock - 1440) == minute)
    }

    @Test func `a range of the night has its elapsed length`() {
        let night = ClockRange(start: 1320, end: 1740)
        // 22:00 to 05:00.
        #expect((0..<3).map { march.minutes(day: $0, range: night).count } == [420, 360, 420])
        #expect((0..<3).map { october.minutes(day: $0, range: night).count } == [420, 480, 420])
        // 02:00 to 02:30 is swallowed in March; in October it is its first reading, 02:00 to 03:00 both readings.
        #expect(march.minutes(day: 1, range: ClockRange(start: 1560, end: 1590)) == 2640..<2640)
        #expect(october.minutes(day: 1, range: ClockRange(start: 1560, end: 1590)) == 2640..<2670)
        #expect(october.minutes(day: 1, range: ClockRange(start: 1560, end: 1620)) == 2640..<2760)
    }

    @Test func `a dated time has no, one or two readings`() throws {
        #expect(march.readings(date: try date("2026-03-29"), clock: 119) == [2639])
        #expect(march.readings(date: try date("2026-03-29"), clock: 120) == [])
        #expect(march.readings(date: try date("2026-03-29"), clock: 179) == [])
        #expect(march.readings(date: try date("2026-03-29"), clock: 180) == [2640])
        #expect(october.readings(date: try date("2026-10-25"), clock: 119) == [2639])
        #expect(october.readings(date: try date("2026-10-25"), clock: 120) == [2640, 2700])
        #expect(october.readings(date: try date("2026-10-25"), clock: 179) == [2699, 2759])
        #expect(october.readings(date: try date("2026-10-25"), clock: 180) == [2760])
    }

    @Test(
        "the local clock of a minute, there and back",
        arguments: [
            ("2026-03-27", 2639, "2026-03-29T01:59+01:00"), ("2026-03-27", 2640, "2026-03-29T03:00+02:00"),
            ("2026-10-23", 2699, "2026-10-25T02:59+02:00"), ("2026-10-23", 2700, "2026-10-25T02:00+01:00"),
            ("2026-10-23", 0, "2026-10-23T06:00+02:00"), ("2026-10-23", -361, "2026-10-22T23:59+02:00"),
        ])
    func localTimes(_ first: String, _ minute: Int, _ iso: String) {
        let axis = TinyScenario(first: first, days: 3).axis
        #expect(axis.iso(minute) == iso)
        let local = axis.local(minute)
        #expect(axis.minute(date: local.date, clock: local.clock, offsetMinutes: local.offsetMinutes) == minute)
    }

    @Test func `zones west of Greenwich have a minus`() throws {
        let axis = TimeAxis(
            firstDay: try date("2026-10-24"), dayCount: 1, gridMinutes: 60, dayStart: 300, zoneName: "America/St_Johns",
            offsets: [.init(utcMinute: -10_000_000, offsetMinutes: -210)])
        #expect(axis.iso(0) == "2026-10-24T05:00-03:30")
        #expect(axis.minutes(ofDay: 0) == 0..<1440)
    }

    @Test func `the clock of the night counts on past midnight`() {
        #expect(october.serviceClock(1440, day: 1) == 360)
        #expect(october.serviceClock(2520, day: 1) == 1440)
        // Both readings of 02:30, and 05:00.
        #expect([2670, 2730, 2880].map { october.serviceClock($0, day: 1) } == [1590, 1590, 1740])
        #expect(march.serviceClock(2640, day: 1) == 1620)
    }

    @Test func `civil days and weeks are cut at local midnight`() throws {
        // Minute 0 is 06:00 of Friday.
        #expect(march.minutes(ofCivilDay: try date("2026-03-27")) == -360..<1080)
        #expect(march.minutes(ofCivilDay: try date("2026-03-29")) == 2520..<3900)
        #expect(october.minutes(ofCivilDay: try date("2026-10-25")) == 2520..<4020)
        // The Monday before to the Monday after; the last night reaches into a second week.
        #expect(march.civilWeeks == [-6120..<3900, 3900..<13980])
        #expect(october.civilWeeks == [-6120..<4020, 4020..<14100])
        // The night of a Sunday reaches into Monday, that of a Saturday does not.
        #expect(TinyScenario(first: "2026-10-11", days: 1).axis.civilWeeks == [-9000..<1080, 1080..<11160])
        #expect(TinyScenario(first: "2026-10-10", days: 1).axis.civilWeeks == [-7560..<2520])
    }

    @Test func `days are found by date, outside the horizon as well`() throws {
        #expect(october.dayIndex(of: try date("2026-10-25")) == 2)
        #expect(october.dayIndex(of: try date("2026-10-20")) == -3)
        #expect(october.date(ofDay: 9).iso == "2026-11-01")
        #expect((0..<3).map(october.weekday(ofDay:)) == [.friday, .saturday, .sunday])
    }
}
