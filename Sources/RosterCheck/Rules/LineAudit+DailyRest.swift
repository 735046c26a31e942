import RosterModel

extension LineAudit {
    /// Elapsed time from the last end of a worked day to the first start of the next one.
    func dailyRestFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.dailyRest else { return [] }
        let days = LinePieces.serviceDays(of: pieces.all)
        return zip(days, days.dropFirst()).compactMap { before, after in
            guard let last = before.value.max(by: { $0.minutes.upperBound < $1.minutes.upperBound }),
                let first = after.value.min(by: { $0.minutes.lowerBound < $1.minutes.lowerBound }),
                !last.isGiven || !first.isGiven
            else { return nil }
            return judge(
                .dailyRest, first.minutes.lowerBound - last.minutes.upperBound, atLeast: rule.minutes, .minutes,
                rule.source, day: after.key, place: after.key, days: [last, first].plannedDays)
        }
    }
}
