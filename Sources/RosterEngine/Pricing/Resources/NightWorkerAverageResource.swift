import RosterModel

/// ``NightWorkerAverage``: the pattern of nights, working minutes of the horizon, and whether some run of weeks was above a
/// night worker's limit.
///
/// In the lane: the pattern, one bit for the excess, the minutes above.
struct NightWorkerAverageResource: LineResource {
    private static let isExceeded = Int32(1) << NightPattern.bits
    private static let sumShift = NightPattern.bits + 1
    private let pattern: NightPattern
    private let window: AverageWindow
    private let hasShift: [[Bool]]

    init?(_ context: LineContext) {
        guard let rule = context.regime.nightWorkerAverage,
            let window = AverageWindow(context, weeklyMinutes: rule.weeklyMinutes, weeks: rule.weeks)
        else { return nil }
        self.window = window
        pattern = NightPattern(context)
        hasShift = context.options.map { $0.map { $0.shift != nil } }
    }

    func begin(_ state: inout LineState) { state[Lane.nightAverage] = pattern.start }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        let lane = state[Lane.nightAverage]
        let wasExceeded = lane & Self.isExceeded != 0
        let was = lane & (Self.isExceeded - 1)
        let now = pattern.extend(was, day: day, option: option)
        let (sum, holds) = window.extend(Int(lane >> Self.sumShift), day: day, option: option)
        // After an excess the sum tells nothing more; a further shift adds to it.
        let exceedsNow = wasExceeded ? option.map { hasShift[day][$0] } ?? false : !holds
        let isExceeded = wasExceeded || exceedsNow
        state[Lane.nightAverage] =
            now | (isExceeded ? Self.isExceeded : Int32(sum) << Self.sumShift)
        guard NightPattern.isNightWorker(now) else { return true }
        return !exceedsNow && (NightPattern.isNightWorker(was) || !isExceeded)
    }
}
