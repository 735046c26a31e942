import GLPKSolver
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// The two LP engines on a shipped town.
@Suite struct ShippedTownBoundTests {
    @Test(
        "the master that GLPK solves, alone or as crossover, has the value of the proximal dual's bound to 0.1 %",
        arguments: ["petite-ville", "petite-ville-mars"])
    func enginesAgree(_ town: String) throws {
        let problem = PlanProblem(try Scenario.shipped(town), threads: 1)
        for objective in [BoundObjective.points, .lateMinutes] {
            let model = CoverModel(problem, objective: objective, form: .staffings, threads: 1)
            let evaluator = DualEvaluator(problem: problem, model: model, threads: 1)
            var point: DualPoint?
            ProximalDual(evaluator: evaluator).run(passLimit: 2000, shouldStop: { false }) { point = $0.best }
            let proximal = try #require(point)
            let bound = Double(proximal.exactBound) / Double(proximal.scale)
            for master in [
                SimplexMaster(evaluator: evaluator, solver: GLPKSolver()),
                SimplexMaster(evaluator: evaluator, solver: GLPKSolver(), start: ProximalDual(evaluator: evaluator)),
            ] {
                var end: DualProgress?
                try master.run(passLimit: 2000, shouldStop: { false }) { end = $0 }
                // A feasible solution of the linear program: no bound can be above it.
                let value = try #require(end?.value)
                #expect(value >= bound - 1e-6 * value, "\(objective): \(value) against \(bound)")
                #expect(value - bound <= 0.001 * value, "\(objective): \(value) against \(bound)")
            }
        }
    }

    @Test("whole staffings give a tighter bound than the slot form")
    func staffingsAreTighter() throws {
        let problem = PlanProblem(try Scenario.shipped("petite-ville"), threads: 1)
        let bounds = try [CoverModel.Form.staffings, .slots(merged: true)].map { form in
            let model = CoverModel(problem, objective: .points, form: form, threads: 1)
            let method = ProximalDual(evaluator: DualEvaluator(problem: problem, model: model, threads: 1))
            var best: DualPoint?
            method.run(passLimit: 1000, shouldStop: { false }) { best = $0.best }
            return try #require(best).bound
        }
        #expect(bounds[0] > bounds[1], "\(bounds)")
    }

    private static func bound(_ scenario: Scenario) throws -> Int {
        let problem = PlanProblem(scenario, threads: 1)
        let model = CoverModel(problem, objective: .points, form: .staffings, threads: 1)
        let method = ProximalDual(evaluator: DualEvaluator(problem: problem, model: model, threads: 1))
        var best: DualPoint?
        method.run(passLimit: 2000, shouldStop: { false }) { best = $0.best }
        return try #require(best).bound
    }

    @Test("musters make the bound of the small town exact: 564,000 points, proved by the peers as well")
    func smallTownIsProved() throws {
        #expect(try Self.bound(.shipped("petite-ville")) == 564_000)
    }

    @Test("rounds tie sectors together: a night brigade with two rounds is bounded above what sectors alone allow")
    func roundsTieSectors() throws {
        var scenario = try Scenario.shipped("ville-moyenne")
        let east: Set = ["centre", "acacias", "bellevue", "moulin", "coteaux", "faubourg"]
        let brigade = Set((1...6).map { "pn-0\($0)" })
        scenario.agents = scenario.agents.filter { brigade.contains($0.id) }
        scenario.requirements = scenario.requirements.filter { east.contains(scenario[$0.sector].id) }
        let bound = try Self.bound(scenario)
        // Sector by sector the linear program stands at 15,834,000; HiGHS proves 16,062,000 optimal.
        #expect(bound >= 15_900_000 && bound <= 16_062_000, "\(bound)")
    }
}
