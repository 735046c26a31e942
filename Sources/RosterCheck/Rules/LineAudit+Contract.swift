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
    private func missedMinimum(_ shifts: [WorkedShift], _ duties: LawfulDuties) -> (total: Int, limit: Int)? {
        let total = shifts.flatMap { Piece.parts(of: $0) }.reduce(0) { $0 + workingMinutes($1) }
        guard total < agent.minimumMinutes else { return nil }
        let limit = lowestMinimum(duties)
        return total < limit ? (total, limit) : nil
    }

    /// The contract's minimum when it is missed and this checker can say what could have been reached.
    func contractMinimumViolations(_ shifts: [WorkedShift]) -> [Violation] {
        guard agent.minimumMinutes > 0 else { return [] }
        let duties = LawfulDuties(calendar, agentID)
        guard canLowerMinimum(duties), let (total, limit) = missedMinimum(shifts, duties) else { return [] }
        return [
            Violation(
                rule: .contractMinimum, agent: agentID, day: nil, measured: total, limit: limit,
                unit: .minutes, article: "", days: shifts.map(\.day))
        ]
    }

    /// Whether the contract's minimum is missed and nobody can say whether more was lawfully possible.
    func leavesMinimumOpen(_ shifts: [WorkedShift]) -> Bool {
        guard agent.minimumMinutes > 0 else { return false }
        let duties = LawfulDuties(calendar, agentID)
        return !canLowerMinimum(duties) && missedMinimum(shifts, duties) != nil
    }

    /// Whether the line program counts all rules that can bind the agent, so that it knows what is lawfully reachable.
    func canLowerMinimum(_ duties: LawfulDuties) -> Bool {
        guard regime.rollingDay == nil, regime.restAfterWork == nil, regime.weekendRest == nil,
            regime.weeklyHalfDays == nil,
            regime.sundaysOff?.isJoined != true, agent.busy.isEmpty
        else { return false }
        // The line program begins its weeks on Mondays, which matters to the rules of the week alone.
        let hasWeeks =
            regime.maximumCivilWeek != nil || regime.weeklyRest != nil || regime.workedDaysPerWeek != nil
        if hasWeeks && regime.weekStart != .monday { return false }
        let longest = longestDays(duties)
        if let rule = regime.nightWorkerDay, longest.contains(where: { $0 > rule.minutes }) { return false }
        if let rule = regime.averageOverWeeks, canExceed(rule.weeklyMinutes, weeks: rule.weeks, longest) {
            return false
        }
        if let rule = regime.nightWorkerAverage, canExceed(rule.weeklyMinutes, weeks: rule.weeks, longest) {
            return false
        }
        return true
    }

    /// Working minutes of the longest duty of each service day.
    private func longestDays(_ duties: LawfulDuties) -> [Int] {
        duties.duties.map { duties in
            duties.map(workingMinutes).max() ?? 0
        }
    }

    private func workingMinutes(_ duty: LawfulDuties.Duty) -> Int {
        let breakMinutes = calendar.scenario[duty.shift].breakMinutes
        return Piece.of(duty.parts, day: 0, breakMinutes: breakMinutes).reduce(0) { $0 + workingMinutes($1) }
    }

    /// Whether the longest days of any run of weeks, with its history, exceed an average.
    private func canExceed(_ weeklyMinutes: Int, weeks: Int, _ longest: [Int]) -> Bool {
        let mostDays = regime.workedDaysPerWeek?.days ?? 7
        // Work of the day before a week may reach into it.
        let work = calendar.weeks(startingOn: regime.weekStart).map { week -> Int in
            let days = (week.first..<week.first + 7).filter(longest.indices.contains).map { longest[$0] }
            let spill = longest.indices.contains(week.first - 1) ? longest[week.first - 1] : 0
            return days.sorted(by: >).prefix(mostDays).reduce(spill, +)
        }
        return calendar.weeks(startingOn: regime.weekStart).indices.contains { last in
            let end = calendar.weeks(startingOn: regime.weekStart)[last].minutes.upperBound
            let first = calendar.midnight(
                ofDay: calendar.weeks(startingOn: regime.weekStart)[last].first - 7 * (weeks - 1))
            let past = history.reduce(0) { $0 + ($1.minutes.overlaps(first..<end) ? workingMinutes($1) : 0) }
            let planned = work[max(0, last - weeks + 1)...last].reduce(0, +)
            return past + min(planned, agent.maximumMinutes ?? planned) > weeklyMinutes * weeks
        }
    }

    /// The contract's minimum, or the most that the agent can lawfully reach when that is less.
    func lowestMinimum(_ duties: LawfulDuties) -> Int {
        // Beside an accepted breach nobody can say what is lawfully reachable.
        guard agent.minimumMinutes > 0, pins.allSatisfy({ $0.acceptedReason == nil }) else { return 0 }
        let rules = LineRules(self, counted: Set(Rule.allCases), lowestMinimum: 0)
        let program = LineProgram(rules, duties.duties, mayRest: duties.mayRest) { _, duty in
            -workingMinutes(duty)
        }
        return min(agent.minimumMinutes, program.minimum.map { -$0.value } ?? 0)
    }
}
