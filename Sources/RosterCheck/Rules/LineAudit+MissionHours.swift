import RosterModel

extension LineAudit {
    /// No minute of a stay outside the hours that need no permission, but in those of a recorded permission.
    func missionHoursFindings(_ shift: WorkedShift) -> [Finding] {
        let scenario = calendar.scenario
        guard let rule = regime.missionHours, (0..<scenario.axis.dayCount).contains(shift.day),
            !scenario.dayNames[shift.day].contains(MissionHours.festivities)
        else { return [] }
        if let id = calendar.shift(named: shift.name), scenario[id].isStaticGuard { return [] }
        let forbidden = shift.stages.reduce(0) { $0 + outside(rule, $1, day: shift.day) }
        guard forbidden > 0 else { return [] }
        return [
            Finding(
                rule: .missionHours, day: shift.day, measured: forbidden, limit: 0, isFloor: false, unit: .minutes,
                article: rule.source.article, place: shift.day, days: [shift.day])
        ]
    }

    /// Minutes of a stay that nothing allows.
    private func outside(_ rule: MissionHours, _ stay: WorkedShift.Stage, day: Int) -> Int {
        let scenario = calendar.scenario
        let axis = scenario.axis
        var allowed = (day - 1...day + 1).map { axis.minutes(day: $0, range: rule.hours) }
        for permission in scenario.nightPermissions
        where permission.days[day] && permission.sectors?.contains(stay.sector) ?? true {
            allowed.append(axis.minutes(day: day, range: permission.hours))
        }
        var inside = 0
        var reached = stay.minutes.lowerBound
        for span in allowed.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let fresh = span.clamped(to: stay.minutes)
            let start = max(reached, fresh.lowerBound)
            if fresh.upperBound > start {
                inside += fresh.upperBound - start
                reached = fresh.upperBound
            }
        }
        return stay.minutes.count - inside
    }
}
