import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Dives of the dual on a shipped town.
@Suite struct DiveTests {
    private let scenario: Scenario
    private let problem: PlanProblem
    private let model: CoverModel
    private let dual: ProximalDual
    private let bound: Int
    private let leaningCount: Int

    init() throws {
        scenario = try Scenario.shipped("petite-ville")
        problem = PlanProblem(scenario, threads: 1)
        model = CoverModel(problem, objective: .points, form: .staffings, threads: 1)
        dual = ProximalDual(evaluator: DualEvaluator(problem: problem, model: model, threads: 1))
        var best: DualPoint?
        dual.run(passLimit: 400, shouldStop: { false }) { best = $0.best }
        bound = try #require(best).bound
        leaningCount = problem.boundClasses.count * scenario.axis.dayCount * problem.dutyCount
    }

    /// What staffings leave uncovered.
    private func uncovered(_ staffings: [Int]) -> Int {
        zip(model.blocks, staffings).reduce(0) { $0 + Int($1.0.costs[$1.1]) }
    }

    @Test("a dive chooses a staffing of every night block and tells what they leave uncovered")
    func choosesStaffings() throws {
        let dive = try #require(dual.dive(passLimit: 240, random: nil, shouldStop: { false }))
        #expect(dive.staffings.count == model.blocks.count)
        #expect(zip(dive.staffings, model.blocks).allSatisfy { $0 >= 0 && $0 < $1.count })
        #expect(dive.cost == uncovered(dive.staffings))
        // Near the bound, with people asked for who are there or nearly.
        #expect(dive.cost < bound * 3 / 2, "\(dive.cost) against \(bound)")
        #expect(dive.leaning.count == leaningCount)
        #expect(dive.leaning.contains { $0 > 0 } && dive.leaning.allSatisfy { $0 >= 0 })
    }

    @Test("the staffings of a roster leave uncovered what the roster does")
    func staffingsOfRoster() throws {
        let annealing = Annealing(state: SearchState(problem: problem, model: model), seed: 1, stream: 0)
        annealing.run(progress: { min(1, Double($0) / 60_000) }, onImprovement: { _, _ in })
        let staffings = model.staffings(of: annealing.bestLines, problem)
        let cost = uncovered(staffings)
        let review = RosterChecker.check(problem.roster(annealing.bestLines), against: scenario)
        #expect(cost == review.coverage.levels.points && review.isLawful)
        #expect(cost < model.demand)
    }

    @Test("a dive over a window keeps the other staffings and decides all of its own")
    func keepsStaffings() throws {
        let whole = try #require(dual.dive(passLimit: 240, random: nil, shouldStop: { false }))
        let window = 5..<12
        let kept = zip(model.blocks, whole.staffings).map { window.contains($0.day) ? nil : $1 }
        var changed = 0
        for seed in UInt64(1)...3 {
            let random = RandomSource(seed: seed, stream: 2)
            let dive = try #require(dual.dive(passLimit: 80, random: random, keeping: kept, shouldStop: { false }))
            #expect(zip(dive.staffings, kept).allSatisfy { $1 == nil || $0 == $1 })
            #expect(zip(dive.staffings, model.blocks).allSatisfy { $0 >= 0 && $0 < $1.count })
            #expect(dive.cost == uncovered(dive.staffings))
            changed += zip(dive.staffings, whole.staffings).count { $0 != $1 }
        }
        #expect(changed > 0)
    }

    @Test("a dive leaves the dual as it was, so that the same draws give the same staffings")
    func leavesTheDual() throws {
        func dive(_ seed: UInt64) throws -> Dive {
            let random = RandomSource(seed: seed, stream: 1)
            return try #require(dual.dive(passLimit: 60, random: random, shouldStop: { false }))
        }
        let (first, other, again) = (try dive(1), try dive(2), try dive(1))
        #expect(first.staffings == again.staffings)
        #expect(first.leaning == again.leaning)
        #expect(first.staffings != other.staffings)
        var best: DualPoint?
        dual.run(passLimit: 1, shouldStop: { false }) { best = $0.best }
        #expect(try #require(best).bound >= bound)
    }

    @Test("a dive that is stopped gives nothing")
    func stops() {
        #expect(dual.dive(passLimit: 60, random: nil, shouldStop: { true }) == nil)
    }
}
