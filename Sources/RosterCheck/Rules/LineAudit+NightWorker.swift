import RosterModel

extension LineAudit {
    /// Day and average of a night worker, when the agent is one.
    func nightWorkerFindings(_ pieces: LinePieces) -> [Finding] {
        guard regime.nightWorkerDay != nil || regime.nightWorkerAverage != nil, isNightWorker(pieces) else { return [] }
        var found: [Finding] = []
        if let rule = regime.nightWorkerDay { found += longDays(pieces, .nightWorkerDay, rule.minutes, rule.source) }
        if let rule = regime.nightWorkerAverage {
            found += averages(pieces, .nightWorkerAverage, rule.weeklyMinutes, weeks: rule.weeks, rule.source)
        }
        return found
    }

    /// Whether the agent is recorded as a night worker, or some civil week holds the pattern of nights.
    func isNightWorker(_ pieces: LinePieces) -> Bool {
        if agent.isNightWorker { return true }
        let weeks = Dictionary(grouping: nights(pieces.all)) {
            calendar.firstDay(ofWeekOf: $0, startingOn: regime.weekStart)
        }
        return weeks.values.contains { $0.count >= regime.nightWorkerNights }
    }
}
