import RosterModel

extension LineAudit {
    /// Work between two long rests.
    func restAfterWorkFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.restAfterWork else { return [] }
        var runs: [[Piece]] = []
        var end = 0
        for piece in pieces.all {
            if runs.isEmpty || piece.minutes.lowerBound - end >= rule.restMinutes {
                runs.append([])
                end = piece.minutes.upperBound
            }
            runs[runs.count - 1].append(piece)
            end = max(end, piece.minutes.upperBound)
        }
        return runs.compactMap { run in
            guard let last = run.plannedDays.last else { return nil }
            return judge(
                .restAfterWork, run.reduce(0) { $0 + workingMinutes($1) }, atMost: rule.workMinutes, .minutes,
                rule.source, day: last, place: run[0].day, days: run.plannedDays)
        }
    }
}
