import RosterModel

extension LineAudit {
    /// Half-days off of each civil week that lie inside rests of the length asked for.
    func weeklyHalfDaysFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.weeklyHalfDays else { return [] }
        return calendar.weeks(startingOn: regime.weekStart).enumerated().compactMap { index, week in
            // What is given alone has broken is no breach of this roster.
            guard halfDaysOff(week, pieces.given, rule) >= rule.halfDays else { return nil }
            let days = daysNear(week, pieces.all)
            guard !days.isEmpty else { return nil }
            return judge(
                .weeklyHalfDays, halfDaysOff(week, pieces.all, rule), atLeast: rule.halfDays, .halfDays, rule.source,
                day: calendar.lastDay(of: week), place: index, days: days)
        }
    }

    /// Free half-days of a week, each of which lies in a rest that is long enough.
    private func halfDaysOff(_ week: RuleCalendar.Week, _ pieces: [Piece], _ rule: WeeklyHalfDays) -> Int {
        let edges =
            (0..<7).flatMap { day in
                [calendar.midnight(ofDay: week.first + day), calendar.noon(ofDay: week.first + day)]
            } + [week.minutes.upperBound]
        return zip(edges, edges.dropFirst()).count { start, end in
            guard !pieces.contains(where: { $0.minutes.overlaps(start..<end) }) else { return false }
            let before = pieces.filter { $0.minutes.upperBound <= start }.map(\.minutes.upperBound).max()
            let after = pieces.filter { $0.minutes.lowerBound >= end }.map(\.minutes.lowerBound).min()
            // Before the first known piece and after the last one the agent is free.
            guard let before, let after else { return true }
            return after - before >= rule.restMinutes
        }
    }
}
