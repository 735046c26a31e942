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

    /// First service day of the twelve months before the horizon.
    private static let yearStart = -365

    /// Whether the history of the twelve months before the horizon holds the hours of night that make a night worker.
    var hasYearOfNights: Bool {
        guard let asked = regime.nightWorkerYearMinutes else { return false }
        let nights = history.filter { $0.day >= Self.yearStart }
        return nights.reduce(0) { $0 + calendar.minutes(of: $1.minutes, day: $1.day, inside: regime.nightClock) }
            >= asked
    }

    /// Whether it is known if those hours were worked: all of the twelve months, or enough of them.
    var knowsYearOfNights: Bool {
        guard regime.nightWorkerYearMinutes != nil, !agent.isNightWorker else { return true }
        return hasYearOfNights || max(Self.yearStart, agent.contractDays.lowerBound) >= agent.history?.knownFrom ?? 0
    }

    /// Whether the agent is recorded as a night worker, or some civil week holds the pattern of nights.
    func isNightWorker(_ pieces: LinePieces) -> Bool {
        if agent.isNightWorker || hasYearOfNights { return true }
        let weeks = Dictionary(grouping: nights(pieces.all)) {
            calendar.firstDay(ofWeekOf: $0, startingOn: regime.weekStart)
        }
        return weeks.values.contains { $0.count >= regime.nightWorkerNights }
    }
}
