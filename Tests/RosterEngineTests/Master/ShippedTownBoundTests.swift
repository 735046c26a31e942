import Foundation
import GLPKSolver
import RosterEngine
import RosterIO
import RosterModel
import Testing

/// The two LP engines on a shipped town.
@Suite struct ShippedTownBoundTests {
    private static func read(_ name: String) throws -> Scenario {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try ScenarioReader.read(folder: root.appendingPathComponent("Scenarios/\(name)"), language: .english)
            .scenario
    }

    @Test(
        "the simplex master and the proximal dual give the same bound to 0.1 %",
        arguments: ["petite-ville", "petite-ville-mars"])
    func enginesAgree(_ town: String) throws {
        let problem = PlanProblem(try Self.read(town), threads: 1)
        for objective in [BoundObjective.points, .lateMinutes] {
            let model = CoverModel(problem, objective: objective, form: .staffings, threads: 1)
            let evaluator = DualEvaluator(problem: problem, model: model, threads: 1)
            var exact: [Int] = []
            for method in [
                ProximalDual(evaluator: evaluator), SimplexMaster(evaluator: evaluator, solver: GLPKSolver()),
            ] as [any DualMethod] {
                var last: DualPoint?
                try method.run(passLimit: 2000, shouldStop: { false }) { last = $0.best }
                exact.append(try #require(last).exactBound)
            }
            #expect(abs(exact[0] - exact[1]) * 1000 <= exact[1], "\(objective): \(exact)")
        }
    }

    @Test("whole staffings give a tighter bound than the slot form")
    func staffingsAreTighter() throws {
        let problem = PlanProblem(try Self.read("petite-ville"), threads: 1)
        let bounds = try [CoverModel.Form.staffings, .slots(merged: true)].map { form in
            let model = CoverModel(problem, objective: .points, form: form, threads: 1)
            let method = ProximalDual(evaluator: DualEvaluator(problem: problem, model: model, threads: 1))
            var best: DualPoint?
            method.run(passLimit: 1000, shouldStop: { false }) { best = $0.best }
            return try #require(best).bound
        }
        #expect(bounds[0] > bounds[1], "\(bounds)")
    }
}
