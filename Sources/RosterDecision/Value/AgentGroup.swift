import RosterModel

/// Agents of equal employer, profession, regime and home sector.
struct AgentGroup {
    /// Members, in order.
    let agents: [AgentID]
    /// The member after whom new agents are made: the first with the most hours.
    let model: Agent
    /// First sector of all members.
    let home: SectorID

    /// The groups of a scenario, in the order of their first members.
    static func groups(of scenario: Scenario) -> [AgentGroup] {
        struct Key: Hashable {
            let employer: EmployerID
            let profession: ProfessionID
            let regime: RegimeID
            let home: SectorID
            let shifts: [ShiftID]
        }
        var order: [Key] = []
        var members: [Key: [AgentID]] = [:]
        for (number, agent) in scenario.agents.enumerated() {
            guard let home = agent.sectors.first, !agent.shifts.isEmpty else { continue }
            let key = Key(
                employer: agent.employer, profession: agent.profession, regime: agent.regime, home: home,
                shifts: agent.shifts)
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(AgentID(number))
        }
        return order.compactMap { key in
            let agents = members[key] ?? []
            guard let first = agents.first else { return nil }
            // Comparing strictly keeps the first of equals.
            let model = agents.map { scenario[$0] }.reduce(scenario[first]) { best, agent in
                (agent.maximumMinutes ?? .max) > (best.maximumMinutes ?? .max) ? agent : best
            }
            return AgentGroup(agents: agents, model: model, home: key.home)
        }
    }
}
