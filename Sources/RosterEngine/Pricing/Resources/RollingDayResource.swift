import RosterModel

/// ``RollingDay``: which work of the last day can still lie within 24 hours of what comes.
///
/// No 24 hours meet the work of three service days with rest between them, but for an hour in the night of the change to
/// summer time, in which nothing can be worked that the other two days do not already show.
struct RollingDayResource: LineResource {
    private static let span = 1440
    private static let history = Int32(-1)
    private static let nothing = Int32(0)
    private let limit: Int
    private let options: [[ShiftOption]]
    private let past: [WorkPiece]
    private let nextDayStart: [Int]

    init?(_ context: LineContext) {
        guard let rule = context.regime.rollingDay else { return nil }
        limit = rule.minutes
        options = context.options
        past = context.past.map(\.piece).filter { $0.minutes.upperBound + Self.span > 0 }
        nextDayStart = (0..<context.axis.dayCount).map { context.axis.minutes(ofDay: $0).upperBound }
    }

    func begin(_ state: inout LineState) { state[Lane.rollingDay] = past.isEmpty ? Self.nothing : Self.history }

    /// Position of an option in the lane, 1 or more.
    private func code(_ day: Int, _ option: Int) -> Int32 { Int32(day << 12 | option) + 1 }

    private func remembered(_ lane: Int32) -> [WorkPiece] {
        switch lane {
        case Self.nothing: return []
        case Self.history: return past
        default:
            return options[Int(lane - 1) >> 12][Int(lane - 1) & 4095].pieces
        }
    }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        let before = remembered(state[Lane.rollingDay])
        guard let option else {
            let end = before.map(\.minutes.upperBound).max() ?? .min / 2
            if end + Self.span <= nextDayStart[day] { state[Lane.rollingDay] = Self.nothing }
            return true
        }
        let own = options[day][option]
        state[Lane.rollingDay] =
            own.minutes.upperBound + Self.span <= nextDayStart[day] ? Self.nothing : code(day, option)
        let pieces = before + own.pieces
        let edges = pieces.flatMap { [$0.minutes.lowerBound, $0.minutes.upperBound - Self.span] }
        return edges.allSatisfy { start in
            let window = start..<start + Self.span
            let isPlanned = pieces.contains { $0.isPlanned && $0.minutes.overlaps(window) }
            return !isPlanned || pieces.reduce(0) { $0 + min($1.work, $1.minutes.clamped(to: window).count) } <= limit
        }
    }
}
