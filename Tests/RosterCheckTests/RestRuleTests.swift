import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Daily and weekly rest.
@Suite struct RestRuleTests {
    private func resting(_ minutes: Int) -> (inout TinyScenario) -> Void {
        {
            $0.regime.dailyRest = DailyRest(minutes: minutes, source: TinyScenario.source)
            $0.shift("night", "20:00", "28:00")
            $0.shift("noon", "12:00", "20:00")
            $0.shift("evening", "15:00", "22:00")
        }
    }

    // From 04:00 to 12:00: eight hours; seven in the night to 29 March only if the change lies in the rest, which it does
    // not (02:00). From 22:00 to 12:00: fourteen hours, fifteen in October, thirteen in March.
    @Test(arguments: [
        ("2026-10-05", "night", 480), ("2026-10-05", "evening", 840), ("2026-10-24", "evening", 900),
        ("2026-03-28", "evening", 780), ("2026-10-24", "night", 480), ("2026-10-31", "evening", 840),
    ])
    func `daily rest is elapsed time`(date: String, first: String, rest: Int) {
        for (limit, expected) in [(rest, []), (rest + 1, [[1, rest, rest + 1]])] {
            let town = TinyScenario.alone(date, days: 2, resting(limit))
            #expect(Line(town, [(0, first), (1, "noon")]).breaches(.dailyRest) == expected)
        }
    }

