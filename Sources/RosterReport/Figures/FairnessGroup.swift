import RosterModel

/// Agents of equal employer, profession and regime, among whom nights and Sundays are shared.
struct FairnessGroup: Sendable {
    private struct Key: Hashable {
        let employer: EmployerID
        let profession: ProfessionID
        let regime: RegimeID
    }

    /// Employer.
    let employer: EmployerID
    /// Profession.
    let profession: ProfessionID
    /// Regime.
    let regime: RegimeID
    /// Members, in order of the scenario.
    let agents: [AgentID]
    /// Counters of the members.
    let counters: [FairnessCounters]
    /// How the nights of the members follow each other; empty when that is not asked for.
    let rhythms: [NightRhythm]
    /// Available minutes of the members.
    let available: [Int]

    /// All groups, in the order of their first agents.
    static func groups(
        of scenario: Scenario, counters: [FairnessCounters], rhythms: [NightRhythm] = []
    ) -> [FairnessGroup] {
        var order: [Key] = []
        var members: [Key: [AgentID]] = [:]
        for (index, agent) in scenario.agents.enumerated() {
            let key = Key(employer: agent.employer, profession: agent.profession, regime: agent.regime)
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(AgentID(index))
        }
        return order.map { key in
            let agents = members[key] ?? []
            return FairnessGroup(
                employer: key.employer, profession: key.profession, regime: key.regime, agents: agents,
                counters: agents.map { counters[$0.value] },
                rhythms: rhythms.isEmpty ? [] : agents.map { rhythms[$0.value] },
                available: agents.map { scenario[$0].availableMinutes })
        }
    }

    /// Smallest and largest value of a counter.
    func range(_ counter: (FairnessCounters) -> Int) -> (least: Int, most: Int) {
        let values = counters.map(counter)
        return (values.min() ?? 0, values.max() ?? 0)
    }

    /// Difference between the largest and the smallest value of a counter.
    func spread(_ counter: (FairnessCounters) -> Int) -> Int {
        let (least, most) = range(counter)
        return most - least
    }

    /// Gini index of a counter pro rata of available time, in thousandths; nil when nothing is shared.
    func gini(_ counter: (FairnessCounters) -> Int) -> Int? {
        GiniIndex.thousandths(counts: counters.map(counter), available: available)
    }
}
