import GLPKSolver
import LinearProgramming
import RosterEngine
import RosterModel
import TestSupport
import Testing

@Suite struct DualMethodTests {
    private static func bound(_ method: any DualMethod, passes: Int = 2000) throws -> DualPoint {
        var best: DualPoint?
        try method.run(passLimit: passes, shouldStop: { false }) { best = $0.best }
        return try #require(best)
    }

    /// Prices of a random tiny town; nil when it needs nobody.
    private static func evaluator(_ number: Int) -> DualEvaluator? {
        let problem = PlanProblem(RandomTinyScenario(seed: UInt64(number)).scenario, threads: 1)
        let model = CoverModel(problem, objective: .points, form: .staffings, threads: 1)
        return model.demand > 0 ? DualEvaluator(problem: problem, model: model, threads: 1) : nil
    }

    @Test("the simplex master and the proximal dual end at the same bound to 0.1 %", arguments: 1...40)
    func enginesAgree(_ number: Int) throws {
        guard let evaluator = Self.evaluator(number) else { return }
        let proximal = try Self.bound(ProximalDual(evaluator: evaluator))
        let simplex = try Self.bound(SimplexMaster(evaluator: evaluator, solver: GLPKSolver()))
        let difference = abs(proximal.exactBound - simplex.exactBound)
        #expect(difference <= max(1, abs(simplex.exactBound) / 1000), "\(proximal.bound) against \(simplex.bound)")
    }

    @Test(
        "taking over from a few passes of the proximal dual, the simplex master ends at the value of the linear program",
        arguments: 1...40)
    func crossoverEndsAtTheSameValue(_ number: Int) throws {
        guard let evaluator = Self.evaluator(number) else { return }
        var values: [Double] = []
        for method in [
            SimplexMaster(evaluator: evaluator, solver: GLPKSolver()),
            SimplexMaster(
                evaluator: evaluator, solver: GLPKSolver(), start: ProximalDual(evaluator: evaluator), startPasses: 3),
        ] {
            var last: DualProgress?
            try method.run(passLimit: 2000, shouldStop: { false }) { last = $0 }
            let end = try #require(last)
            let value = try #require(end.value)
            let bound = Double(try #require(end.best).exactBound) / Double(evaluator.scale)
            // The master is feasible, so its value is no less than any bound; both meet at the end.
            #expect(value >= bound - 1e-6 * max(1, value))
            #expect(value - bound <= max(1, 0.001 * value), "\(value) against \(bound)")
            values.append(value)
        }
        #expect(abs(values[0] - values[1]) <= max(1, 0.001 * values[0]), "\(values)")
    }

    @Test(
        "the program written for other solvers has the value of the bound, limits on whole teams included",
        arguments: 1...30)
    func programHasTheValueOfTheBound(_ number: Int) throws {
        guard let evaluator = Self.evaluator(number) else { return }
        let simplex = SimplexMaster(evaluator: evaluator, solver: GLPKSolver())
        // Limits on whole teams are added to the evaluator, which the simplex master is to have without.
        let proximal = ProximalDual(evaluator: try #require(Self.evaluator(number)))
        let points = try [
            Self.bound(simplex),
            {
                var best: DualPoint?
                proximal.runWithCuts(passLimit: 3000, shouldStop: { false }) { best = $0.best }
                return try #require(best)
            }(),
        ]
        for (method, point) in zip([simplex, proximal] as [any DualMethod], points) {
            let solution = try GLPKSolver().solve(method.program)
            try #require(solution.termination == .optimal)
            let bound = Double(point.exactBound) / Double(point.scale)
            #expect(solution.objective >= bound - 1e-6 * max(1, bound))
            #expect(solution.objective - bound <= max(2, 0.002 * bound), "\(solution.objective) against \(bound)")
        }
    }

    @Test(
        "merging slots of a segment loses nothing: merged and slot-by-slot models have the same value",
        arguments: 1...40)
    func mergedSlotsAreEquivalent(_ number: Int) throws {
        let scenario = RandomTinyScenario(seed: UInt64(number)).scenario
        let problem = PlanProblem(scenario, threads: 1)
        let values = try [true, false].map { merged in
            let model = CoverModel(problem, objective: .points, form: .slots(merged: merged), threads: 1)
            let evaluator = DualEvaluator(problem: problem, model: model, threads: 1)
            return Double(try Self.bound(SimplexMaster(evaluator: evaluator, solver: GLPKSolver())).exactBound)
                / Double(evaluator.scale)
        }
        // Prices of a merged segment are rounded once, those of its slots one by one: up to half a price unit a row.
        let rows = CoverModel(problem, objective: .points, form: .slots(merged: false), threads: 1).priceCount
        #expect(abs(values[0] - values[1]) <= Double(rows) + 0.001 * abs(values[0]), "\(values)")
    }

    @Test("any prices prove a valid bound, and no bound of them exceeds the optimum", arguments: 1...30)
    func randomPricesAreValid(_ number: Int) {
        let scenario = RandomTinyScenario(seed: UInt64(number)).scenario
        let truth = BruteForce.optimum(scenario)
        let problem = PlanProblem(scenario, threads: 1)
        var random = SplitMix(seed: UInt64(number))
        for form in [CoverModel.Form.staffings, .slots(merged: true)] {
            let model = CoverModel(problem, objective: .points, form: form, threads: 1)
            let evaluator = DualEvaluator(problem: problem, model: model, threads: 1)
            for _ in 0..<20 {
                let prices = (0..<model.priceCount).map { _ in Double(random.number(0...60_000)) }
                #expect(evaluator.evaluate(evaluator.rounded(prices)).point.bound <= truth.points)
            }
        }
    }
}
