import RosterModel

extension LineAudit {
    /// One long rest in each civil week.
    func weeklyRestFindings(_ stints: [Stint]) -> [Finding] {
        guard let rule = regime.weeklyRest else { return [] }
        let past = stints.filter(\.isPast)
        return calendar.weeks.enumerated().compactMap { index, week in
            guard calendar.judgesRest(of: week, hasHistory: agent.history != nil) else { return nil }
            // What the past alone has broken is no breach of this roster.
            guard longestRest(among: past, in: week, rule) >= rule.minutes else { return nil }
            return judge(
                .weeklyRest, longestRest(among: stints, in: week, rule), atLeast: rule.minutes, .minutes, rule.source,
                day: week.monday + 6, place: index, days: daysNear(week, stints))
        }
    }

    /// Length of the longest rest with enough of it inside the week; 0 when there is none.
    func longestRest(among stints: [Stint], in week: RuleCalendar.Week, _ rule: WeeklyRest) -> Int {
        // The agent is free before the first known shift and after the last one, as long as any rule could ask.
        let far = rule.minutes + rule.minutesWithinWeek + 20_000
        var longest = 0
        var end = min(week.minutes.lowerBound, stints.first?.minutes.lowerBound ?? 0) - far
        let starts = stints.map(\.minutes.lowerBound)
        let close = max(week.minutes.upperBound, stints.map(\.minutes.upperBound).max() ?? 0) + far
        for (index, start) in (starts + [close]).enumerated() {
            if start > end {
                let inside = (end..<start).clamped(to: week.minutes).count
                if inside >= max(1, rule.minutesWithinWeek) { longest = max(longest, start - end) }
            }
            if index < stints.count { end = max(end, stints[index].minutes.upperBound) }
        }
        return longest
    }

    /// Service days of the horizon whose shifts bound the rests that meet a week.
    private func daysNear(_ week: RuleCalendar.Week, _ stints: [Stint]) -> [Int] {
        let before = stints.last { $0.minutes.upperBound <= week.minutes.lowerBound }
        let after = stints.first { $0.minutes.lowerBound >= week.minutes.upperBound }
        let inside = stints.filter { $0.minutes.overlaps(week.minutes) }
        return ([before].compactMap(\.self) + inside + [after].compactMap(\.self)).filter { !$0.isPast }.map(\.day)
    }
}
