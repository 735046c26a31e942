import RosterCheck
import RosterModel
import TestSupport
import Testing

/// The reading of a roster as a whole.
@Suite struct RosterCheckerTests {
    /// Two agents, a need of one pair from 20:00 to 24:00 on each of three days.
    private var town: TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.regime.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source)
        town.shift("early", "06:00", "14:00")
        town.shift("late", "18:00", "24:00", breakMinutes: 20)
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        town.agent("m1")
        town.agent("m2")
        return town
    }

    @Test func `an empty roster breaks nothing and covers nothing`() {
        let scenario = town.scenario
        let review = RosterChecker.check(Roster(shifts: []), against: scenario)
        #expect(review.violations.isEmpty && review.isLawful)
        // 3 days × 4 h × 60 min × weight 1.00.
        #expect(review.coverage.levels.points == 3 * 240 * 100)
        #expect(review.coverage.weightedDemand == 72_000)
        #expect(review.coverage.lateMissingMinutes == 720 && review.coverage.nobodyMinutes == 720)
    }

    @Test func `a lone agent counts for nothing and a pair covers the evening`() {
        let scenario = town.scenario
        let duty = Duty(scenario)
        let alone = RosterChecker.check(Roster(shifts: [duty("m1", 0, "late")]), against: scenario)
        #expect(alone.coverage.levels.points == 72_000)
        let pair = RosterChecker.check(
            Roster(shifts: [duty("m1", 0, "late"), duty("m2", 0, "late")]), against: scenario)
        #expect(pair.coverage.levels.points == 48_000)
        #expect(pair.coverage.workedMinutes == [340, 340])
        // Both are surplus from 18:00 to 20:00.
        #expect(pair.coverage.levels.overlapMinutes == 240)
    }

    @Test func `rest is measured from the end of one shift to the start of the next`() {
        let scenario = town.scenario
        let duty = Duty(scenario)
        let review = RosterChecker.check(
            Roster(shifts: [duty("m1", 0, "late"), duty("m1", 1, "early")]), against: scenario)
        #expect(
            review.violations == [
                Violation(
                    rule: .dailyRest, agent: AgentID(0), day: 1, measured: 360, limit: 660, unit: .minutes,
                    article: "test article", days: [0, 1])
            ])
    }

    @Test func `rules that look back are listed with the agents of whom nothing is known`() {
        let review = RosterChecker.check(Roster(shifts: []), against: town.scenario)
        #expect(review.unverifiable == [UnverifiableRule(rule: .dailyRest, agents: [AgentID(0), AgentID(1)])])
    }
}
