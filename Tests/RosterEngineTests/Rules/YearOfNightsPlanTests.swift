import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Plans of agents whom the nights of the plan itself make night workers.
@Suite struct YearOfNightsPlanTests {
    /// A month of one agent: evenings and nights of lengths that have no common step, a long day, and some nights behind him.
    private func scenario(hours: Int, past nights: Int) -> Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 21, grid: 15)
        town.regime.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source)
        town.regime.nightWorkerNights = 6
        town.regime.nightWorkerYearMinutes = 60 * hours
        town.regime.nightWorkerDay = NightWorkerDay(minutes: 480, source: TinyScenario.source)
        town.regime.nightWorkerAverage = NightWorkerAverage(weeklyMinutes: 1500, weeks: 4, source: TinyScenario.source)
        town.shift("day", "10:00", "19:00")
        town.shift("evening", "16:00", "22:47")
        town.shift("night", "21:00", "27:11")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "10:00", "18:00")
        town.need(kinds: ["alone"], "21:00", "26:00", weight: 2)
        town.agent(
            "m1", history: Agent.History(shifts: (1...nights).map { town.past(-9 * $0, "22:00", "28:00") }))
        return town.scenario
    }

    @Test(
        "what is planned is lawful, and the bound holds, however near the hours are", arguments: [30, 40, 60, 90, 120])
    func staysLawful(hours: Int) throws {
        let scenario = scenario(hours: hours, past: 4)
        let result = try Planner(scenario, parameters: PlanParameters(work: 30_000)).plan(clock: { 0 })
        let review = RosterChecker.check(result.roster, against: scenario)
        #expect(review.isLawful, "\(review.violations)")
        #expect(result.bound(.points) <= result.levels.points)
        #expect(result.certificateReview(for: scenario, review).isProved)
        #expect(!result.roster.shifts.isEmpty)
    }

    @Test("hours in too many amounts are rounded up, never down")
    func neverLooser() {
        let pricer = LinePricer()
        var random = SplitMix(seed: 270)
        for hours in [32, 50, 75, 100] {
            let scenario = scenario(hours: hours, past: 4)
            let problem = PlanProblem(scenario, threads: 1)
            let checker = RosterChecker(scenario)
            for _ in 0..<25 {
                var costs = Array(repeating: Int32(0), count: 21 * problem.dutyCount)
                for index in costs.indices { costs[index] = Int32(random.number(-60...15)) }
                let line = pricer.cheapest(problem.classes[0], dutyCost: costs, dutyCount: problem.dutyCount)
                let shifts = line.duties.enumerated().compactMap { day, duty in
                    duty.flatMap { problem.workedShift(agent: AgentID(0), day: day, duty: $0) }
                }
                let violations = checker.violations(of: AgentID(0), working: shifts)
                #expect(violations.isEmpty, "\(hours) h: \(violations)")
            }
        }
    }
}
