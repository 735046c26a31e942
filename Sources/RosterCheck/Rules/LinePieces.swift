import RosterModel

/// All pieces of work of one agent, by start.
struct LinePieces {
    /// Every piece.
    let all: [Piece]
    /// Those that the roster has not put there.
    let given: [Piece]
    /// Those of the horizon: shifts and busy intervals.
    let horizon: [Piece]
    /// Shifts of the roster.
    let planned: [Piece]

    init(given: [Piece], planned: [Piece]) {
        func byStart(_ pieces: [Piece]) -> [Piece] {
            pieces.sorted {
                ($0.minutes.lowerBound, $0.minutes.upperBound) < ($1.minutes.lowerBound, $1.minutes.upperBound)
            }
        }
        self.planned = byStart(planned)
        self.given = byStart(given)
        all = byStart(given + planned)
        horizon = all.filter { $0.origin != .history }
    }

    /// Pieces by service day, days in order.
    static func serviceDays(of pieces: [Piece]) -> [(key: Int, value: [Piece])] {
        Dictionary(grouping: pieces, by: \.day).sorted { $0.key < $1.key }
    }
}

extension [Piece] {
    /// Service days of the shifts of the roster among these pieces, in order.
    var plannedDays: [Int] { filter { !$0.isGiven }.map(\.day) }
}
