import RosterModel

extension LineAudit {
    /// Number of parts of a shift, and the gaps between them.
    func splitDayFindings(_ shift: WorkedShift) -> [Finding] {
        guard let rule = regime.splitDay else { return [] }
        let parts = shift.parts
        guard parts.count > 1 else { return [] }
        if parts.count > rule.parts {
            return [
                Finding(
                    rule: .splitDay, day: shift.day, measured: parts.count, limit: rule.parts, isFloor: false,
                    unit: .parts, article: rule.source.article, place: shift.day, days: [shift.day])
            ]
        }
        guard let longest = rule.gapMinutes,
            let gap = zip(parts, parts.dropFirst()).map({ $1.lowerBound - $0.upperBound }).max()
        else { return [] }
        return [
            judge(
                .splitDay, gap, atMost: longest, .minutes, rule.source, day: shift.day, place: shift.day,
                days: [shift.day])
        ].compactMap(\.self)
    }
}
