import RosterModel

extension LineAudit {
    /// Rest inside the amplitude of a day: how much of it in its one or two longest pieces, and the longest of them.
    func innerRestFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.innerRest else { return [] }
        return LinePieces.serviceDays(of: pieces.horizon).flatMap { day, pieces in
            groups(of: pieces).compactMap { group -> Finding? in
                guard let span = span(of: group) else { return nil }
                let due = rule.minutes - max(0, rule.amplitudeMinutes - span.count)
                guard due > 0 else { return nil }
                let asked = max(due, rule.leastMinutes)
                let rests = rests(in: group)
                let found = rests.first.map { $0 + (rests.dropFirst().first ?? 0) } ?? 0
                let longest = rests.first ?? 0
                // Rounded up: a share is kept only when all of it is.
                let share = (asked * rule.largestShare + 99) / 100
                let judgesLongest = found >= asked && longest < share
                return judge(
                    .innerRest, judgesLongest ? longest : found, atLeast: judgesLongest ? share : asked, .minutes,
                    rule.source, day: day, place: day, days: [day])
            }
        }
    }

    /// Gaps between pieces and the break of the shift, longest first.
    private func rests(in group: [Piece]) -> [Int] {
        var rests: [Int] = []
        var end = Int.max
        for piece in group {
            if piece.minutes.lowerBound > end { rests.append(piece.minutes.lowerBound - end) }
            end = end == Int.max ? piece.minutes.upperBound : max(end, piece.minutes.upperBound)
            if piece.breakMinutes > 0, !piece.isGiven { rests.append(piece.breakMinutes) }
        }
        return rests.sorted(by: >)
    }
}
