import RosterModel

extension LineAudit {
    /// Working time of the horizon against a weekly average.
    func averageOverHorizonFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.averageOverHorizon, !pieces.planned.isEmpty else { return [] }
        let limit = rule.weeklyMinutes * calendar.scenario.axis.dayCount / 7
        return [
            judge(
                .averageOverHorizon, pieces.horizon.reduce(0) { $0 + workingMinutes($1) }, atMost: limit, .minutes,
                rule.source, day: nil, place: 0, days: pieces.planned.map(\.day))
        ].compactMap(\.self)
    }
}
