import RosterModel

extension LineAudit {
    /// Elapsed time from the first start to the last end of pieces of a service day that belong together.
    func amplitudeFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.amplitude else { return [] }
        return LinePieces.serviceDays(of: pieces.horizon).flatMap { day, pieces in
            groups(of: pieces).compactMap { group -> Finding? in
                guard let span = span(of: group) else { return nil }
                return judge(
                    .amplitude, span.count, atMost: rule.minutes, .minutes, rule.source, day: day, place: day,
                    days: [day])
            }
        }
    }

    /// First start to last end of pieces, if a shift of the roster is among them.
    func span(of group: [Piece]) -> Range<Int>? {
        guard group.contains(where: { !$0.isGiven }), let start = group.map(\.minutes.lowerBound).min(),
            let end = group.map(\.minutes.upperBound).max()
        else { return nil }
        return start..<end
    }

    /// Parts of one shift, and pieces less than the daily rest apart, belong together; all of them when there is no daily
    /// rest.
    func groups(of pieces: [Piece]) -> [[Piece]] {
        guard let rest = regime.dailyRest?.minutes else { return [pieces] }
        var groups: [[Piece]] = []
        var end = 0
        for piece in pieces {
            if groups.isEmpty || piece.whole.lowerBound - end >= rest {
                groups.append([])
                end = piece.whole.upperBound
            }
            groups[groups.count - 1].append(piece)
            end = max(end, piece.whole.upperBound)
        }
        return groups
    }
}
