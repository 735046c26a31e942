import RosterModel

extension LineAudit {
    /// Sundays off in every run of consecutive Sundays.
    func sundaysOffFindings(_ stints: [Stint]) -> [Finding] {
        guard let rule = regime.sundaysOff else { return [] }
        var shiftDays: [Int: [Stint]] = [:]
        for stint in stints {
            for sunday in calendar.sundays(
                workedBy: stint.minutes, day: stint.day, startsOnly: rule.countsStartsOnly)
            {
                shiftDays[sunday, default: []].append(stint)
            }
        }
        // A run with too many worked Sundays has one that ends in a worked Sunday.
        return shiftDays.keys.sorted().compactMap { last in
            guard let day = shiftDays[last]?.last(where: { !$0.isPast })?.day else { return nil }
            let window = (0..<rule.ofSundays).map { last - 7 * $0 }
            let worked = window.filter { shiftDays[$0] != nil }
            return judge(
                .sundaysOff, worked.count, atMost: rule.ofSundays - rule.off, .sundays, rule.source, day: day,
                place: last, days: worked.flatMap { shiftDays[$0] ?? [] }.filter { !$0.isPast }.map(\.day))
        }
    }
}
