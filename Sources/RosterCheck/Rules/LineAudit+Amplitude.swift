import RosterModel

extension LineAudit {
    /// Elapsed time from the first start to the last end of a service day.
    func amplitudeFindings(_ planned: [Stint]) -> [Finding] {
        guard let rule = regime.amplitude else { return [] }
        return serviceDays(of: planned).compactMap { day, stints in
            let start = stints.map(\.minutes.lowerBound).min() ?? 0
            let end = stints.map(\.minutes.upperBound).max() ?? 0
            return judge(
                .amplitude, end - start, atMost: rule.minutes, .minutes, rule.source, day: day, place: day, days: [day])
        }
    }
}
