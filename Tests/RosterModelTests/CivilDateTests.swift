import RosterModel
import Testing

/// Dates of the Gregorian calendar, with days of the week from known ones.
@Suite struct CivilDateTests {
    @Test(
        arguments: [
            ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday), ("1970-01-05", 4, .monday),
            // 30 years with the leap days of 72, 76, 80, 84, 88, 92 and 96.
            ("2000-01-01", 30 * 365 + 7, .saturday), ("2000-02-29", 30 * 365 + 7 + 59, .tuesday),
            ("2000-03-01", 30 * 365 + 7 + 60, .wednesday), ("1600-01-01", -135_140, .saturday),
            // The days of the clock changes of 2026 are Sundays.
            ("2026-03-29", 20_541, .sunday), ("2026-10-25", 20_751, .sunday), ("9999-12-31", 2_932_896, .friday),
        ])
    func daysSinceEpoch(_ iso: String, _ days: Int, _ weekday: Weekday) throws {
        let date = try #require(CivilDate(iso: iso))
        #expect(date.daysSinceEpoch == days)
        #expect(date.weekday == weekday)
        #expect(CivilDate(daysSinceEpoch: days).iso == iso)
    }

    @Test(
        "no date",
        arguments: [
            "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32",
            "26-01-01",
            "2026-1-01", "2026-01-1", "2026/01/01", "2026-01-01T00:00", "", "2026-01", "0000-01-01", "-026-01-01",
            "+026-10-01", "2026-+1-05", "2026-01-+5", "2026--1-05", "2026-01--5", "２０２６-01-05",
        ])
    func noDate(_ text: String) { #expect(CivilDate(iso: text) == nil) }

    @Test func `every day of 400 years is the day after the one before`() throws {
        let first = try #require(CivilDate(iso: "1900-03-01"))
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var (year, month, day, weekday) = (1900, 3, 1, Weekday.thursday.rawValue)
        for offset in 0..<146_097 {
            let date = first.advanced(by: offset)
            let parts = date.parts
            guard parts == (year, month, day), date.weekday.rawValue == weekday,
                CivilDate(year: year, month: month, day: day) == date
            else {
                Issue.record("day \(offset) is \(date.iso), a \(date.weekday), and not \(year)-\(month)-\(day)")
                return
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            weekday = (weekday + 1) % 7
            day += 1
            if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect((year, month, day) == (2300, 3, 1))
    }

    @Test func `dates are ordered in time`() throws {
        let dates = try ["2025-12-31", "2026-01-01", "2026-02-28"].map { try #require(CivilDate(iso: $0)) }
        #expect(dates == dates.reversed().sorted())
        #expect(dates[0].advanced(by: 1) == dates[1] && dates[1].advanced(by: -1) == dates[0])
    }
}
