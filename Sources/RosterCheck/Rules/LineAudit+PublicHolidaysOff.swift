import RosterModel

extension LineAudit {
    /// No minute of a shift on a public holiday.
    func publicHolidaysOffFindings(_ shift: WorkedShift) -> [Finding] {
        guard let rule = regime.publicHolidaysOff else { return [] }
        let axis = calendar.scenario.axis
        // A shift lies inside its service day, which meets two dates.
        let holidays = [shift.day, shift.day + 1].filter {
            calendar.scenario.publicHolidays.contains(axis.date(ofDay: $0))
        }
        let minutes = holidays.reduce(0) { sum, day in
            let date = calendar.midnight(ofDay: day)..<calendar.midnight(ofDay: day + 1)
            return shift.parts.reduce(sum) { $0 + $1.clamped(to: date).count }
        }
        guard minutes > 0 else { return [] }
        return [
            Finding(
                rule: .publicHolidaysOff, day: shift.day, measured: minutes, limit: 0, isFloor: false, unit: .minutes,
                article: rule.source.article, place: shift.day, days: [shift.day])
        ]
    }
}
