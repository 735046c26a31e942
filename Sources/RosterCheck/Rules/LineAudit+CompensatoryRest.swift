import RosterModel

extension LineAudit {
    /// Compensatory rest that the shifts of the roster earn, in the order of the regime; nothing where none is earned.
    func earnedRests(_ shifts: [WorkedShift]) -> [EarnedRest] {
        guard !regime.compensatoryRests.isEmpty else { return [] }
        let pieces = LinePieces(given: given, planned: shifts.flatMap { Piece.parts(of: $0) })
        let isNightWorker = isNightWorker(pieces)
        return regime.compensatoryRests.compactMap { source in
            var basis = 0
            switch source.basis {
            case .nightHours(let clock) where !isNightWorker:
                basis = pieces.planned.reduce(0) {
                    $0 + calendar.minutes(of: $1.minutes, day: $1.day, inside: clock)
                }
            case .longDays(let above) where isNightWorker:
                basis = LinePieces.serviceDays(of: pieces.planned).reduce(0) { sum, day in
                    sum + max(0, day.value.reduce(0) { $0 + workingMinutes($1) } - above)
                }
            default: break
            }
            return basis > 0 ? EarnedRest(agent: agentID, source: source, basisMinutes: basis) : nil
        }
    }
}
