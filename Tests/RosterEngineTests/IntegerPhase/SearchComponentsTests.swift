import RosterEngine
import RosterModel
import TestSupport
import Testing

@Suite struct SearchComponentsTests {
    @Test("two halves that one agent of twelve links are two parts, and he is in both")
    func linkedHalves() {
        // Sectors 0 and 1 share five agents, 2 and 3 six; the last one may work in 1 and 2.
        let sectors = Array(repeating: [0, 1], count: 5) + Array(repeating: [2, 3], count: 6) + [[1, 2]]
        let parts = SearchComponents(sectorsOfAgent: sectors, sectorCount: 4).agents
        #expect(parts.map(Set.init) == [Set([0, 1, 2, 3, 4, 11]), Set(5...11)])
    }

    @Test("a town whose halves share a sixth of the agents is one part")
    func manyLinks() {
        let sectors = Array(repeating: [0], count: 5) + Array(repeating: [1], count: 5) + [[0, 1], [0, 1]]
        #expect(SearchComponents(sectorsOfAgent: sectors, sectorCount: 2).agents == [Array(0..<12)])
    }

    @Test("agents who are not planned are in no part")
    func unplanned() {
        #expect(SearchComponents(sectorsOfAgent: [[0], [], [0]], sectorCount: 1).agents == [[0, 2]])
    }

    @Test("each part of two rosters is taken from the one where it is better")
    func combine() {
        // Two sectors without a common agent, one need of an hour a night in each; one roster serves a, the other b.
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.sectors = ["a", "b"]
        town.shift("late", "20:00", "21:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need("a", kinds: ["alone"], "20:00", "21:00")
        town.need("b", kinds: ["alone"], "20:00", "21:00")
        town.agent("m1", sectors: ["a"])
        town.agent("m2", sectors: ["b"])
        let problem = PlanProblem(town.scenario, threads: 1)
        let model = CoverModel(problem, objective: .points, form: .staffings, threads: 1)
        let state = SearchState(problem: problem, model: model)
        func roster(working agent: Int) -> (lines: [[Int?]], cost: Int) {
            var lines = [[Int?]](repeating: [nil, nil], count: 2)
            for day in 0..<2 {
                lines[agent][day] = (0..<problem.dutyCount).first {
                    problem.workedShift(agent: AgentID(agent), day: day, duty: $0)?.stages[0].sector.value == agent
                }
            }
            state.load(lines)
            return (lines, state.cost)
        }
        let (first, second) = (roster(working: 0), roster(working: 1))
        #expect(first.cost > 0 && first.cost == second.cost)
        let best = SearchComponents(problem).combine(first, second, in: state)
        #expect(best.cost == 0)
        state.load(best.lines)
        #expect(state.cost == 0)
    }
}
