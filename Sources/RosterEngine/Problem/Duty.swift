import RosterModel

/// A shift with a place: one sector, or the sectors of a round. The same on every day on which the shift is worked.
struct Duty: Hashable, Sendable {
    /// Shift of the menu.
    let shift: ShiftID
    /// Sector of the whole shift; nil for a round, which brings its own.
    let sector: SectorID?
}

/// A duty on one service day: where the agent is present, slot by slot.
struct DutyDay: Sendable {
    /// Slots of one stay, as a half-open range of positions in the flat array sector × slot of the horizon.
    struct Stay: Sendable {
        let sector: Int
        /// Global slots, possibly none.
        let slots: Range<Int>
    }

    /// Elapsed minutes of the shift from its first start to its last end.
    let minutes: Range<Int>
    /// Its parts.
    let parts: [Range<Int>]
    /// Stays with their slots; stays of the same sector that touch are one.
    let stays: [Stay]
    /// Stays as the roster shows them.
    let stages: [WorkedShift.Stage]
}

extension TimeAxis {
    /// Slots that lie wholly inside elapsed minutes, possibly none; they may lie outside the horizon.
    func slots(inside minutes: Range<Int>) -> Range<Int> {
        let first = (minutes.lowerBound + gridMinutes - 1) / gridMinutes
        return first..<max(first, minutes.upperBound / gridMinutes)
    }
}
