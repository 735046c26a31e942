import RosterModel

extension LineAudit {
    /// Rules that concern one shift alone.
    func shiftFindings(_ shift: WorkedShift) -> [Finding] {
        var found: [Finding] = []
        if !isOnMenu(shift) { found.append(broken(.allowedShift, shift)) }
        if !shift.stages.allSatisfy({ agent.sectors.contains($0.sector) }) {
            found.append(broken(.allowedSector, shift))
        }
        if shift.parts.contains(where: { isAbsent(for: $0, day: shift.day) }) { found.append(broken(.absence, shift)) }
        if !agent.contractDays.contains(shift.day) { found.append(broken(.contractPeriod, shift)) }
        if shift.parts.contains(where: isBusy) { found.append(broken(.busyTime, shift)) }
        return found + shortestShiftFindings(shift) + breakDuringWorkFindings(shift) + nightForbiddenFindings(shift)
            + missionHoursFindings(shift) + splitDayFindings(shift) + publicHolidaysOffFindings(shift)
    }

    /// A rule without measure that a shift breaks.
    func broken(_ rule: Rule, _ shift: WorkedShift) -> Finding {
        Finding(
            rule: rule, day: shift.day, measured: 0, limit: 0, isFloor: false, unit: .none, article: "",
            place: shift.day, days: [shift.day])
    }

    /// Whether an absence blocks work in these minutes of a service day.
    func isAbsent(for minutes: Range<Int>, day: Int) -> Bool {
        agent.absences.contains { $0.days.contains(day) || $0.minutes.overlaps(minutes) }
    }

    /// Whether something other than the rules of work keeps the agent away in these minutes of a service day.
    func isKeptAway(in minutes: Range<Int>, day: Int) -> Bool {
        isAbsent(for: minutes, day: day) || !agent.contractDays.contains(day) || isBusy(in: minutes)
    }

    /// Whether given work or standby overlaps these minutes.
    func isBusy(in minutes: Range<Int>) -> Bool {
        agent.busy.contains { $0.minutes.overlaps(minutes) } || agent.standby.contains { $0.overlaps(minutes) }
            || beside.contains { $0.minutes.overlaps(minutes) }
    }

    /// Whether the shift is worked exactly as the menu says on that day, by somebody who may.
    private func isOnMenu(_ shift: WorkedShift) -> Bool {
        let axis = calendar.scenario.axis
        guard (0..<axis.dayCount).contains(shift.day), let id = calendar.shift(named: shift.name),
            agent.shifts.contains(id)
        else { return false }
        let menu = calendar.scenario[id]
        let minutes = calendar.minutes(of: menu, day: shift.day)
        let day = axis.minutes(ofDay: shift.day)
        guard menu.days[shift.day], !minutes.isEmpty, minutes == shift.minutes,
            minutes.lowerBound >= day.lowerBound, minutes.upperBound <= day.upperBound,
            menu.breakMinutes == shift.breakMinutes
        else { return false }
        let stages = shift.stages.filter { !$0.minutes.isEmpty }
        if menu.stages.isEmpty {
            return Set(stages.map(\.sector)).count == 1
                && stages.map(\.minutes) == calendar.parts(of: menu, day: shift.day)
        }
        return stages == calendar.stages(of: menu, day: shift.day)
    }
}
