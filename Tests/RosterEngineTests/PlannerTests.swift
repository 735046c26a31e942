import GLPKSolver
import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// The engine against the truth: all lawful rosters of small towns, enumerated.
@Suite struct PlannerTests {
    /// 210 towns in blocks, so that a failure names its seed and the work is spread over the cores.
    static let blocks = stride(from: 1, through: 210, by: 15).map { UInt64($0)..<UInt64($0 + 15) }

    private static func plan(
        _ scenario: Scenario, form: PlanParameters.BoundForm, merged: Bool, engine: PlanParameters.LPEngine, work: Int
    ) throws -> PlanResult {
        var parameters = PlanParameters(work: work, threads: 1, seed: 1, lpEngine: engine, boundForm: form)
        parameters.mergesSlots = merged
        return try Planner(scenario, parameters: parameters, solver: GLPKSolver()).plan(clock: { 0 })
    }

    @Test(
        "rosters are lawful, never below the optimum, and no bound of any form or engine is above it", arguments: blocks
    )
    func agreesWithBruteForce(_ seeds: Range<UInt64>) throws {
        var optimal = 0
        for seed in seeds {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let truth = BruteForce.optimum(scenario)
            for (form, merged, engine, work) in [
                (PlanParameters.BoundForm.staffings, true, PlanParameters.LPEngine.proximal, 200_000),
                (.staffings, true, .glpk, 5_000), (.slots, true, .proximal, 5_000), (.slots, false, .proximal, 5_000),
            ] {
                let result = try Self.plan(scenario, form: form, merged: merged, engine: engine, work: work)
                let review = RosterChecker.check(result.roster, against: scenario)
                #expect(review.isLawful, "seed \(seed): \(review.violations)")
                #expect(review.coverage.levels == result.levels, "seed \(seed)")
                #expect(result.levels.points >= truth.points, "seed \(seed)")
                #expect(result.bound(.points) <= truth.points, "seed \(seed), \(form), merged \(merged), \(engine)")
                #expect(result.bound(.lateMinutes) <= truth.lateMinutes, "seed \(seed), \(form), \(engine)")
                if work == 200_000, result.levels.points == truth.points { optimal += 1 }
                let proof = result.certificateReview(for: scenario, review)
                #expect(proof.isProved, "seed \(seed), \(form), merged \(merged), \(engine): \(proof.proofs)")
            }
        }
        // A heuristic on 200,000 moves: it may miss one in ten.
        #expect(optimal >= seeds.count * 9 / 10)
    }

    @Test(
        "one and two threads give the same roster and the same proofs for the same seed and work",
        arguments: [1, 7, 19])
    func isDeterministic(_ seed: UInt64) throws {
        let scenario = RandomTinyScenario(seed: seed).scenario
        let results = try [1, 2, 2].map { threads in
            try Planner(scenario, parameters: PlanParameters(work: 60_000, threads: threads, seed: seed))
                .plan(clock: { 0 })
        }
        for result in results.dropFirst() {
            #expect(result.roster.hash(in: scenario) == results[0].roster.hash(in: scenario))
            #expect(result.proofs.map(\.bound) == results[0].proofs.map(\.bound))
        }
    }

    @Test("a raised stop request ends the plan with a lawful roster")
    func stopsOnRequest() throws {
        let scenario = RandomTinyScenario(seed: 3).scenario
        let stop = StopFlag()
        stop.raise()
        let result = try Planner(scenario, parameters: PlanParameters(threads: 2)).plan(clock: { 0 }, stop: stop)
        #expect(RosterChecker.check(result.roster, against: scenario).isLawful)
        #expect(result.status == .interrupted || result.status == .optimal)
    }

    @Test("one more agent never raises the optimum nor the bound")
    func moreAgentsAreNeverWorse() throws {
        for seed in UInt64(1)...12 {
            let scenario = RandomTinyScenario(seed: seed).scenario
            guard let first = scenario.agents.first else { continue }
            var larger = scenario
            larger.agents.append(
                Agent(
                    id: "extra", employer: first.employer, profession: first.profession, regime: first.regime,
                    type: first.type, maximumMinutes: first.maximumMinutes, availableMinutes: first.availableMinutes,
                    sectors: first.sectors, shifts: first.shifts, qualifications: first.qualifications))
            let before = try Self.plan(scenario, form: .staffings, merged: true, engine: .proximal, work: 60_000)
            let after = try Self.plan(larger, form: .staffings, merged: true, engine: .proximal, work: 60_000)
            #expect(after.bound(.points) <= before.levels.points, "seed \(seed)")
            #expect(after.levels.points <= before.levels.points, "seed \(seed)")
        }
    }
}
