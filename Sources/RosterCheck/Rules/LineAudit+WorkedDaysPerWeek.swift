import RosterModel

extension LineAudit {
    /// Worked days among the seven dates of a civil week.
    func workedDaysPerWeekFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.workedDaysPerWeek else { return [] }
        return calendar.weeks(startingOn: regime.weekStart).enumerated().compactMap { index, week in
            let inWeek = pieces.all.filter { (week.first..<week.first + 7).contains($0.day) }
            let worked = Set(inWeek.map(\.day)).count
            // A shift on a day that is worked anyway adds nothing.
            guard let last = inWeek.plannedDays.last, worked > Set(inWeek.filter(\.isGiven).map(\.day)).count
            else { return nil }
            return judge(
                .workedDaysPerWeek, worked, atMost: rule.days, .days, rule.source, day: last, place: index,
                days: inWeek.plannedDays)
        }
    }
}
