import RosterModel

/// Constituted teams: agents with one ``Agent/teamKey`` work the same duties, except on absences.
struct TeamAudit {
    let calendar: RuleCalendar

    init(_ calendar: RuleCalendar) { self.calendar = calendar }

    /// Members who do not work as their team does.
    ///
    /// On a service day the duty of a team is the one that most members work (ties: the first of them). A member who works
    /// anything else breaks the rule, and so does one who works nothing although no absence, given work or standby of his, nor
    /// the period of his contract, blocks that duty.
    ///
    /// - Parameter lines: Shifts by agent.
    func violations(in lines: [[WorkedShift]]) -> [Violation] {
        let agents = calendar.scenario.agents
        let keyed = agents.indices.filter { agents[$0].teamKey != nil }
        let teams = Dictionary(grouping: keyed) { agents[$0].teamKey ?? "" }.values.filter { $0.count > 1 }
        return teams.sorted { $0[0] < $1[0] }.flatMap { members in
            (0..<calendar.scenario.axis.dayCount).flatMap { violations(of: members, on: $0, lines) }
        }
    }

    /// What is done on one service day, whoever does it.
    private struct Duty: Hashable {
        let name: String
        let minutes: Range<Int>
        let stages: [WorkedShift.Stage]
    }

    private func violations(of members: [Int], on day: Int, _ lines: [[WorkedShift]]) -> [Violation] {
        let duties = members.map { member in
            lines[member].filter { $0.day == day }.map { Duty(name: $0.name, minutes: $0.minutes, stages: $0.stages) }
        }
        let worked = duties.filter { !$0.isEmpty }
        let counts = Dictionary(grouping: worked, by: \.self).mapValues(\.count)
        let most = counts.values.max()
        guard let common = worked.first(where: { counts[$0] == most }) else { return [] }
        return zip(members, duties).compactMap { member, duty in
            guard duty != common else { return nil }
            let audit = LineAudit(calendar, AgentID(member))
            if duty.isEmpty, common.flatMap(\.stages).contains(where: { audit.isKeptAway(in: $0.minutes, day: day) }) {
                return nil
            }
            return Violation(
                rule: .constitutedTeam, agent: AgentID(member), day: day, measured: 0, limit: 0, unit: .none,
                article: "", days: [day], acceptedReason: reason(members, day))
        }
    }

    /// Reason of an accepted pin of a member on the day, which may part the team.
    private func reason(_ members: [Int], _ day: Int) -> String? {
        calendar.scenario.pins.last { pin in
            pin.day == day && pin.acceptedReason != nil && members.contains(pin.agent.value)
        }?.acceptedReason
    }
}
