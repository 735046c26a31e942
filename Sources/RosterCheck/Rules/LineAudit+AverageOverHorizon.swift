import RosterModel

extension LineAudit {
    /// Working time of the horizon against a weekly average.
    func averageOverHorizonFindings(_ planned: [Stint]) -> [Finding] {
        guard let rule = regime.averageOverHorizon else { return [] }
        let limit = rule.weeklyMinutes * calendar.scenario.axis.dayCount / 7
        return [
            judge(
                .averageOverHorizon, planned.reduce(0) { $0 + workingMinutes($1) }, atMost: limit, .minutes,
                rule.source, day: nil, place: 0, days: planned.map(\.day))
        ].compactMap(\.self)
    }
}
