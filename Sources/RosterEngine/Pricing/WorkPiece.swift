import RosterModel

/// A stretch of work without its place: a shift, a part of a split one, or a busy interval.
struct WorkPiece: Hashable, Sendable {
    /// Elapsed minutes.
    let minutes: Range<Int>
    /// Working minutes.
    let work: Int
    /// Whether the plan decides it.
    let isPlanned: Bool

    /// A shift with its break, of the plan or of the history.
    init(_ minutes: Range<Int>, breakMinutes: Int, isPlanned: Bool, _ regime: Regime) {
        self.minutes = minutes
        self.isPlanned = isPlanned
        work = regime.workingMinutes(of: minutes, breakMinutes: breakMinutes)
    }

    /// A busy interval, all of it work.
    init(_ busy: BusyInterval) {
        minutes = busy.minutes
        isPlanned = false
        work = busy.minutes.count
    }

    /// The parts of a shift, the break in the longest one, the first of equals.
    static func parts(
        _ parts: [Range<Int>], breakMinutes: Int, isPlanned: Bool = true, _ regime: Regime
    ) -> [WorkPiece] {
        let longest = parts.indices.max { (parts[$0].count, $1) < (parts[$1].count, $0) }
        return parts.enumerated().map { index, minutes in
            WorkPiece(minutes, breakMinutes: index == longest ? breakMinutes : 0, isPlanned: isPlanned, regime)
        }
    }

    static func sorted(_ pieces: [WorkPiece]) -> [WorkPiece] {
        pieces.sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }
    }

    /// Working minutes on both sides of an instant; the break lies in the longer part, in the first when they are equal.
    func work(cutAt instant: Int) -> (before: Int, after: Int) {
        if instant >= minutes.upperBound { return (work, 0) }
        if instant <= minutes.lowerBound { return (0, work) }
        let (before, after) = (instant - minutes.lowerBound, minutes.upperBound - instant)
        let pause = minutes.count - work
        return before >= after ? (max(0, before - pause), after) : (before, max(0, after - pause))
    }
}

extension [WorkPiece] {
    /// First start to last end of pieces sorted by start, of which there is at least one.
    var minutes: Range<Int> { self[0].minutes.lowerBound..<(map(\.minutes.upperBound).max() ?? 0) }

    /// ``WorkPiece/work(cutAt:)`` of all together.
    func work(cutAt instant: Int) -> (before: Int, after: Int) {
        reduce(into: (0, 0)) { sum, piece in
            let part = piece.work(cutAt: instant)
            sum = (sum.0 + part.before, sum.1 + part.after)
        }
    }
}
