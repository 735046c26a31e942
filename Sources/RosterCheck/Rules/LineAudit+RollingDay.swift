import RosterModel

extension LineAudit {
    /// Work in the 24 hours from the start of a piece and before its end.
    func rollingDayFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.rollingDay else { return [] }
        var worst: [Int: Finding] = [:]
        for piece in pieces.all {
            for span in [
                piece.minutes.lowerBound..<piece.minutes.lowerBound + 1440,
                piece.minutes.upperBound - 1440..<piece.minutes.upperBound,
            ] {
                let inside = pieces.all.filter { $0.minutes.overlaps(span) }
                guard let day = inside.plannedDays.last else { continue }
                let work = inside.reduce(0) { $0 + min($1.minutes.clamped(to: span).count, workingMinutes($1)) }
                let finding = judge(
                    .rollingDay, work, atMost: rule.minutes, .minutes, rule.source, day: day, place: day,
                    days: inside.plannedDays)
                if let finding, finding.measured > worst[day]?.measured ?? Int.min { worst[day] = finding }
            }
        }
        return worst.sorted { $0.key < $1.key }.map(\.value)
    }
}
