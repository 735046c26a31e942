import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Bounds that musters make exact: hand-computed towns on which blocks and lines alone stay below the optimum.
@Suite struct MusterBoundTests {
    private func bound(_ scenario: Scenario) throws -> Int {
        let problem = PlanProblem(scenario, threads: 1)
        let model = CoverModel(problem, objective: .points, form: .staffings, threads: 1)
        let dual = ProximalDual(evaluator: DualEvaluator(problem: problem, model: model, threads: 1))
        var best: DualPoint?
        dual.run(passLimit: 500, shouldStop: { false }) { best = $0.best }
        return try #require(best).bound
    }

    @Test("three agents make one pair in two sectors, not a pair and a half")
    func oddGroup() throws {
        let town = TinyScenario.threeForTwoSectors
        #expect(try bound(town.scenario) == 24_000)
    }
}
