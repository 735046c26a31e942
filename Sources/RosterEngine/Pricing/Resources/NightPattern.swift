import RosterModel

/// Whether a line makes its agent a night worker: nights of the civil week, and whether some week had enough of them.
///
/// In a lane: the nights in the lowest three bits, the recognition in the next.
struct NightPattern: Sendable {
    static let bits = Int32(4)
    private static let recognised = Int32(8)

    private let nightsAsked: Int32
    private let isNight: [[Bool]]
    private let endsWeek: [Bool]
    /// Lane before the first day.
    let start: Int32

    init(_ context: LineContext) {
        let asked = context.regime.nightWorkerNights
        nightsAsked = Int32(asked)
        isNight = context.options.map { $0.map { context.isNight($0.pieces) } }
        endsWeek = (0..<context.axis.dayCount).map(context.endsWeek)
        let offset = context.dayOfWeek(0)
        let weeks = Dictionary(grouping: context.pastNights) { ($0 + offset).flooredDivision(by: 7) }.mapValues(\.count)
        let year = context.past.filter { $0.day >= -365 }.reduce(0) {
            $0 + context.axis.nightMinutes(of: $1.piece.minutes, clock: context.regime.nightClock)
        }
        let hasYear = context.regime.nightWorkerYearMinutes.map { year >= $0 } ?? false
        let isKnown = context.agent.isNightWorker || hasYear || weeks.values.contains { $0 >= asked }
        start = Int32(min(weeks[0] ?? 0, 7)) | (isKnown ? Self.recognised : 0)
    }

    /// Whether the lane says that the agent is a night worker.
    static func isNightWorker(_ lane: Int32) -> Bool { lane & recognised != 0 }

    /// The lane after a service day.
    func extend(_ lane: Int32, day: Int, option: Int?) -> Int32 {
        // Once recognised, the nights tell nothing more.
        if Self.isNightWorker(lane) { return Self.recognised }
        let nights = lane + (option.map { isNight[day][$0] } == true ? 1 : 0)
        if nights >= nightsAsked { return Self.recognised }
        return endsWeek[day] ? 0 : nights
    }
}
