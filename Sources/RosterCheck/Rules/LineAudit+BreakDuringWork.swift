import RosterModel

extension LineAudit {
    /// Least break of a long shift.
    func breakDuringWorkFindings(_ shift: WorkedShift) -> [Finding] {
        guard let rule = regime.breakDuringWork, workingMinutes(Piece(shift)) >= rule.afterMinutes,
            shift.breakMinutes < rule.minutes
        else { return [] }
        return [
            Finding(
                rule: .breakDuringWork, day: shift.day, measured: shift.breakMinutes, limit: rule.minutes,
                isFloor: true, unit: .minutes, article: rule.source.article, place: shift.day, days: [shift.day])
        ]
    }
}
