import RosterModel

/// Whether a line makes its agent a night worker: nights of the civil week, whether some week had enough of them, and the hours
/// of night of twelve months.
///
/// In a lane: the nights in the lowest three bits, the recognition in the next, the hours of night in the six above.
struct NightPattern: Sendable {
    static let bits = yearShift + YearOfNights.bits
    private static let recognised = Int32(8)
    private static let nightMask = Int32(7)
    private static let yearShift = Int32(4)

    private let nightsAsked: Int32
    private let isNight: [[Bool]]
    private let endsWeek: [Bool]
    /// Nil when the plan cannot decide on the hours of twelve months.
    private let year: YearOfNights?
    /// Lane before the first day.
    let start: Int32

    init(_ context: LineContext) {
        let asked = context.regime.nightWorkerNights
        nightsAsked = Int32(asked)
        isNight = context.options.map { $0.map { context.isNight($0.pieces) } }
        endsWeek = (0..<context.axis.dayCount).map(context.endsWeek)
        let offset = context.dayOfWeek(0)
        let weeks = Dictionary(grouping: context.pastNights) { ($0 + offset).flooredDivision(by: 7) }.mapValues(\.count)
        let isKnown =
            context.agent.isNightWorker || YearOfNights.isReached(before: context)
            || weeks.values.contains { $0 >= asked }
        year = isKnown ? nil : YearOfNights(context)
        start = isKnown ? Self.recognised : Int32(min(weeks[0] ?? 0, 7))
    }

    /// Whether the lane says that the agent is a night worker.
    static func isNightWorker(_ lane: Int32) -> Bool { lane & recognised != 0 }

    /// The lane after a service day.
    func extend(_ lane: Int32, day: Int, option: Int?) -> Int32 {
        // Once recognised, the nights tell nothing more.
        if Self.isNightWorker(lane) { return Self.recognised }
        let nights = lane & Self.nightMask + (option.map { isNight[day][$0] } == true ? 1 : 0)
        if nights >= nightsAsked { return Self.recognised }
        let ofWeek = endsWeek[day] ? 0 : nights
        guard let year else { return ofWeek }
        guard let hours = year.extend(lane >> Self.yearShift, day: day, option: option) else { return Self.recognised }
        return ofWeek | hours << Self.yearShift
    }
}
