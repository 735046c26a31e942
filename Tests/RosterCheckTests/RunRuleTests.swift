import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Runs of worked days and nights, Sundays.
@Suite struct RunRuleTests {
    private func town(
        _ date: String = "2026-10-28", days: Int = 7, past: [(day: Int, start: String, end: String)]? = nil,
        _ change: @escaping (inout TinyScenario) -> Void
    ) -> TinyScenario {
        TinyScenario.alone(date, days: days, past: past) {
            $0.shift("night", "21:00", "28:00")
            $0.shift("day", "10:00", "18:00")
            change(&$0)
        }
    }

    // From 28 October to 3 November: the run crosses the month's edge.
    @Test(arguments: [(4, 0), (3, 1)])
    func `worked days in a row`(limit: Int, expected: Int) {
        let town = town {
            $0.regime.consecutiveDays = ConsecutiveDays(days: limit, source: TinyScenario.source)
        }
        let run = [(1, "day"), (2, "night"), (3, "day"), (4, "night"), (6, "day")]
        #expect(Line(town, run).breaches(.consecutiveDays) == (expected == 0 ? [] : [[4, 4, 3]]))
    }

    @Test func `a run may begin in the history`() {
        let past = (-3 ... -1).map { (day: $0, start: "10:00", end: "18:00") }
        func breaches(_ limit: Int, _ days: [Int], past: [(day: Int, start: String, end: String)]?) -> [[Int?]] {
            let town = town(past: past) {
                $0.regime.consecutiveDays = ConsecutiveDays(days: limit, source: TinyScenario.source)
            }
            return Line(town, days.map { ($0, "day") }).breaches(.consecutiveDays)
        }
        #expect(breaches(5, [0, 1], past: past) == [])
        #expect(breaches(4, [0, 1], past: past) == [[1, 5, 4]])
        #expect(breaches(4, [0, 1], past: nil) == [])
        // Three days in a row before the horizon are the past's own breach; the day off ends them.
        #expect(breaches(2, [1, 2], past: past) == [])
        #expect(breaches(2, [0], past: past) == [[0, 4, 2]])
    }

    @Test func `nights in a row are shifts with enough minutes in the night clock`() {
        func breaches(_ minutes: Int, _ shift: String) -> [[Int?]] {
            let town = town {
                $0.regimes = [
                    Regime(
                        id: "plain", name: "", nightClock: ClockRange(start: 1320, end: 1740),
                        nightShiftMinutes: minutes, breakCountsAsWork: false)
                ]
                $0.regime.consecutiveNights = ConsecutiveNights(nights: 2, source: TinyScenario.source)
                $0.shift("until1", "18:00", "25:00")
            }
            return Line(town, [(0, shift), (1, shift), (2, shift)]).breaches(.consecutiveNights)
        }
        // 22:00 to 01:00 are 180 minutes, 22:00 to 04:00 are 360.
        #expect(breaches(180, "until1") == [[2, 3, 2]])
        #expect(breaches(181, "until1") == [])
        #expect(breaches(181, "night") == [[2, 3, 2]])
        #expect(breaches(181, "day") == [])
    }

    /// 24:30 to 03:00 of the night of the change: 150 minutes, 210 in October, 90 in March.
    @Test(arguments: [("2026-10-23", 150), ("2026-10-24", 210), ("2026-03-28", 90)])
    func `a night's length is elapsed time across the clock change`(date: String, length: Int) {
        for (minutes, expected) in [(length, 1), (length + 1, 0)] {
            let town = town(date, days: 1) {
                $0.regimes = [
                    Regime(
                        id: "plain", name: "", nightClock: ClockRange(start: 1320, end: 1740),
                        nightShiftMinutes: minutes, breakCountsAsWork: false)
                ]
                $0.regime.consecutiveNights = ConsecutiveNights(nights: 0, source: TinyScenario.source)
                $0.shift("deep", "24:30", "27:00")
            }
            #expect(Line(town, [(0, "deep")]).breaches(.consecutiveNights).count == expected)
        }
    }

