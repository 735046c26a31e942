import RosterCheck
import RosterModel

/// Work of a roster that could be given up at no loss: none of its slots has a team that is needed and could have the agent.
///
/// Such work is nothing a town would keep an hour empty for: nights without any need, and presence out of which no team can be
/// formed. With fewer people there no team can be formed either, so all of it can be given up together. Surplus people of whom
/// some are needed are no spare work: it is open who of them is.
struct SpareWork {
    /// Service days of spare work, by agent.
    let days: [Set<Int>]

    /// Finds it.
    ///
    /// - Parameter lines: Shifts by agent.
    init(checker: RosterChecker, presence: NightPresence, lines: [[WorkedShift]]) {
        let scenario = checker.scenario
        let useful = Self.usefulTypes(presence)
        let useless = lines.map { line in
            let days = Dictionary(grouping: line, by: \.day).filter { _, shifts in
                shifts.allSatisfy { shift in
                    NightPresence.places(of: shift, scenario).allSatisfy { sector, slot in
                        !useful[sector * scenario.axis.slotCount + slot].contains(scenario[shift.agent].type.value)
                    }
                }
            }
            return Set(days.keys)
        }
        let spare = useless.enumerated().map { agent, days in
            days.filter { Self.mayRest(AgentID(agent), on: $0, lines[agent], checker) }
        }
        // A constituted team gives up a day as a whole or not at all.
        self.days = spare.indices.map { agent in
            guard let key = scenario.agents[agent].teamKey else { return spare[agent] }
            let mates = scenario.agents.indices.filter { scenario.agents[$0].teamKey == key }
            return spare[agent].filter { day in
                mates.allSatisfy { mate in spare[mate].contains(day) || !lines[mate].contains { $0.day == day } }
            }
        }
    }

    /// Types of agents who may be in a needed team of those present, by `sector * slots + slot`.
    private static func usefulTypes(_ presence: NightPresence) -> [Set<Int>] {
        let scenario = presence.scenario
        let slots = scenario.axis.slotCount
        let formations = scenario.teamKinds.map { TeamFormation(kinds: [$0], types: scenario.agentTypes) }
        let one = [TeamFormation.Need(kinds: [0], teams: 1, cost: 1)]
        let accepted = scenario.teamKinds.map { kind in
            scenario.agentTypes.indices.filter { type in
                kind.places.contains { $0.accepts(scenario.agentTypes[type]) }
            }
        }
        return (0..<scenario.sectors.count * slots).map { place in
            let (sector, slot) = place.quotientAndRemainder(dividingBy: slots)
            let needs = presence.requirements[sector].filter { scenario.requirements[$0].teams[slot] > 0 }
            if needs.isEmpty || presence.agents(sector, slot).isEmpty { return [] }
            let present = presence.counts(sector, slot)
            // A team that can be formed at all can be formed with any agent whom one of its places accepts.
            let formed = presence.kinds(sector, slot, ignoringHours: false).filter { kind in
                needs.contains { scenario.requirements[$0].kinds.contains(TeamKindID(kind)) }
                    && formations[kind].leastCost(present: present, needs: one) == 0
            }
            return Set(formed.flatMap { accepted[$0] })
        }
    }

    /// Whether nothing but the roster has the agent work that day: no fixed decision, no published shift, no hours that his
    /// contract is owed.
    private static func mayRest(
        _ agent: AgentID, on day: Int, _ line: [WorkedShift], _ checker: RosterChecker
    ) -> Bool {
        guard checker.scenario[agent].minimumMinutes == 0 else { return false }
        return !checker.violationsButMinimum(of: agent, working: line.filter { $0.day != day }).contains {
            $0.day == day && [.pin, .noticeOfChange].contains($0.rule)
        }
    }
}
