import RosterModel

extension LineAudit {
    /// Least break of a long shift; a gap as long as the break is one, and the work before and after it is judged apart.
    func breakDuringWorkFindings(_ shift: WorkedShift) -> [Finding] {
        guard let rule = regime.breakDuringWork else { return [] }
        var stretches: [(work: Int, pause: Int)] = []
        var end = Int.min / 2
        for part in Piece.parts(of: shift) {
            if part.minutes.lowerBound - end >= rule.minutes { stretches.append((0, 0)) }
            stretches[stretches.count - 1].work += workingMinutes(part)
            stretches[stretches.count - 1].pause += part.breakMinutes
            end = part.minutes.upperBound
        }
        let short = stretches.filter { $0.work >= rule.afterMinutes && $0.pause < rule.minutes }.map(\.pause)
        guard let pause = short.min() else { return [] }
        return [
            Finding(
                rule: .breakDuringWork, day: shift.day, measured: pause, limit: rule.minutes,
                isFloor: true, unit: .minutes, article: rule.source.article, place: shift.day, days: [shift.day])
        ]
    }
}
