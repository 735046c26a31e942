import RosterModel

extension LineAudit {
    /// Working time of the horizon against the contract's maximum.
    func contractMaximumFindings(_ planned: [Stint]) -> [Finding] {
        let total = planned.reduce(0) { $0 + workingMinutes($1) }
        guard let maximum = agent.maximumMinutes, total > maximum else { return [] }
        return [
            Finding(
                rule: .contractMaximum, day: nil, measured: total, limit: maximum, isFloor: false, unit: .minutes,
                article: "", place: 0, days: planned.map(\.day))
        ]
    }

    /// The contract's minimum, lowered to the most that the agent can lawfully reach.
    func contractMinimumViolations(_ shifts: [WorkedShift]) -> [Violation] {
        let total = shifts.reduce(0) {
            $0 + calendar.workingMinutes($1.minutes, breakMinutes: $1.breakMinutes, regime)
        }
        guard total < agent.minimumMinutes else { return [] }
        let limit = lowestMinimum(LawfulDuties(calendar, agentID))
        guard total < limit else { return [] }
        return [
            Violation(
                rule: .contractMinimum, agent: agentID, day: nil, measured: total, limit: limit,
                unit: .minutes, article: "", days: shifts.map(\.day))
        ]
    }

    /// The contract's minimum, or the most that the agent can lawfully reach when that is less.
    func lowestMinimum(_ duties: LawfulDuties) -> Int {
        // Beside an accepted breach nobody can say what is lawfully reachable.
        guard agent.minimumMinutes > 0, pins.allSatisfy({ $0.acceptedReason == nil }) else { return 0 }
        let menu = calendar.scenario.shifts
        let rules = LineRules(self, counted: Set(Rule.allCases), lowestMinimum: 0)
        let program = LineProgram(rules, duties.duties, mayRest: duties.mayRest) { _, duty in
            -calendar.workingMinutes(
                duty.minutes, breakMinutes: menu[duty.shift.value].breakMinutes, regime)
        }
        return min(agent.minimumMinutes, program.minimum.map { -$0.value } ?? 0)
    }
}
