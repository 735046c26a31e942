import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Plans with constituted teams.
@Suite struct ConstitutedTeamPlanTests {
    private func plan(_ scenario: Scenario, work: Int = 60_000) throws -> (PlanResult, RosterReview) {
        let result = try Planner(scenario, parameters: PlanParameters(work: work)).plan(clock: { 0 })
        return (result, RosterChecker.check(result.roster, against: scenario))
    }

    /// Two sectors that need one agent each from 20:00 to 24:00, on one day: 24,000 points each.
    private func twoSectors(team: String?) -> Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.sectors = ["a", "b"]
        town.shift("late", "20:00", "24:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need("a", kinds: ["alone"], "20:00", "24:00")
        town.need("b", kinds: ["alone"], "20:00", "24:00")
        town.agent("m1", teamKey: team)
        town.agent("m2", teamKey: team)
        return town.scenario
    }

    @Test func `members cannot be in two sectors at once`() throws {
        let free = try plan(twoSectors(team: nil))
        #expect(free.0.levels.points == 0)
        let tied = try plan(twoSectors(team: "est"))
        #expect(tied.1.isLawful && tied.0.levels.points == 24_000)
        #expect(tied.0.bound(.points) <= 24_000)
    }

    @Test func `a member works on while another is absent`() throws {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.shift("late", "20:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        town.agent("m1", teamKey: "est", absences: [.init(days: 1..<2)])
        town.agent("m2", teamKey: "est")
        town.agent("m3")
        let (result, review) = try plan(town.scenario)
        #expect(review.isLawful && result.levels.points == 0)
        let working = result.roster.shifts.filter { $0.agent == AgentID(1) }.map(\.day)
        #expect(working == [0, 1, 2])
    }

    @Test func `pins of all members are kept, and an accepted one parts them`() throws {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.shift("late", "20:00", "24:00")
        town.shift("early", "08:00", "12:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        town.agent("m1", teamKey: "est")
        town.agent("m2", teamKey: "est")
        town.pin("m1", day: 0, shift: "late")
        town.pin("m2", day: 0, shift: "late")
        town.pin("m2", day: 2, shift: "early", reason: "tuteur")
        let (result, review) = try plan(town.scenario)
        #expect(review.isLawful, "\(review.violations)")
        // The pair covers two of three nights.
        #expect(result.levels.points == 24_000)
    }

    @Test("random towns with a team stay lawful, and no bound is above the free optimum", arguments: 1...4)
    func staysLawful(_ block: Int) throws {
        for seed in UInt64(block * 25)..<UInt64(block * 25 + 25) {
            var scenario = RandomTinyScenario(seed: seed).scenario
            let pinned = Set(scenario.pins.map(\.agent.value))
            for index in 0..<2 where scenario.agents[index].minimumMinutes == 0 && !pinned.contains(index) {
                scenario.agents[index] = scenario.agents[index].changed(teamKey: "est")
            }
            let (result, review) = try plan(scenario, work: 20_000)
            #expect(review.isLawful, "seed \(seed): \(review.violations)")
            #expect(review.coverage.levels == result.levels, "seed \(seed)")
            let proof = result.certificateReview(for: scenario, review)
            #expect(proof.isProved, "seed \(seed): \(proof.proofs)")
            #expect(result.bound(.points) <= result.levels.points, "seed \(seed)")
        }
    }
}
