import RosterModel

extension LineAudit {
    /// Rules that concern one shift alone: menu, sectors, absences, forbidden night.
    func shiftFindings(_ shift: WorkedShift) -> [Finding] {
        var found: [Finding] = []
        func add(_ rule: Rule, measured: Int = 0, unit: Violation.Unit = .none, article: String = "") {
            found.append(
                Finding(
                    rule: rule, day: shift.day, measured: measured, limit: 0, unit: unit, article: article,
                    place: shift.day, days: [shift.day]))
        }
        if !isOnMenu(shift) { add(.allowedShift) }
        if !shift.stages.allSatisfy({ agent.sectors.contains($0.sector) }) { add(.allowedSector) }
        let isAbsent = agent.absences.contains {
            $0.days.contains(shift.day) || $0.minutes.overlaps(shift.minutes)
        }
        if isAbsent { add(.absence) }
        if regime.nightForbidden != nil || !agent.nightAllowed {
            let night = calendar.minutes(of: shift.minutes, day: shift.day, inside: regime.nightClock)
            if night > 0 {
                add(
                    .nightForbidden, measured: night, unit: .minutes,
                    article: regime.nightForbidden?.source.article ?? "")
            }
        }
        return found
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
        if menu.stages.isEmpty { return stages.count == 1 && stages[0].minutes == minutes }
        return stages == calendar.stages(of: menu, day: shift.day)
    }

    /// Rules that concern one service day: one shift, maximum day, amplitude.
    func dayFindings(_ planned: [Stint]) -> [Finding] {
        var found: [Finding] = []
        for (day, stints) in Dictionary(grouping: planned, by: \.day).sorted(by: { $0.key < $1.key }) {
            func add(_ rule: Rule, _ measured: Int, _ limit: Int, _ unit: Violation.Unit, _ article: String) {
                guard measured > limit else { return }
                found.append(
                    Finding(
                        rule: rule, day: day, measured: measured, limit: limit, unit: unit, article: article,
                        place: day, days: [day]))
            }
            add(.oneShiftADay, stints.count, 1, .shifts, "")
            if let rule = regime.maximumDay {
                let work = stints.reduce(0) { $0 + workingMinutes($1) }
                add(.maximumDay, work, rule.minutes, .minutes, rule.source.article)
            }
            if let rule = regime.amplitude {
                let start = stints.map(\.minutes.lowerBound).min() ?? 0
                let end = stints.map(\.minutes.upperBound).max() ?? 0
                add(.amplitude, end - start, rule.minutes, .minutes, rule.source.article)
            }
        }
        return found
    }
}
