import RosterModel

extension LineAudit {
    /// Weekly average of every run of consecutive civil weeks whose last one meets the horizon.
    func averageOverWeeksFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.averageOverWeeks else { return [] }
        return averages(pieces, .averageOverWeeks, rule.weeklyMinutes, weeks: rule.weeks, rule.source)
    }

    /// Runs of weeks in which a shift of the roster works, against an average; weeks that nobody knows count as no work.
    func averages(
        _ pieces: LinePieces, _ rule: Rule, _ weeklyMinutes: Int, weeks: Int, _ source: RuleSource
    ) -> [Finding] {
        calendar.weeks(startingOn: regime.weekStart).enumerated().compactMap { index, last in
            let first = calendar.midnight(ofDay: last.first - 7 * (weeks - 1))
            let span = first..<last.minutes.upperBound
            let inside = pieces.all.filter { $0.minutes.overlaps(span) }
            guard let day = inside.plannedDays.last else { return nil }
            let total = inside.reduce(0) { sum, piece in sum + workingMinutes(piece, inside: span) }
            // Rounded up, so that an average above the limit never shows as the limit.
            return judge(
                rule, (total + weeks - 1).flooredDivision(by: weeks), atMost: weeklyMinutes, .minutes, source,
                day: day, place: index, days: inside.plannedDays)
        }
    }

    /// Whether everything that averages over so many weeks look at is known.
    func knowsWeeks(_ weeks: Int) -> Bool {
        guard let week = calendar.weeks(startingOn: regime.weekStart).first else { return true }
        // Before the contract there is nothing to know.
        let first = max(week.first - 7 * (weeks - 1), agent.contractDays.lowerBound)
        return first >= agent.history?.knownFrom ?? 0
    }
}
