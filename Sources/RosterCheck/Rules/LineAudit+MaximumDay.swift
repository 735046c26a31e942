import RosterModel

extension LineAudit {
    /// Working time of a service day.
    func maximumDayFindings(_ planned: [Stint]) -> [Finding] {
        guard let rule = regime.maximumDay else { return [] }
        return serviceDays(of: planned).compactMap { day, stints in
            judge(
                .maximumDay, stints.reduce(0) { $0 + workingMinutes($1) }, atMost: rule.minutes, .minutes,
                rule.source, day: day, place: day, days: [day])
        }
    }
}
