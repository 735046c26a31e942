import RosterModel

extension LineAudit {
    /// At most one shift starts on a service day.
    func oneShiftADayFindings(_ planned: [Stint]) -> [Finding] {
        serviceDays(of: planned).compactMap { day, stints in
            guard stints.count > 1 else { return nil }
            return Finding(
                rule: .oneShiftADay, day: day, measured: stints.count, limit: 1, isFloor: false, unit: .shifts,
                article: "", place: day, days: [day])
        }
    }

    /// Shifts by service day, days in order.
    func serviceDays(of stints: [Stint]) -> [(key: Int, value: [Stint])] {
        Dictionary(grouping: stints, by: \.day).sorted { $0.key < $1.key }
    }
}
