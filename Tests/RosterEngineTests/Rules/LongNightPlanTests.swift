import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// The window from 17:00 to 05:00 has 24 half-hours, 26 in the night in which clocks go back and 22 in that in which they go
/// forward: what a plan covers, and what its bound counts.
@Suite struct LongNightPlanTests {
    private func town(_ first: String, agents: Int, maximumDay: Int? = nil) -> Scenario {
        var town = TinyScenario(first: first, days: 1, grid: 30)
        town.regime.maximumDay = maximumDay.map { MaximumDay(minutes: $0, source: TinyScenario.source) }
        town.shift("long", "17:00", "29:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "17:00", "29:00")
        for number in 0..<agents { town.agent("m\(number)") }
        return town.scenario
    }

    @Test(arguments: [("2026-10-23", 24), ("2026-10-24", 26), ("2026-03-28", 22), ("2026-03-29", 24)])
    func `every real half-hour counts once`(first: String, halfHours: Int) throws {
        let empty = town(first, agents: 0)
        #expect(empty.weightedDemand == halfHours * 30 * 100)
        for (agents, missing) in [(0, halfHours), (1, 0)] {
            let scenario = town(first, agents: agents)
            let result = try Planner(scenario, parameters: PlanParameters(work: 5_000)).plan(clock: { 0 })
            #expect(result.levels.points == missing * 30 * 100)
            #expect(result.bound(.points) == missing * 30 * 100)
            // 20:00 to 05:00 is the late window.
            #expect(result.bound(.lateMinutes) == (missing == 0 ? 0 : (halfHours - 6) * 30))
            let review = RosterChecker.check(result.roster, against: scenario)
            #expect(review.isLawful && review.coverage.levels == result.levels)
        }
    }

    /// Twelve hours on the clock are thirteen, twelve or eleven.
    @Test(arguments: [("2026-10-23", 720), ("2026-10-24", 780), ("2026-03-28", 660)])
    func `the longest day is measured in real hours`(first: String, minutes: Int) throws {
        for (limit, isWorked) in [(minutes, true), (minutes - 1, false)] {
            let scenario = town(first, agents: 1, maximumDay: limit)
            let result = try Planner(scenario, parameters: PlanParameters(work: 5_000)).plan(clock: { 0 })
            #expect(result.roster.shifts.isEmpty != isWorked)
            #expect(RosterChecker.check(result.roster, against: scenario).isLawful)
        }
    }
}
