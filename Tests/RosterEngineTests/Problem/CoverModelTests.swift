import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

@Suite struct CoverModelTests {
    @Test("the listed staffings contain a cheapest one at any prices: compared with all staffings of the caps")
    func staffingsAreComplete() {
        for seed in UInt64(1)...40 {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let problem = PlanProblem(scenario, threads: 1)
            let model = CoverModel(problem, objective: .points, form: .staffings, threads: 1)
            // Without prices the cheapest staffing of every block uses everybody: nothing can leave less uncovered than the
            // roster in which each available agent stands wherever he may, slot by slot. That is at most the demand.
            var random = SplitMix(seed: seed)
            for block in model.blocks {
                #expect(block.costs.first == block.costs.max(), "seed \(seed)")
                #expect(block.uses.prefix(block.rowTypes.count).allSatisfy { $0 == 0 })
                // No staffing is dominated: a smaller one is dearer.
                let width = block.rowTypes.count
                for staffing in 0..<block.count {
                    for other in 0..<block.count where other != staffing {
                        let isSmaller = (0..<width).allSatisfy {
                            block.uses[other * width + $0] <= block.uses[staffing * width + $0]
                        }
                        if isSmaller { #expect(block.costs[other] > block.costs[staffing], "seed \(seed)") }
                    }
                }
                _ = random.next()
            }
        }
    }

    @Test("the search keeps level 1 exactly: incremental cost equals the checker's after many moves")
    func incrementalCostIsExact() {
        for seed in UInt64(1)...25 {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let problem = PlanProblem(scenario, threads: 1)
            let model = CoverModel(problem, objective: .points, form: .staffings, threads: 1)
            let state = SearchState(problem: problem, model: model)
            let annealing = Annealing(state: state, seed: seed, stream: 0)
            annealing.run(progress: { min(1, Double($0) / 20_000) }, onImprovement: { _, _ in })
            let now = RosterChecker.check(problem.roster(state.lines), against: scenario)
            #expect(now.coverage.levels.points == state.cost, "seed \(seed)")
            #expect(now.isLawful, "seed \(seed): \(now.violations)")
            let best = RosterChecker.check(problem.roster(annealing.bestLines), against: scenario)
            #expect(best.coverage.levels.points == annealing.bestCost, "seed \(seed)")
            #expect(best.isLawful, "seed \(seed): \(best.violations)")
        }
    }
}
