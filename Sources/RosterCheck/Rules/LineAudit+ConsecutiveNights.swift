import RosterModel

extension LineAudit {
    /// Runs of night shifts; the history may begin them.
    func consecutiveNightsFindings(_ stints: [Stint]) -> [Finding] {
        guard let rule = regime.consecutiveNights else { return [] }
        let nights = stints.filter {
            calendar.minutes(of: $0.minutes, day: $0.day, inside: regime.nightClock) >= regime.nightShiftMinutes
        }
        return runs(of: nights).compactMap { run in
            judge(
                .consecutiveNights, run.length, atMost: rule.nights, .nights, rule.source, day: run.last,
                place: run.first, days: run.planned)
        }
    }
}
