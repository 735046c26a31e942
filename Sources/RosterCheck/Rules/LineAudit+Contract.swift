import RosterModel

extension LineAudit {
    /// Working time of the shifts of the horizon against the contract's maximum.
    func contractMaximumFindings(_ pieces: LinePieces) -> [Finding] {
        let total = pieces.planned.reduce(0) { $0 + workingMinutes($1) }
        guard let maximum = agent.maximumMinutes, total > maximum else { return [] }
        return [
            Finding(
                rule: .contractMaximum, day: nil, measured: total, limit: maximum, isFloor: false, unit: .minutes,
                article: "", place: 0, days: pieces.planned.map(\.day))
        ]
    }

    /// The contract's minimum, lowered to the most that the agent can lawfully reach; nil when it is reached.
    private func missedMinimum(_ shifts: [WorkedShift]) -> (total: Int, limit: Int)? {
        let total = shifts.reduce(0) { $0 + workingMinutes(Piece($1)) }
        guard total < agent.minimumMinutes else { return nil }
        let limit = lowestMinimum(LawfulDuties(calendar, agentID))
        return total < limit ? (total, limit) : nil
    }

    /// The contract's minimum when it is missed and this checker can say what could have been reached.
    func contractMinimumViolations(_ shifts: [WorkedShift]) -> [Violation] {
        guard canLowerMinimum, let (total, limit) = missedMinimum(shifts) else { return [] }
        return [
            Violation(
                rule: .contractMinimum, agent: agentID, day: nil, measured: total, limit: limit,
                unit: .minutes, article: "", days: shifts.map(\.day))
        ]
    }

    /// Whether the contract's minimum is missed and nobody can say whether more was lawfully possible.
    func leavesMinimumOpen(_ shifts: [WorkedShift]) -> Bool {
        agent.minimumMinutes > 0 && !canLowerMinimum && missedMinimum(shifts) != nil
    }

    /// Whether the line program counts all rules that can bind the agent.
    private var canLowerMinimum: Bool {
        regime.averageOverWeeks == nil && regime.nightWorkerDay == nil && regime.nightWorkerAverage == nil
            && regime.rollingDay == nil && regime.restAfterWork == nil && regime.weekendRest == nil
            && regime.sundaysOff?.isJoined != true && regime.weekStart == .monday && agent.busy.isEmpty
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
