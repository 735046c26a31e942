import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Civil week, worked days, average and contract.
@Suite struct WeekRuleTests {
    private func week(_ minutes: Int) -> (inout TinyScenario) -> Void {
        {
            $0.regime.maximumCivilWeek = MaximumCivilWeek(minutes: minutes, source: TinyScenario.source)
            $0.shift("day", "10:00", "18:00", breakMinutes: 30)
            $0.shift("night", "21:00", "28:00", breakMinutes: 30)
            $0.shift("half", "21:00", "27:00", breakMinutes: 30)
        }
    }

    @Test(arguments: [(900, 0), (899, 1)])
    func `the civil week counts working time`(limit: Int, expected: Int) {
        let town = TinyScenario.alone("2026-10-05", days: 3, week(limit))
        #expect(Line(town, [(0, "day"), (2, "day")]).breaches(.maximumCivilWeek).count == expected)
    }

    /// Sunday 4 October, 21:00 to 04:00: 3 hours before Monday, 4 after with the break (210 minutes).
    @Test func `a shift is cut at Monday and its break counts in the longer part`() {
        let sunday = TinyScenario.alone("2026-10-04", days: 1, week(209))
        #expect(Line(sunday, [(0, "night")]).breaches(.maximumCivilWeek) == [[0, 210, 209]])
        let enough = TinyScenario.alone("2026-10-04", days: 1, week(210))
        #expect(Line(enough, [(0, "night")]).breaches(.maximumCivilWeek) == [])
        // Equal parts: the break is in the first, so the second has 180 minutes.
        let half = TinyScenario.alone("2026-10-04", days: 1, week(179))
        #expect(Line(half, [(0, "half")]).breaches(.maximumCivilWeek) == [[0, 180, 179]])
    }

    /// In the night to 25 October the hours after Monday's midnight do not change, but Sunday's own do: 21:00 to 04:00 on
    /// Saturday is eight hours.
    @Test(arguments: [("2026-10-24", 450), ("2026-03-28", 330), ("2026-10-10", 390)])
    func `the clock change lengthens or shortens the week's work`(date: String, work: Int) {
        for (limit, expected) in [(work, 0), (work - 1, 1)] {
            let town = TinyScenario.alone(date, days: 1, week(limit))
            #expect(Line(town, [(0, "night")]).breaches(.maximumCivilWeek).count == expected)
        }
    }

    @Test func `work of the history counts in a week that the month's first day cuts`() {
        // Thursday 1 October; Monday to Wednesday 3 × 8 hours.
        let past = (-3 ... -1).map { (day: $0, start: "10:00", end: "18:00") }
        for (limit, expected) in [(1890, 0), (1889, 1)] {
            let town = TinyScenario.alone("2026-10-01", days: 2, past: past, week(limit))
            #expect(Line(town, [(0, "day")]).breaches(.maximumCivilWeek).count == expected)
        }
        #expect(
            Line(TinyScenario.alone("2026-10-01", days: 2, week(450)), [(0, "day")]).breaches(.maximumCivilWeek) == [])
        // Over the limit before the horizon begins: no breach unless something is added.
        #expect(
            Line(TinyScenario.alone("2026-10-01", days: 2, past: past, week(100)), []).violations == [])
    }

    @Test func `worked days are counted by date from Monday to Sunday`() {
        func town(_ limit: Int, past: [(day: Int, start: String, end: String)]? = nil) -> TinyScenario {
            TinyScenario.alone("2026-10-01", days: 9, past: past) {
                $0.regime.workedDaysPerWeek = WorkedDaysPerWeek(days: limit, source: TinyScenario.source)
                $0.shift("night", "21:00", "28:00")
            }
        }
        // Thursday to Sunday are four; Sunday's night that ends on Monday counts on Sunday.
        let first = (0...3).map { ($0, "night") }
        #expect(Line(town(4), first + [(4, "night")]).violations == [])
        #expect(Line(town(3), first + [(4, "night")]).breaches(.workedDaysPerWeek) == [[3, 4, 3]])
        let past = [(day: -1, start: "21:00", end: "28:00"), (day: -4, start: "21:00", end: "28:00")]
        // Of the history only Wednesday lies in the week.
        #expect(Line(town(5, past: past), first).violations == [])
        #expect(Line(town(4, past: past), first).breaches(.workedDaysPerWeek) == [[3, 5, 4]])
    }

    @Test func `the average is taken over the days of the horizon`() {
        // 450 minutes in 4 days: 450 × 7 ≤ limit × 4 from 787.5 on.
        for (limit, expected) in [(788, 0), (787, 1)] {
            let town = TinyScenario.alone("2026-10-01", days: 4) {
                $0.regime.averageOverHorizon = AverageOverHorizon(weeklyMinutes: limit, source: TinyScenario.source)
                $0.shift("day", "10:00", "18:00", breakMinutes: 30)
            }
            #expect(Line(town, [(1, "day")]).breaches(.averageOverHorizon).count == expected)
        }
    }

    @Test func `the contract has a maximum`() {
        for (limit, expected) in [(900, 0), (899, 1)] {
            var town = TinyScenario(first: "2026-10-01", days: 4)
            town.shift("day", "10:00", "18:00", breakMinutes: 30)
            town.agent("m1", maximumMinutes: limit)
            #expect(Line(town, [(1, "day"), (3, "day")]).breaches(.contractMaximum).count == expected)
        }
    }

    /// Four days, no two in a row, eight hours each: 960 minutes can be reached, 480 with two days of absence.
    @Test func `the contract's minimum is lowered to what can be reached`() {
        func breaches(_ minimum: Int, absent: Range<Int>, _ days: [Int]) -> [[Int?]] {
            var town = TinyScenario(first: "2026-10-01", days: 4)
            town.regime.consecutiveDays = ConsecutiveDays(days: 1, source: TinyScenario.source)
            town.shift("day", "10:00", "18:00")
            town.agent("m1", minimumMinutes: minimum, absences: [Agent.Absence(days: absent)])
            return Line(town, days.map { ($0, "day") }).breaches(.contractMinimum)
        }
        #expect(breaches(960, absent: 0..<0, [0, 2]) == [])
        #expect(breaches(960, absent: 0..<0, [0]) == [[nil, 480, 960]])
        #expect(breaches(2000, absent: 0..<0, [0]) == [[nil, 480, 960]])
        #expect(breaches(2000, absent: 0..<0, [1, 3]) == [])
        #expect(breaches(2000, absent: 2..<4, [1]) == [])
        #expect(breaches(2000, absent: 2..<4, []) == [[nil, 0, 480]])
        #expect(breaches(480, absent: 0..<0, [0]) == [])
    }
}
