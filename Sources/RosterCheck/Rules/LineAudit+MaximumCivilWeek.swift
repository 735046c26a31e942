import RosterModel

extension LineAudit {
    /// Working time from Monday 00:00 to Monday 00:00.
    func maximumCivilWeekFindings(_ stints: [Stint]) -> [Finding] {
        guard let rule = regime.maximumCivilWeek else { return [] }
        return calendar.weeks.enumerated().compactMap { index, week in
            let parts = stints.map {
                calendar.workingMinutes($0.minutes, breakMinutes: $0.breakMinutes, inside: week.minutes, regime)
            }
            let days = zip(stints, parts).filter { !$0.isPast && $1 > 0 }.map(\.0.day)
            guard let last = days.last else { return nil }
            return judge(
                .maximumCivilWeek, parts.reduce(0, +), atMost: rule.minutes, .minutes, rule.source, day: last,
                place: index, days: days)
        }
    }
}
