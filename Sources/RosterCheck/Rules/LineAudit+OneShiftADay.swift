import RosterModel

extension LineAudit {
    /// At most one shift starts on a service day.
    func oneShiftADayFindings(_ pieces: LinePieces) -> [Finding] {
        LinePieces.serviceDays(of: pieces.planned).compactMap { day, shifts in
            let count = shifts.count(where: \.isFirst)
            guard count > 1 else { return nil }
            return Finding(
                rule: .oneShiftADay, day: day, measured: count, limit: 1, isFloor: false, unit: .shifts,
                article: "", place: day, days: [day])
        }
    }
}
