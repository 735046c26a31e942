import RosterModel

/// A piece of work of one agent: a shift of the roster or one part of it, a shift of the history, or a busy interval.
struct Piece {
    /// Where it comes from.
    enum Origin {
        case shift, history, busy
        /// A shift of the roster for the other contract of the person.
        case otherContract
    }

    /// Service day.
    let day: Int
    let minutes: Range<Int>
    /// From the first start to the last end of the shift that it is a part of.
    let whole: Range<Int>
    /// Break that lies in it; a busy interval has none.
    let breakMinutes: Int
    let origin: Origin

    init(day: Int, minutes: Range<Int>, whole: Range<Int>? = nil, breakMinutes: Int, origin: Origin) {
        self.day = day
        self.minutes = minutes
        self.whole = whole ?? minutes
        self.breakMinutes = breakMinutes
        self.origin = origin
    }

    /// The parts of a shift of a roster; the break is in the longest of them, the first of equals.
    static func parts(of shift: WorkedShift, origin: Origin = .shift) -> [Piece] {
        of(shift.parts, day: shift.day, breakMinutes: shift.breakMinutes, origin: origin)
    }

    /// Parts of a shift, given by their minutes in order.
    static func of(_ parts: [Range<Int>], day: Int, breakMinutes: Int, origin: Origin = .shift) -> [Piece] {
        guard let first = parts.first, let last = parts.last else { return [] }
        let longest = parts.map(\.count).max()
        let holder = parts.firstIndex { $0.count == longest }
        return parts.enumerated().map { index, minutes in
            Piece(
                day: day, minutes: minutes, whole: first.lowerBound..<last.upperBound,
                breakMinutes: index == holder ? breakMinutes : 0, origin: origin)
        }
    }

    /// Whether the line of the contract has not put it there.
    var isGiven: Bool { origin != .shift }
    /// Whether its shift begins with it.
    var isFirst: Bool { minutes.lowerBound == whole.lowerBound }
}
