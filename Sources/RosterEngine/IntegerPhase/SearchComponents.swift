import RosterModel

/// Parts of a town that share hardly any agent.
///
/// Parts have their best rosters at different times of one annealing, so each is annealed by itself and the best of each
/// kept.
package struct SearchComponents {
    /// Agents by part, in order; those who link two parts are in both.
    package let agents: [[Int]]

    /// Largest share of agents who may link parts.
    private static let mostLinking = 0.1

    /// Finds the parts.
    ///
    /// Sectors that more than `k` agents have in common are joined, with the smallest `k` that leaves two parts or more.
    ///
    /// - Parameter sectorsOfAgent: Where each agent may be present; empty for who is not planned.
    /// - Returns: One part with all planned agents when too many would link.
    package init(sectorsOfAgent: [[Int]], sectorCount: Int) {
        let planned = sectorsOfAgent.indices.filter { !sectorsOfAgent[$0].isEmpty }
        var shared = Array(repeating: 0, count: sectorCount * sectorCount)
        for sectors in sectorsOfAgent {
            for first in sectors {
                for second in sectors where second != first { shared[first * sectorCount + second] += 1 }
            }
        }
        let most = Int(Self.mostLinking * Double(planned.count))
        for limit in 0...most {
            var part = Array(0..<sectorCount)
            for pair in shared.indices where shared[pair] > limit {
                let (kept, gone) = (part[pair / sectorCount], part[pair % sectorCount])
                for sector in part.indices where part[sector] == gone { part[sector] = kept }
            }
            let partsOfAgent = sectorsOfAgent.map { Set($0.map { part[$0] }) }
            let parts = Set(partsOfAgent.joined()).sorted()
            guard parts.count > 1, partsOfAgent.count(where: { $0.count > 1 }) <= most else { continue }
            agents = parts.map { part in planned.filter { partsOfAgent[$0].contains(part) } }
            return
        }
        agents = [planned]
    }

    /// The parts of a problem.
    package init(_ problem: PlanProblem) {
        var sectorsOfAgent = Array(repeating: [Int](), count: problem.scenario.agents.count)
        for group in problem.classes {
            var sectors = Set<Int>()
            for (day, duties) in group.dutiesOfDay.enumerated() {
                for duty in duties {
                    for stay in problem.dutyDay(Int(duty), day: day)?.stays ?? [] where !stay.slots.isEmpty {
                        sectors.insert(stay.sector)
                    }
                }
            }
            for agent in group.agents { sectorsOfAgent[agent.value] = sectors.sorted() }
        }
        // The lines of constituted teams and of persons with two contracts hang together, so they are in the same parts.
        for members in ConstitutedTeams(problem).members + PersonTies(problem).members {
            let sectors = Set(members.flatMap { sectorsOfAgent[$0] }).sorted()
            for member in members where !sectorsOfAgent[member].isEmpty { sectorsOfAgent[member] = sectors }
        }
        self.init(sectorsOfAgent: sectorsOfAgent, sectorCount: problem.scenario.sectors.count)
    }

    /// The better of two rosters, improved by every part of the other one that makes it better still.
    ///
    /// - Parameter state: Holds the result afterwards.
    package func combine(
        _ first: (lines: [[Int?]], cost: Int), _ second: (lines: [[Int?]], cost: Int), in state: SearchState
    ) -> (lines: [[Int?]], cost: Int) {
        var (best, other) = first.cost <= second.cost ? (first, second) : (second, first)
        state.load(best.lines)
        guard agents.count > 1 else { return best }
        for part in agents {
            for agent in part { state.setLine(agent, other.lines[agent]) }
            if state.cost < best.cost {
                for agent in part { swap(&best.lines[agent], &other.lines[agent]) }
                best.cost = state.cost
            } else {
                for agent in part { state.setLine(agent, best.lines[agent]) }
            }
        }
        return best
    }
}
