import RosterModel

/// Doubtful points that only the whole scenario shows.
extension ScenarioReader {
    func checkCover(of scenario: Scenario) {
        let counts = scenario.agentTypes.indices.map { type in
            scenario.agents.count { $0.type.value == type }
        }
        for (index, kind) in scenario.teamKinds.enumerated() {
            guard !Self.canBeFilled(kind, types: scenario.agentTypes, counts: counts) else { continue }
            log.warn(
                kindPlaces[index], value: kind.id,
                Wording(
                    "aucun groupe d'agents ne peut former une équipe « \(kind.id) »",
                    "no group of agents can form a team \"\(kind.id)\""),
                expected: Wording(
                    "assez d'agents des professions et qualifications demandées",
                    "enough agents of the professions and qualifications asked"),
                hint: Wording(
                    "vérifiez agents.csv et les places de ce type", "check agents.csv and the places of this kind"))
        }
        for (requirement, draft) in zip(scenario.requirements, requirementDrafts) {
            guard requirement.teams.contains(where: { $0 > 0 }) else {
                log.warn(
                    draft.place, value: requirement.id,
                    Wording(
                        "le besoin « \(requirement.id) » ne demande aucune équipe sur l'horizon",
                        "requirement \"\(requirement.id)\" asks for no team within the horizon"),
                    expected: Wording("au moins un créneau avec un besoin", "at least one slot with a need"),
                    hint: Wording("vérifiez ses jours et ses heures", "check its days and hours"))
                continue
            }
            let counts = requirement.teams.indices.contains { slot in
                requirement.teams[slot] > 0
                    && requirement.kinds.contains { scenario[$0].counts(in: requirement.sector, slot: slot) }
            }
            if !counts {
                log.warn(
                    draft.place, value: requirement.id,
                    Wording(
                        "aucun type d'équipe du besoin « \(requirement.id) » ne compte dans son secteur à ses heures",
                        "no team kind of requirement \"\(requirement.id)\" counts in its sector at its hours"),
                    expected: Wording(
                        "un type d'équipe qui compte à ces heures", "a team kind that counts at these hours"),
                    hint: Wording(
                        "vérifiez hours et sectors des types d'équipe", "check hours and sectors of the team kinds"))
            }
        }
    }

    /// Whether some agents fill all places of a kind: a matching of places to agents, type by type.
    static func canBeFilled(_ kind: TeamKind, types: [AgentType], counts: [Int]) -> Bool {
        let seats = kind.places.flatMap { Array(repeating: $0, count: $0.count) }
        var takers: [[Int]] = Array(repeating: [], count: types.count)
        func seat(_ index: Int, _ visited: inout Set<Int>) -> Bool {
            for type in types.indices where seats[index].accepts(types[type]) && visited.insert(type).inserted {
                if takers[type].count < counts[type] {
                    takers[type].append(index)
                    return true
                }
                for (position, other) in takers[type].enumerated() where seat(other, &visited) {
                    takers[type][position] = index
                    return true
                }
            }
            return false
        }
        return seats.indices.allSatisfy { index in
            var visited: Set<Int> = []
            return seat(index, &visited)
        }
    }
}
