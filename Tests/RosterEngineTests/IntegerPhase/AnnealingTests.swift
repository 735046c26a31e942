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

    /// No line of one agent alone is worth anything here.
    @Test(
        "lines drawn for a whole crew fill teams of three that no single line can begin, and never cost more without heat"
    )
    func crewLinesFillTeams() {
        var town = TinyScenario(first: "2026-10-05", days: 6)
        town.regime.consecutiveDays = ConsecutiveDays(days: 3, source: TinyScenario.source)
        town.shift("night", "20:00", "28:00")
        town.kind("trio", [.init(3, ["m"])])
        town.need(kinds: ["trio"], "20:00", "28:00")
        for number in 0..<3 { town.agent("m\(number)") }
        let scenario = town.scenario
        let problem = PlanProblem(scenario, threads: 1)
        let model = CoverModel(problem, objective: .points, form: .staffings, threads: 1)
        let state = SearchState(problem: problem, model: model)
        let empty = state.cost
        let annealing = Annealing(state: state, seed: 1, stream: 1)
        for _ in 0..<20 { annealing.drawLine(0) }
        #expect(state.cost == empty)
        var cost = empty
        for _ in 0..<40 {
            annealing.drawCrewLines(0)
            #expect(state.cost <= cost)
            cost = state.cost
            let now = RosterChecker.check(problem.roster(state.lines), against: scenario)
            #expect(now.isLawful && now.coverage.levels.points == cost)
        }
        // One night of the six stays empty: nobody works more than three in a row.
        #expect(cost * 6 == empty)
    }
}
