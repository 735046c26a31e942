import RosterModel

extension LineAudit {
    /// Elapsed time from an end to the next start.
    func dailyRestFindings(_ stints: [Stint]) -> [Finding] {
        guard let rule = regime.dailyRest else { return [] }
        return zip(stints, stints.dropFirst()).compactMap { before, after in
            guard !after.isPast else { return nil }
            return judge(
                .dailyRest, after.minutes.lowerBound - before.minutes.upperBound, atLeast: rule.minutes, .minutes,
                rule.source, day: after.day, place: after.day, days: [before, after].filter { !$0.isPast }.map(\.day))
        }
    }
}