    @Test func `daily rest looks back into the history`() {
        let past = [(day: -1, start: "20:00", end: "28:00")]
        // 04:00 to 12:00.
        #expect(
            Line(TinyScenario.alone("2026-10-01", days: 2, past: past, resting(480)), [(0, "noon")])
                .breaches(.dailyRest) == [])
        #expect(
            Line(TinyScenario.alone("2026-10-01", days: 2, past: past, resting(481)), [(0, "noon")])
                .breaches(.dailyRest) == [[0, 480, 481]])
        #expect(
            Line(TinyScenario.alone("2026-10-01", days: 2, resting(481)), [(0, "noon")]).breaches(.dailyRest) == [])
    }

    /// Monday 5 October 00:00 is the first service day's start: weeks and horizon agree.
    private func weekly(
        _ date: String = "2026-10-05", days: Int = 7, minutes: Int, within: Int,
        past: [(day: Int, start: String, end: String)]? = nil
    ) -> TinyScenario {
        TinyScenario.alone(date, days: days, past: past) {
            $0 = TinyScenario(first: date, days: days, dayStart: "00:00")
            $0.regime.weeklyRest = WeeklyRest(
                minutes: minutes, minutesWithinWeek: within, source: TinyScenario.source)
            $0.shift("day", "10:00", "20:00")
            $0.shift("late", "12:00", "24:00")
        }
    }

    // Day 0 to 4 until 20:00, then free: from Friday 20:00 to Monday 00:00 lie 52 hours inside the week.
    @Test(arguments: [(2880, 3120, 0), (2880, 3121, 1)])
    func `the rest after the last shift has no end but must lie in the week far enough`(
        minutes: Int, within: Int, expected: Int
    ) {
        let town = weekly(minutes: minutes, within: within)
        #expect(Line(town, (0...4).map { ($0, "day") }).breaches(.weeklyRest).count == expected)
    }

    @Test func `a rest between two shifts must be long enough`() {
        // From Tuesday 20:00 to Thursday 10:00: 38 hours; every other rest of the week is shorter.
        let days = [0, 1, 3, 4, 5, 6]
        #expect(Line(weekly(minutes: 2280, within: 1440), days.map { ($0, "day") }).breaches(.weeklyRest) == [])
        #expect(
            Line(weekly(minutes: 2281, within: 1440), days.map { ($0, "day") }).breaches(.weeklyRest)
                == [[6, 2280, 2281]])
    }

    /// Two weeks; the rest from Saturday 24:00 to Tuesday 10:00 (58 hours) has 24 in the first week and 34 in the second.
    @Test(arguments: [(1440, 0, 0), (1441, 1, 0), (2040, 1, 0), (2041, 1, 1)])
    func `one rest across Monday may serve both weeks`(within: Int, first: Int, second: Int) {
        let town = weekly(days: 14, minutes: 2460, within: within)
        let shifts = (0...4).map { ($0, "day") } + [(5, "late")] + (8...13).map { ($0, "day") }
        let days = Line(town, shifts).violations.filter { $0.rule == .weeklyRest }.map(\.day)
        #expect(days.filter { $0 == 6 }.count == first)
        #expect(days.filter { $0 == 13 }.count == second)
    }

    @Test func `a rest under way on Sunday must be let grow`() {
        // Free from Saturday 24:00: 24 hours in the week, and 34 in all when work starts on Monday at 10:00.
        for (minutes, expected) in [(2040, 0), (2041, 1)] {
            let town = weekly(days: 8, minutes: minutes, within: 1440)
            let line = Line(town, (0...4).map { ($0, "day") } + [(5, "late"), (7, "day")])
            #expect(line.breaches(.weeklyRest).count == expected)
        }
    }

    @Test func `the rest may lie in the part of a week that nobody knows`() {
        // Thursday 1 October to Wednesday 7: the first week starts before, the second ends after.
        let worked = (0...6).map { ($0, "day") }
        #expect(Line(weekly("2026-10-01", minutes: 2100, within: 1440), worked).breaches(.weeklyRest) == [])
        // With a history that had no rest from Monday on, Thursday to Sunday at work break the first week.
        let past = (-3 ... -1).map { (day: $0, start: "10:00", end: "20:00") }
        #expect(
            Line(weekly("2026-10-01", minutes: 2100, within: 1440, past: past), worked).breaches(.weeklyRest).count
                == 1)
        // A free time before the first shift known: 34 hours lie in the week when it is Tuesday at 10:00.
        let tuesday = (-2 ... -1).map { (day: $0, start: "10:00", end: "20:00") }
        #expect(
            Line(weekly("2026-10-01", minutes: 2100, within: 2040, past: tuesday), worked).breaches(.weeklyRest) == [])
        #expect(
            Line(weekly("2026-10-01", minutes: 2100, within: 2041, past: tuesday), worked).breaches(.weeklyRest).count
                == 1)
    }

    @Test func `what the history has broken is no breach of the roster`() {
        // On Sunday 4 October, from 02:00 on, 22 hours are left of a week without rest.
        let past =
            (-6 ... -2).map { (day: $0, start: "10:00", end: "20:00") } + [(day: -1, start: "16:00", end: "26:00")]
        let town = weekly("2026-10-04", days: 8, minutes: 2100, within: 1440, past: past)
        #expect(Line(town, [(0, "day")]).breaches(.weeklyRest) == [])
    }

    /// The weekend of the clock change has 25 hours on its Sunday in October and 23 in March: free from Saturday 20:00 to
    /// Monday 00:00 are 29 and 27 hours.
    @Test(arguments: [("2026-10-19", 1740), ("2026-03-23", 1620), ("2026-10-12", 1680)])
    func `weekly rest is elapsed time across the clock change`(monday: String, inside: Int) {
        for (within, expected) in [(inside, 0), (inside + 1, 1)] {
            let town = weekly(monday, minutes: 1440, within: within)
            #expect(Line(town, (0...5).map { ($0, "day") }).breaches(.weeklyRest).count == expected)
        }
    }

    @Test func `a week that the horizon cuts is broken where the rest does not fit into what nobody knows`() {
        func town(_ date: String, days: Int) -> TinyScenario {
            TinyScenario.alone(date, days: days) {
                $0.regime.weeklyRest = WeeklyRest(minutes: 2100, minutesWithinWeek: 1440, source: TinyScenario.source)
                $0.shift("day", "10:00", "20:00")
                $0.shift("late", "18:00", "26:00")
            }
        }
        // Monday to Sunday, from 06:00: ten hours before the first shift, four after the last, fourteen in between.
        let worked = (0...6).map { ($0, "day") }
        #expect(Line(town("2026-10-05", days: 7), worked).breaches(.weeklyRest) == [[6, 840, 2100]])
        #expect(Line(town("2026-10-05", days: 7), Array(worked.dropFirst())).breaches(.weeklyRest) == [])
        // A week that ends a day after the horizon: free from Saturday 20:00 on are 28 hours of it, from Sunday 02:00 on 22.
        let early = (1...5).map { ($0, "day") }
        #expect(Line(town("2026-10-04", days: 7), early + [(6, "day")]).breaches(.weeklyRest) == [])
        #expect(Line(town("2026-10-04", days: 7), early + [(6, "late")]).breaches(.weeklyRest) == [[6, 1320, 2100]])
    }
}
