import RosterModel

/// Best formations seen so far in one sector: most slots of a horizon repeat others.
struct FormationBook {
    /// A formation with the kinds that it speaks of.
    struct Entry {
        /// Positions in ``Scenario/teamKinds``.
        let kinds: [Int]
        /// Teams by entry of `kinds`.
        let teams: [Int]
        /// Missing teams by requirement, in the order asked for.
        let missing: [Int]
        let cost: Int
        let fewestAgents: Int
        /// By entry of `kinds`: whether some formation as good has such a team.
        let isPossible: [Bool]
    }

    private struct Situation: Hashable {
        let kinds: [Int]
        let present: [Int]
        let needs: [TeamFormation.Need]
    }

    private let scenario: Scenario
    private var formations: [[Int]: TeamFormation] = [:]
    private var entries: [Situation: Entry] = [:]

    init(_ scenario: Scenario) { self.scenario = scenario }

    /// Best formation of the agents present, in one slot of a sector.
    mutating func outcome(
        _ sector: SectorID, _ slot: Int, _ requirements: [Int], _ present: [Int]
    ) -> Entry {
        let kinds = scenario.teamKinds.indices.filter { scenario.teamKinds[$0].counts(in: sector, slot: slot) }
        let needs = requirements.map { index in
            let requirement = scenario.requirements[index]
            return TeamFormation.Need(
                kinds: kinds.indices.filter { requirement.kinds.contains(TeamKindID(kinds[$0])) },
                teams: Int(requirement.teams[slot]), cost: Int(requirement.pointsPerTeam[slot]))
        }
        let situation = Situation(kinds: kinds, present: present, needs: needs)
        if let entry = entries[situation] { return entry }
        let formation =
            formations[kinds]
            ?? TeamFormation(kinds: kinds.map { scenario.teamKinds[$0] }, types: scenario.agentTypes)
        formations[kinds] = formation
        let best = formation.best(present: present, needs: needs)
        let entry = Entry(
            kinds: kinds, teams: best.teams, missing: best.missing, cost: best.cost, fewestAgents: best.fewestAgents,
            isPossible: best.isPossible)
        entries[situation] = entry
        return entry
    }
}
