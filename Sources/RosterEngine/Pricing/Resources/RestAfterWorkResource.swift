import RosterModel

/// ``RestAfterWork``: working minutes since the last long rest, whether a shift is among them, and the end of the last work.
///
/// What given work exceeds by itself is no breach of the plan.
struct RestAfterWorkResource: LineResource {
    private static let rested = Int32.min / 2
    /// Bit of the lane that says that a shift is among the work; the minutes are above it.
    private static let planned = 1
    private let rest: Int
    private let limit: Int
    private let pieces: [[[WorkPiece]]]
    private let past: [WorkPiece]
    private let nextDayStart: [Int]

    init?(_ context: LineContext) {
        guard let rule = context.regime.restAfterWork else { return nil }
        rest = rule.restMinutes
        limit = rule.workMinutes
        pieces = context.options.map { $0.map(\.pieces) }
        past = context.past.map(\.piece)
        nextDayStart = (0..<context.axis.dayCount).map { context.axis.minutes(ofDay: $0).upperBound }
    }

    func begin(_ state: inout LineState) {
        state[Lane.restSince] = Self.rested
        for piece in past { add(piece, to: &state) }
        forget(&state, until: 0)
    }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        for piece in option.map({ pieces[day][$0] }) ?? [] { add(piece, to: &state) }
        let lane = Int(state[Lane.workSinceRest])
        let holds = option == nil || lane & Self.planned == 0 || lane >> 1 <= limit
        forget(&state, until: nextDayStart[day])
        return holds
    }

    private func add(_ piece: WorkPiece, to state: inout LineState) {
        if piece.minutes.lowerBound - Int(state[Lane.restSince]) >= rest { state[Lane.workSinceRest] = 0 }
        let lane = Int(state[Lane.workSinceRest])
        let work = min(limit + 1, lane >> 1 + piece.work)
        state[Lane.workSinceRest] = Int32(work << 1 | lane & Self.planned | (piece.isPlanned ? Self.planned : 0))
        state[Lane.restSince] = Int32(piece.minutes.upperBound)
    }

    /// After a long rest nothing is remembered.
    private func forget(_ state: inout LineState, until instant: Int) {
        guard instant - Int(state[Lane.restSince]) >= rest else { return }
        state[Lane.workSinceRest] = 0
        state[Lane.restSince] = Self.rested
    }
}
