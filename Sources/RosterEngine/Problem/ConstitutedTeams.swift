import RosterModel

/// Agents who work one line, except when an absence keeps one of them off (`Meaning`, "Constituted teams").
///
/// The line of a member follows from the duties of the team: the team's duty of the day, or a day off when something blocks
/// him. The search changes the duties of teams; bounds leave the tie out, which is a relaxation.
struct ConstitutedTeams {
    /// Members of each team, at least two.
    let members: [[Int]]
    /// Team by agent, −1 for none.
    let teamOf: [Int]
    private let scenario: Scenario
    /// What an accepted pin makes a member do, whatever his team does: duty by `agent * days + day`, −1 for a day off.
    private let fixed: [Int: Int32]

    init(_ problem: PlanProblem) {
        let scenario = problem.scenario
        let days = scenario.axis.dayCount
        var order: [String] = []
        var groups: [String: [Int]] = [:]
        for (number, agent) in scenario.agents.enumerated() {
            guard let key = agent.teamKey else { continue }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(number)
        }
        members = order.compactMap { groups[$0] }.filter { $0.count > 1 }
        var teamOf = Array(repeating: -1, count: scenario.agents.count)
        for (team, agents) in members.enumerated() { for agent in agents { teamOf[agent] = team } }
        self.teamOf = teamOf
        self.scenario = scenario
        var fixed: [Int: Int32] = [:]
        for pin in scenario.pins where pin.acceptedReason != nil && teamOf[pin.agent.value] >= 0 {
            let number = problem.classOfAgent[pin.agent.value]
            let duties = number < 0 ? [] : problem.classes[number].dutiesOfDay[pin.day]
            fixed[pin.agent.value * days + pin.day] = pin.decision == .off ? -1 : duties.first ?? -1
        }
        self.fixed = fixed
    }

    /// What a member is made to do on a day by an accepted pin.
    func fixedDuty(of agent: Int, on day: Int) -> Int32? {
        fixed.isEmpty ? nil : fixed[agent * scenario.axis.dayCount + day]
    }

    /// Whether something other than the rules of work keeps the agent from a duty on a day.
    func isBlocked(_ agent: Int, on day: Int, minutes: Range<Int>) -> Bool {
        let person = scenario.agents[agent]
        return !person.contractDays.contains(day)
            || person.absences.contains { $0.days.contains(day) || $0.minutes.overlaps(minutes) }
            || person.busy.contains { $0.minutes.overlaps(minutes) }
            || person.standby.contains { $0.overlaps(minutes) }
    }
}
