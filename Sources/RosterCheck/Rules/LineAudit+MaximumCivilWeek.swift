import RosterModel

extension LineAudit {
    /// Working time of a civil week.
    func maximumCivilWeekFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.maximumCivilWeek else { return [] }
        return calendar.weeks(startingOn: regime.weekStart).enumerated().compactMap { index, week in
            let parts = pieces.all.map { workingMinutes($0, inside: week.minutes) }
            let days = zip(pieces.all, parts).filter { $1 > 0 }.map(\.0).plannedDays
            guard let last = days.last else { return nil }
            return judge(
                .maximumCivilWeek, parts.reduce(0, +), atMost: rule.minutes, .minutes, rule.source, day: last,
                place: index, days: days)
        }
    }
}
