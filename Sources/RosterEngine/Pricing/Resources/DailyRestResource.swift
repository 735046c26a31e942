import RosterModel

/// ``DailyRest``: remembers the last end until the rest after it is over. Without the rule shifts still may not overlap.
///
/// Between two stretches of given work no rest is asked for.
struct DailyRestResource: LineResource {
    private static let rested = Int32.min / 2
    private let rest: Int
    private let starts: [[Int]]
    private let ends: [[Int]]
    private let nextDayStart: [Int]
    private let lastPastEnd: Int?
    /// Whether the option's first piece is given work, by day and option.
    private let startsGiven: [[Bool]]
    /// Ends after which given work may follow at once.
    private let givenEnds: Set<Int>

    init(_ context: LineContext) {
        rest = context.regime.dailyRest?.minutes ?? 0
        starts = context.options.map { $0.map(\.minutes.lowerBound) }
        ends = context.options.map { $0.map(\.minutes.upperBound) }
        nextDayStart = (0..<context.axis.dayCount).map { context.axis.minutes(ofDay: $0).upperBound }
        lastPastEnd = context.agent.history?.shifts.map(\.minutes.upperBound).max()
        startsGiven = context.options.map { $0.map { !$0.pieces[0].isPlanned } }
        givenEnds = context.agent.busy.isEmpty ? [] : Set(context.givenPieces.map(\.minutes.upperBound))
    }

    func begin(_ state: inout LineState) {
        state[Lane.lastEnd] = lastPastEnd.map { $0 + rest > 0 ? Int32($0) : Self.rested } ?? Self.rested
    }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        guard let option else {
            // Every later start is on or after the next day's first minute.
            if Int(state[Lane.lastEnd]) + rest <= nextDayStart[day] { state[Lane.lastEnd] = Self.rested }
            return true
        }
        let last = Int(state[Lane.lastEnd])
        let isRested =
            last + rest <= starts[day][option] || (startsGiven[day][option] && givenEnds.contains(last))
        let end = ends[day][option]
        state[Lane.lastEnd] = end + rest <= nextDayStart[day] ? Self.rested : Int32(end)
        return isRested
    }
}
