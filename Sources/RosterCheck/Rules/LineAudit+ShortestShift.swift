import RosterModel

extension LineAudit {
    /// Least elapsed time of a shift.
    func shortestShiftFindings(_ shift: WorkedShift) -> [Finding] {
        guard let rule = regime.shortestShift else { return [] }
        return [
            judge(
                .shortestShift, shift.minutes.count, atLeast: rule.minutes, .minutes, rule.source, day: shift.day,
                place: shift.day, days: [shift.day])
        ].compactMap(\.self)
    }
}
