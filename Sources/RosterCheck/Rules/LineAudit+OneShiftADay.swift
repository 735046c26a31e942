import RosterModel

extension LineAudit {
    /// At most one shift starts on a service day.
    func oneShiftADayFindings(_ pieces: LinePieces) -> [Finding] {
        LinePieces.serviceDays(of: pieces.planned).compactMap { day, shifts in
            guard shifts.count > 1 else { return nil }
            return Finding(
                rule: .oneShiftADay, day: day, measured: shifts.count, limit: 1, isFloor: false, unit: .shifts,
                article: "", place: day, days: [day])
        }
    }
}