    @Test func `nights of the history begin a run of nights`() {
        let past = [(day: -2, start: "10:00", end: "18:00"), (day: -1, start: "21:00", end: "28:00")]
        for (limit, expected) in [(2, 0), (1, 1)] {
            let town = town(past: past) {
                $0.regime.consecutiveNights = ConsecutiveNights(nights: limit, source: TinyScenario.source)
            }
            #expect(Line(town, [(0, "night")]).breaches(.consecutiveNights).count == expected)
        }
    }

    /// Sundays 4, 11, 18 and 25 October 2026 are the service days 3, 10, 17 and 24 from the first.
    private func sundays(
        off: Int, of: Int, startsOnly: Bool = false, past: [(day: Int, start: String, end: String)]? = nil
    ) -> TinyScenario {
        town("2026-10-01", days: 31, past: past) {
            $0.regime.sundaysOff = SundaysOff(
                off: off, ofSundays: of, countsStartsOnly: startsOnly, source: TinyScenario.source)
        }
    }

    @Test func `in any run of Sundays enough are off`() {
        #expect(Line(sundays(off: 1, of: 3), [(3, "day"), (10, "day"), (24, "day")]).violations == [])
        #expect(
            Line(sundays(off: 1, of: 3), [(3, "day"), (10, "day"), (17, "day")]).breaches(.sundaysOff)
                == [[17, 3, 2]])
        #expect(Line(sundays(off: 2, of: 3), [(3, "day"), (17, "day")]).breaches(.sundaysOff) == [[17, 2, 1]])
    }

    @Test func `a Saturday night works on Sunday unless only starts count`() {
        // The night of Saturday the 10th (service day 9) ends on Sunday; so does that of Sunday itself begin.
        #expect(Line(sundays(off: 1, of: 2), [(9, "night"), (17, "day")]).breaches(.sundaysOff) == [[17, 2, 1]])
        #expect(Line(sundays(off: 1, of: 2, startsOnly: true), [(9, "night"), (17, "day")]).violations == [])
        #expect(Line(sundays(off: 1, of: 1), [(9, "night"), (10, "night")]).breaches(.sundaysOff) == [[10, 1, 0]])
        #expect(Line(sundays(off: 1, of: 1), [(8, "night"), (11, "day")]).violations == [])
    }

    @Test func `the Sunday after the last service day counts when a shift reaches into it`() {
        // Saturday 31 October is service day 30; the Sunday after it is 1 November.
        #expect(Line(sundays(off: 1, of: 2), [(24, "day"), (30, "night")]).breaches(.sundaysOff) == [[30, 2, 1]])
        #expect(Line(sundays(off: 1, of: 2), [(24, "day"), (30, "day")]).violations == [])
    }

    @Test func `Sundays of the history count and unknown ones do not`() {
        let past = [(day: -4, start: "10:00", end: "18:00")]
        #expect(Line(sundays(off: 1, of: 2, past: past), [(3, "day")]).breaches(.sundaysOff) == [[3, 2, 1]])
        #expect(Line(sundays(off: 1, of: 2), [(3, "day")]).violations == [])
        // Two Sundays of the history alone are no breach of the roster.
        let two = [(day: -11, start: "10:00", end: "18:00"), (day: -4, start: "10:00", end: "18:00")]
        #expect(Line(sundays(off: 1, of: 2, past: two), [(10, "day")]).violations == [])
    }

    /// The Sunday of the change from 23:30 on Saturday to 01:00: worked all the same.
    @Test(arguments: ["2026-10-24", "2026-03-28"])
    func `Sundays of the clock changes are worked from midnight on`(saturday: String) {
        for (end, expected) in [("24:00", 0), ("24:30", 1)] {
            let town = town(saturday, days: 1) {
                $0.regime.sundaysOff = SundaysOff(off: 1, ofSundays: 1, source: TinyScenario.source)
                $0.shift("cut", "20:00", end)
            }
            #expect(Line(town, [(0, "cut")]).breaches(.sundaysOff).count == expected)
        }
    }
}
