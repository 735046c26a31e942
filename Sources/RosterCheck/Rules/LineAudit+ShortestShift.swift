import RosterModel

extension LineAudit {
    /// Least elapsed time of a shift, of a split one of each period between its longer gaps.
    func shortestShiftFindings(_ shift: WorkedShift) -> [Finding] {
        guard let rule = regime.shortestShift else { return [] }
        var periods: [Int] = []
        var end = Int.min / 2
        for part in shift.parts {
            if part.lowerBound - end > rule.gapMinutes { periods.append(0) }
            periods[periods.count - 1] += part.count
            end = part.upperBound
        }
        return periods.min().flatMap { shortest in
            judge(
                .shortestShift, shortest, atLeast: rule.minutes, .minutes, rule.source, day: shift.day,
                place: shift.day, days: [shift.day])
        }.map { [$0] } ?? []
    }
}
