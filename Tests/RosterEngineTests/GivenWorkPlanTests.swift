import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Plans of agents whose given work breaks a rule of lines by itself: bounds stay true, and the check derives them.
@Suite struct GivenWorkPlanTests {
    private func plan(_ scenario: Scenario) throws -> (result: PlanResult, review: RosterReview, isProved: Bool) {
        let result = try Planner(scenario, parameters: PlanParameters(work: 20_000)).plan(clock: { 0 })
        let review = RosterChecker.check(result.roster, against: scenario)
        return (result, review, result.certificateReview(for: scenario, review).isProved)
    }

    /// Friday to Monday, a need each evening, one agent.
    private func town(_ busy: [(day: Int, start: String, end: String)], _ rules: (inout Regime) -> Void) -> Scenario {
        var town = TinyScenario(first: "2026-10-09", days: 4)
        rules(&town.regime)
        town.shift("late", "18:00", "24:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "20:00", "24:00")
        town.agent("m1", busy: busy.map { town.busy($0.day, $0.start, $0.end) })
        return town.scenario
    }

    @Test func `a training on a Sunday leaves the other evenings`() throws {
        let scenario = town([(2, "09:00", "12:00")]) {
            $0.sundaysOff = SundaysOff(off: 1, ofSundays: 1, source: TinyScenario.source)
        }
        let (result, review, isProved) = try plan(scenario)
        #expect(review.isLawful && isProved)
        #expect(result.roster.shifts.map(\.day) == [0, 1, 3])
        #expect(result.levels.points == 24_000 && result.agentsWithoutLine.isEmpty)
    }

    @Test func `a week that given work has filled gives an empty line and a true bound`() throws {
        let scenario = town([(0, "08:00", "16:00"), (1, "08:00", "16:00")]) {
            $0.maximumCivilWeek = MaximumCivilWeek(minutes: 900, source: TinyScenario.source)
        }
        let (result, review, isProved) = try plan(scenario)
        #expect(review.isLawful && isProved)
        #expect(result.roster.shifts.isEmpty && result.agentsWithoutLine == [AgentID(0)])
        // The check would let the agent work on the Monday of the next week.
        let truth = BruteForce.optimum(scenario).points
        #expect(truth == 72_000 && result.levels.points == 96_000 && result.bound(.points) <= truth)
    }

    @Test("random towns with given work, contracts and constituted teams", arguments: 0..<4)
    func boundsHold(_ block: Int) throws {
        for seed in UInt64(1000 + block * 25)..<UInt64(1025 + block * 25) {
            let scenario = RandomTinyScenario(withTeam: seed).scenario
            // A published roster that breaks the rules leaves its agents at home, where the check still counts them.
            guard scenario.published == nil else { continue }
            let (result, review, isProved) = try plan(scenario)
            let truth = BruteForce(scenario)
            #expect(isProved, "seed \(seed)")
            #expect(result.bound(.points) <= truth.optimum.points, "seed \(seed)")
            #expect(result.bound(.lateMinutes) <= truth.optimum.lateMinutes, "seed \(seed)")
            #expect(result.levels.points >= truth.optimum.points, "seed \(seed)")
            // Pins against the rules leave no lawful roster.
            if result.agentsWithoutLine.isEmpty { #expect(review.isLawful, "seed \(seed): \(review.violations)") }
        }
    }
}
