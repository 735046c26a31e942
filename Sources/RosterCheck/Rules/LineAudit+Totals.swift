import RosterModel

extension LineAudit {
    /// Civil weeks: working time and worked days.
    func weekFindings(_ stints: [Stint]) -> [Finding] {
        calendar.weeks.enumerated().flatMap { index, week -> [Finding] in
            var found: [Finding] = []
            if let rule = regime.maximumCivilWeek {
                let parts = stints.map {
                    calendar.workingMinutes(
                        $0.minutes, breakMinutes: $0.breakMinutes, inside: week.minutes, regime)
                }
                let days = zip(stints, parts).filter { !$0.isPast && $1 > 0 }.map(\.0.day)
                let total = parts.reduce(0, +)
                if total > rule.minutes, let last = days.last {
                    found.append(
                        Finding(
                            rule: .maximumCivilWeek, day: last, measured: total, limit: rule.minutes, unit: .minutes,
                            article: rule.source.article, place: index, days: days))
                }
            }
            if let rule = regime.workedDaysPerWeek {
                let inWeek = stints.filter { (week.monday..<week.monday + 7).contains($0.day) }
                let worked = Set(inWeek.map(\.day)).count
                let days = inWeek.filter { !$0.isPast }.map(\.day)
                if worked > rule.days, let last = days.last {
                    found.append(
                        Finding(
                            rule: .workedDaysPerWeek, day: last, measured: worked, limit: rule.days, unit: .days,
                            article: rule.source.article, place: index, days: days))
                }
            }
            return found
        }
    }

    /// Runs of worked days and of nights; the history may begin them.
    func runFindings(_ stints: [Stint]) -> [Finding] {
        var found: [Finding] = []
        let past = Set(stints.filter(\.isPast).map(\.day))
        func add(_ rule: Rule, _ limit: Int, _ unit: Violation.Unit, _ article: String, _ days: Set<Int>) {
            var run: [Int] = []
            for day in days.sorted() + [Int.max] {
                if let last = run.last, day != last + 1 {
                    let planned = run.filter { !past.contains($0) }
                    if run.count > limit, !planned.isEmpty {
                        found.append(
                            Finding(
                                rule: rule, day: last, measured: run.count, limit: limit, unit: unit,
                                article: article, place: run[0], days: planned))
                    }
                    run = []
                }
                run.append(day)
            }
        }
        if let rule = regime.consecutiveDays {
            add(.consecutiveDays, rule.days, .days, rule.source.article, Set(stints.map(\.day)))
        }
        if let rule = regime.consecutiveNights {
            let nights = stints.filter {
                calendar.minutes(of: $0.minutes, day: $0.day, inside: regime.nightClock) >= regime.nightShiftMinutes
            }
            add(.consecutiveNights, rule.nights, .nights, rule.source.article, Set(nights.map(\.day)))
        }
        return found
    }

    /// Sundays off in every run of consecutive Sundays.
    func sundayFindings(_ stints: [Stint]) -> [Finding] {
        guard let rule = regime.sundaysOff else { return [] }
        var shiftDays: [Int: [Stint]] = [:]
        for stint in stints {
            for sunday in calendar.sundays(
                workedBy: stint.minutes, day: stint.day, startsOnly: rule.countsStartsOnly)
            {
                shiftDays[sunday, default: []].append(stint)
            }
        }
        // A run with too many worked Sundays has one that ends in a worked Sunday.
        return shiftDays.keys.sorted().compactMap { last in
            guard let day = shiftDays[last]?.last(where: { !$0.isPast })?.day else { return nil }
            let window = (0..<rule.ofSundays).map { last - 7 * $0 }
            let worked = window.filter { shiftDays[$0] != nil }
            guard worked.count > rule.ofSundays - rule.off else { return nil }
            return Finding(
                rule: .sundaysOff, day: day, measured: worked.count, limit: rule.ofSundays - rule.off, unit: .sundays,
                article: rule.source.article, place: last,
                days: worked.flatMap { shiftDays[$0] ?? [] }.filter { !$0.isPast }.map(\.day))
        }
    }

    /// Working time of the horizon: average and contract maximum.
    func totalFindings(_ planned: [Stint]) -> [Finding] {
        let total = planned.reduce(0) { $0 + workingMinutes($1) }
        var found: [Finding] = []
        func add(_ rule: Rule, _ limit: Int, _ article: String) {
            guard total > limit else { return }
            found.append(
                Finding(
                    rule: rule, day: nil, measured: total, limit: limit, unit: .minutes, article: article, place: 0,
                    days: planned.map(\.day)))
        }
        if let rule = regime.averageOverHorizon {
            add(.averageOverHorizon, rule.weeklyMinutes * calendar.scenario.axis.dayCount / 7, rule.source.article)
        }
        if let maximum = agent.maximumMinutes { add(.contractMaximum, maximum, "") }
        return found
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
                unit: .minutes, article: "")
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
