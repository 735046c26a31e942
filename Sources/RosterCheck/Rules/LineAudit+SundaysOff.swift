import RosterModel

extension LineAudit {
    /// Sundays off in every run of consecutive Sundays.
    func sundaysOffFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.sundaysOff else { return [] }
        let worked = workedSundays(pieces.all, rule)
        // A run with too many worked Sundays has one that ends in a worked Sunday.
        return worked.keys.sorted().compactMap { last in
            let window = (0..<rule.ofSundays).map { last - 7 * $0 }.filter { worked[$0] != nil }
            let days = window.flatMap { worked[$0] ?? [] }.plannedDays
            guard let day = days.max() else { return nil }
            return judge(
                .sundaysOff, window.count, atMost: rule.ofSundays - rule.off, .sundays, rule.source, day: day,
                place: last, days: days)
        }
    }

    /// Worked Sundays (as service days) with the pieces that make them so.
    private func workedSundays(_ pieces: [Piece], _ rule: SundaysOff) -> [Int: [Piece]] {
        var worked: [Int: [Piece]] = [:]
        for piece in pieces {
            for sunday in calendar.sundays(
                workedBy: piece.minutes, day: piece.day, startsOnly: rule.countsStartsOnly)
            {
                worked[sunday, default: []].append(piece)
            }
        }
        guard rule.isJoined else { return worked }
        // A Sunday between a worked Saturday and a worked Monday is no joined rest.
        let byDay = Dictionary(grouping: pieces, by: \.day)
        for day in byDay.keys where calendar.scenario.axis.weekday(ofDay: day) == .saturday {
            guard worked[day + 1] == nil, let saturday = byDay[day], let monday = byDay[day + 2] else { continue }
            worked[day + 1] = saturday + monday
        }
        return worked
    }
}
