import RosterCheck
import RosterModel

/// One uncovered slot of one requirement: could a team more be there, if some things were relaxed?
struct SlotQuestion {
    private let scenario: Scenario
    private let present: [Int]
    private let formation: TeamFormation
    private let needs: [TeamFormation.Need]
    private let looseFormation: TeamFormation
    private let looseNeeds: [TeamFormation.Need]
    /// Needs that the agents present meet already, and the target's kinds, for finding who is there to no use.
    private let metNeeds: [TeamFormation.Need]
    /// Types that may take a place in a kind that counts for the target, with and without regard to hours.
    private let acceptedTypes: Set<Int>
    private let looseTypes: Set<Int>

    /// - Parameter missing: Teams missing now, by requirement of the sector.
    init(_ presence: NightPresence, requirement: Int, slot: Int, missing: [Int]) {
        let scenario = presence.scenario
        let sector = scenario.requirements[requirement].sector.value
        self.scenario = scenario
        present = presence.counts(sector, slot)
        // One team more for the target, and no requirement worse off.
        func needs(_ kinds: [Int], _ raise: Int) -> [TeamFormation.Need] {
            zip(presence.requirements[sector], missing).map { number, open in
                let item = scenario.requirements[number]
                return TeamFormation.Need(
                    kinds: kinds.indices.filter { item.kinds.contains(TeamKindID(kinds[$0])) },
                    teams: Int(item.teams[slot]) - open + (number == requirement ? raise : 0), cost: 1)
            }
        }
        func types(_ kinds: [Int]) -> Set<Int> {
            Set(
                scenario.agentTypes.indices.filter { type in
                    kinds.contains { kind in
                        scenario.requirements[requirement].kinds.contains(TeamKindID(kind))
                            && scenario.teamKinds[kind].places.contains { $0.accepts(scenario.agentTypes[type]) }
                    }
                })
        }
        func formation(_ kinds: [Int]) -> TeamFormation {
            TeamFormation(kinds: kinds.map { scenario.teamKinds[$0] }, types: scenario.agentTypes)
        }
        let strict = presence.kinds(sector, slot, ignoringHours: false)
        let loose = presence.kinds(sector, slot, ignoringHours: true)
        self.formation = formation(strict)
        self.needs = needs(strict, 1)
        metNeeds = needs(strict, 0)
        looseFormation = formation(loose)
        looseNeeds = needs(loose, 1)
        acceptedTypes = types(strict)
        looseTypes = types(loose)
    }

    /// Whether agents of a type could help at all.
    func concerns(type: Int) -> Bool { looseTypes.contains(type) }

    /// Whether one more team is there with more agents, by type.
    func isCovered(adding extra: [Int], relaxing set: ReasonSet) -> Bool {
        let people = zip(present, extra).map(+)
        return set.contains(ReasonSet(.teamSize))
            ? looseFormation.leastCost(present: people, needs: looseNeeds) == 0
            : formation.leastCost(present: people, needs: needs) == 0
    }

    /// Whether somebody present who could be of a team for the target is in none that is needed.
    var hasIdlePresence: Bool {
        present.indices.contains { type in
            guard present[type] > 0, acceptedTypes.contains(type) else { return false }
            var fewer = present
            fewer[type] -= 1
            return formation.leastCost(present: fewer, needs: metNeeds) == 0
        }
    }

    /// Whether agents of a type may be of a team that counts for the target now.
    func accepts(type: Int) -> Bool { acceptedTypes.contains(type) }
}
