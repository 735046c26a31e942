import RosterModel

extension LineAudit {
    /// One long rest in each civil week.
    func weeklyRestFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.weeklyRest else { return [] }
        return calendar.weeks(startingOn: regime.weekStart).enumerated().compactMap { index, week in
            // What is given alone has broken is no breach of this roster.
            guard longestRest(among: pieces.given, in: week, rule) >= rule.minutes else { return nil }
            let days = daysNear(week, pieces.all)
            guard !days.isEmpty else { return nil }
            return judge(
                .weeklyRest, longestRest(among: pieces.all, in: week, rule), atLeast: rule.minutes, .minutes,
                rule.source, day: calendar.lastDay(of: week), place: index, days: days)
        }
    }

    /// Length of the longest rest with enough of it inside the week; of any other only what lies inside counts.
    func longestRest(among pieces: [Piece], in week: RuleCalendar.Week, _ rule: WeeklyRest) -> Int {
        // The agent is free before the first known piece and after the last one, as long as any rule could ask.
        let far = rule.minutes + rule.minutesWithinWeek + 20_000
        var longest = 0
        var end = min(week.minutes.lowerBound, pieces.first?.minutes.lowerBound ?? 0) - far
        let starts = pieces.map(\.minutes.lowerBound)
        let close = max(week.minutes.upperBound, pieces.map(\.minutes.upperBound).max() ?? 0) + far
        for (index, start) in (starts + [close]).enumerated() {
            if start > end {
                let inside = (end..<start).clamped(to: week.minutes).count
                let counts = inside >= max(1, rule.minutesWithinWeek)
                longest = max(longest, counts ? start - end : min(inside, rule.minutes - 1))
            }
            if index < pieces.count { end = max(end, pieces[index].minutes.upperBound) }
        }
        return longest
    }

    /// Service days of the shifts that bound the rests that meet a week.
    func daysNear(_ week: RuleCalendar.Week, _ pieces: [Piece]) -> [Int] {
        let before = pieces.last { $0.minutes.upperBound <= week.minutes.lowerBound }
        let after = pieces.first { $0.minutes.lowerBound >= week.minutes.upperBound }
        let inside = pieces.filter { $0.minutes.overlaps(week.minutes) }
        return ([before].compactMap(\.self) + inside + [after].compactMap(\.self)).plannedDays
    }
}
