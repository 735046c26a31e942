import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Soft rules ask nothing of a plan.
@Suite struct SoftRulePlanTests {
    /// One agent, an evening to be covered on each of three days; two days in a row are allowed, or wished for.
    private func town(_ level: RuleSource.Level) -> Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        var ruled = town.regime
        ruled.consecutiveDays = ConsecutiveDays(days: 2, source: RuleSource(level: level, article: "charte"))
        if level == .soft { town.regime.wished = ruled } else { town.regime = ruled }
        town.shift("late", "20:00", "24:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "20:00", "24:00")
        town.agent("m1")
        return town.scenario
    }

    @Test func `a wish binds neither the plan nor the bound, the same rule as a local one binds both`() throws {
        for (level, points) in [(RuleSource.Level.soft, 0), (.local, 24_000)] {
            let scenario = town(level)
            let result = try Planner(scenario, parameters: PlanParameters(work: 5_000)).plan(clock: { 0 })
            #expect(result.levels.points == points && result.bound(.points) == points)
            let review = RosterChecker.check(result.roster, against: scenario)
            #expect(review.isLawful)
            #expect(review.softBreaches.map(\.measured) == (level == .soft ? [3] : []))
            #expect(result.certificateReview(for: scenario, review).isProved)
        }
    }
}
