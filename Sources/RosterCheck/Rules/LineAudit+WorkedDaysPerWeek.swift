import RosterModel

extension LineAudit {
    /// Service days of a civil week's dates on which a shift starts.
    func workedDaysPerWeekFindings(_ stints: [Stint]) -> [Finding] {
        guard let rule = regime.workedDaysPerWeek else { return [] }
        return calendar.weeks.enumerated().compactMap { index, week in
            let inWeek = stints.filter { (week.monday..<week.monday + 7).contains($0.day) }
            let days = inWeek.filter { !$0.isPast }.map(\.day)
            guard let last = days.last else { return nil }
            return judge(
                .workedDaysPerWeek, Set(inWeek.map(\.day)).count, atMost: rule.days, .days, rule.source, day: last,
                place: index, days: days)
        }
    }
}
