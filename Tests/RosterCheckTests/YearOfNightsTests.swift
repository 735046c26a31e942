import RosterCheck
import RosterModel
import TestSupport
import Testing

/// The hours of night of twelve months, history and plan together, that make a night worker.
@Suite struct YearOfNightsTests {
    /// Breaches of one agent under a limit of 8 h for night workers, who becomes one with 20 h of night in twelve months.
    private func breaches(
        _ shifts: [(day: Int, shift: String)], past: [Int] = [], busy: Int? = nil, days: Int = 14
    ) -> [[Int?]] {
        var town = TinyScenario(first: "2026-10-05", days: days)
        town.regime.nightWorkerNights = 7
        town.regime.nightWorkerYearMinutes = 1200
        town.regime.nightWorkerDay = NightWorkerDay(minutes: 480, source: TinyScenario.source)
        // The night clock is 22:00 to 05:00.
        town.shift("day", "08:00", "17:00")
        town.shift("five", "22:00", "27:00")
        town.shift("almost", "22:01", "27:00")
        town.agent(
            "m1", busy: busy.map { [town.busy($0, "22:00", "27:00")] } ?? [],
            history: Agent.History(shifts: past.map { town.past($0, "22:00", "27:00") }))
        return Line(town, shifts).breaches(.nightWorkerDay)
    }

    @Test func `nights of the plan count on top of those of the history`() {
        // 15 h in the history, five in the plan: exactly 20 h.
        #expect(breaches([(0, "five"), (2, "day")], past: [-30, -20, -10]) == [[2, 540, 480]])
        #expect(breaches([(0, "almost"), (2, "day")], past: [-30, -20, -10]).isEmpty)
        #expect(breaches([(2, "day")], past: [-30, -20, -10]).isEmpty)
        #expect(breaches([(2, "day")], past: [-40, -30, -20, -10]) == [[2, 540, 480]])
    }

    @Test func `the status holds for the whole horizon`() {
        #expect(breaches([(0, "day"), (2, "five")], past: [-30, -20, -10]) == [[0, 540, 480]])
    }

    @Test func `the plan alone may hold the hours`() {
        #expect(breaches([(0, "five"), (2, "five"), (4, "five"), (6, "five"), (8, "day")]).count == 1)
        #expect(breaches([(0, "five"), (2, "five"), (4, "five"), (8, "day")]).isEmpty)
    }

    @Test func `given work at night counts`() {
        #expect(breaches([(2, "day")], past: [-30, -20, -10], busy: 5) == [[2, 540, 480]])
    }

    // The oldest of the nights is a year old on the day with that number: -364 is part of the twelve months up to day 0.
    @Test(arguments: [(-365, 0, false), (-364, 0, true), (-364, 1, false), (-363, 1, true)])
    func `twelve months are 365 service days up to a day of the horizon`(oldest: Int, night: Int, isOne: Bool) {
        let found = breaches([(night, "five"), (night + 2, "day")], past: [oldest, -20, -10])
        #expect(found.isEmpty == !isOne)
    }

    @Test func `hours before the horizon count to its eve`() {
        #expect(breaches([(5, "day")], past: [-365, -30, -20, -10]) == [[5, 540, 480]])
        #expect(breaches([(5, "day")], past: [-366, -30, -20, -10]).isEmpty)
    }
}
