import RosterModel

extension LineAudit {
    /// Work of a service day.
    func maximumDayFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.maximumDay else { return [] }
        return longDays(pieces, .maximumDay, rule.minutes, rule.source)
    }

    /// Service days of the horizon with a shift whose work exceeds a limit.
    func longDays(_ pieces: LinePieces, _ rule: Rule, _ limit: Int, _ source: RuleSource) -> [Finding] {
        LinePieces.serviceDays(of: pieces.horizon).compactMap { day, pieces in
            guard pieces.contains(where: { !$0.isGiven }) else { return nil }
            return judge(
                rule, pieces.reduce(0) { $0 + workingMinutes($1) }, atMost: limit, .minutes, source, day: day,
                place: day, days: [day])
        }
    }
}
