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

    /// Service days of twelve months.
    private static let yearDays = 365

    /// Whether twelve months that end in the horizon, or on the day before it, hold the hours of night that make a night worker.
    private func hasYearOfNights(_ pieces: [Piece]) -> Bool {
        guard let asked = regime.nightWorkerYearMinutes else { return false }
        let nights = pieces.map { ($0.day, calendar.minutes(of: $0.minutes, day: $0.day, inside: regime.nightClock)) }
        return (-1..<calendar.scenario.axis.dayCount).contains { last in
            let year = last - Self.yearDays + 1...last
            return nights.reduce(0) { $0 + (year.contains($1.0) ? $1.1 : 0) } >= asked
        }
    }

    /// Whether it is known if those hours were worked before the horizon: all of the twelve months, or enough of them.
    var knowsYearOfNights: Bool {
        guard regime.nightWorkerYearMinutes != nil, !agent.isNightWorker else { return true }
        return hasYearOfNights(history)
            || max(-Self.yearDays, agent.contractDays.lowerBound) >= agent.history?.knownFrom ?? 0
    }

    /// Whether the agent is recorded as a night worker, some civil week holds the pattern of nights, or twelve months the hours.
    func isNightWorker(_ pieces: LinePieces) -> Bool {
        if agent.isNightWorker || hasYearOfNights(pieces.all) { return true }
        let weeks = Dictionary(grouping: nights(pieces.all)) {
            calendar.firstDay(ofWeekOf: $0, startingOn: regime.weekStart)
        }
        return weeks.values.contains { $0.count >= regime.nightWorkerNights }
    }
}
