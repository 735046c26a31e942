import RosterModel

extension LineAudit {
    /// No minute of a shift in the night clock, for those to whom night is forbidden.
    func nightForbiddenFindings(_ shift: WorkedShift) -> [Finding] {
        guard regime.nightForbidden != nil || !agent.nightAllowed else { return [] }
        let night = shift.parts.reduce(0) {
            $0 + calendar.minutes(of: $1, day: shift.day, inside: regime.nightClock)
        }
        guard night > 0 else { return [] }
        return [
            Finding(
                rule: .nightForbidden, day: shift.day, measured: night, limit: 0, isFloor: false, unit: .minutes,
                article: regime.nightForbidden?.source.article ?? "", place: shift.day, days: [shift.day])
        ]
    }
}
