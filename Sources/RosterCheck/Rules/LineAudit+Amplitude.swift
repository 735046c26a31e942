import RosterModel

extension LineAudit {
    /// Elapsed time from the first start to the last end of pieces of a service day that belong together.
    func amplitudeFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.amplitude else { return [] }
        return LinePieces.serviceDays(of: pieces.horizon).flatMap { day, pieces in
            groups(of: pieces).compactMap { group -> Finding? in
                guard group.contains(where: { !$0.isGiven }), let start = group.map(\.minutes.lowerBound).min(),
                    let end = group.map(\.minutes.upperBound).max()
                else { return nil }
                return judge(
                    .amplitude, end - start, atMost: rule.minutes, .minutes, rule.source, day: day, place: day,
                    days: [day])
            }
        }
    }

    /// Pieces less than the daily rest apart belong together; all of them when there is no daily rest.
    private func groups(of pieces: [Piece]) -> [[Piece]] {
        guard let rest = regime.dailyRest?.minutes else { return [pieces] }
        var groups: [[Piece]] = []
        var end = 0
        for piece in pieces {
            if groups.isEmpty || piece.minutes.lowerBound - end >= rest {
                groups.append([])
                end = piece.minutes.upperBound
            }
            groups[groups.count - 1].append(piece)
            end = max(end, piece.minutes.upperBound)
        }
        return groups
    }
}
