import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

@Suite struct AnnealingTests {
    @Test("a line drawn without heat is the agent's best answer to everybody else: compared with all his lines")
    func drawnLineIsBestResponse() {
        var compared = 0
        for seed in UInt64(1)...20 {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let problem = PlanProblem(scenario, threads: 1)
            let model = CoverModel(problem, objective: .points, form: .staffings, threads: 1)
            let state = SearchState(problem: problem, model: model)
            Annealing(state: state, seed: seed, stream: 0)
                .run(progress: { min(1, Double($0) / 2048) }, onImprovement: { _, _ in })
            let enumeration = LineEnumeration(scenario)
            for (number, agent) in scenario.agents.enumerated()
            where agent.teamKey == nil && !problem.agentsWithoutLine.contains(AgentID(number)) {
                let lines = enumeration.lines(of: AgentID(number))
                guard lines.lines.count <= 200 else { continue }
                let others = problem.roster(state.lines).shifts.filter { $0.agent.value != number }
                let costs = lines.lines.map { line in
                    RosterChecker.check(Roster(shifts: others + lines.shifts(line)), against: scenario)
                        .coverage.levels.points
                }
                Annealing(state: state, seed: seed, stream: 1, agents: [number]).drawLine(0)
                #expect(state.cost == costs.min(), "seed \(seed), agent \(agent.id)")
                let now = RosterChecker.check(problem.roster(state.lines), against: scenario)
                #expect(now.isLawful && now.coverage.levels.points == state.cost, "seed \(seed), agent \(agent.id)")
                if Set(costs).count > 1 { compared += 1 }
            }
        }
        // Most agents can make a difference, else the test would say nothing.
        #expect(compared >= 20)
    }
}
