import RosterModel

extension LineAudit {
    /// Free half-days in a row around each Sunday.
    func weekendRestFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.weekendRest else { return [] }
        return (-1...calendar.scenario.axis.dayCount).compactMap { sunday in
            guard calendar.scenario.axis.weekday(ofDay: sunday) == .sunday else { return nil }
            let free = freeHalfDays(around: sunday, pieces.all, rule)
            // What is given alone has broken is no breach of this roster.
            guard freeHalfDays(around: sunday, pieces.given, rule) >= rule.halfDays else { return nil }
            let around = calendar.midnight(ofDay: sunday - 1)..<calendar.midnight(ofDay: sunday + 2)
            let days = pieces.planned.filter { $0.minutes.overlaps(around) }.map(\.day)
            guard let last = days.last else { return nil }
            return judge(
                .weekendRest, free, atLeast: rule.halfDays, .halfDays, rule.source, day: last, place: sunday,
                days: days)
        }
    }

    /// Longest run of free half-days that holds both halves of a Sunday, counted no further than the rule asks; 0 when the
    /// Sunday is worked.
    private func freeHalfDays(around sunday: Int, _ pieces: [Piece], _ rule: WeekendRest) -> Int {
        // Half-days from the morning of the Saturday to the afternoon of the Monday.
        let edges =
            (-1...1).flatMap { day in
                [calendar.midnight(ofDay: sunday + day), calendar.noon(ofDay: sunday + day)]
            } + [calendar.midnight(ofDay: sunday + 2)]
        let isFree = zip(edges, edges.dropFirst()).map { start, end in
            !pieces.contains { $0.minutes.overlaps(start..<end) }
        }
        guard isFree[2], isFree[3] else { return 0 }
        var length = 2
        for half in [1, 0] {
            guard isFree[half] else { break }
            length += 1
        }
        for half in [4, 5] {
            guard isFree[half] else { break }
            length += 1
        }
        return min(length, rule.halfDays)
    }
}
