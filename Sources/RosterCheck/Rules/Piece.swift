import RosterModel

/// A piece of work of one agent: a shift of the roster, a shift of the history, or a busy interval.
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
    /// Break of a shift; a busy interval has none.
    let breakMinutes: Int
    let origin: Origin

    init(day: Int, minutes: Range<Int>, breakMinutes: Int, origin: Origin) {
        self.day = day
        self.minutes = minutes
        self.breakMinutes = breakMinutes
        self.origin = origin
    }

    /// A shift of a roster.
    init(_ shift: WorkedShift, origin: Origin = .shift) {
        self.init(day: shift.day, minutes: shift.minutes, breakMinutes: shift.breakMinutes, origin: origin)
    }

    /// Whether the line of the contract has not put it there.
    var isGiven: Bool { origin != .shift }
}
