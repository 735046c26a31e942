import RosterModel

/// ``NightWorkerDay``: the pattern of nights, and whether some day was longer than a night worker's may be.
struct NightWorkerDayResource: LineResource {
    private static let hasLongDay = Int32(1) << NightPattern.bits
    private let pattern: NightPattern
    private let isLong: [[Bool]]

    init?(_ context: LineContext) {
        guard let rule = context.regime.nightWorkerDay else { return nil }
        isLong = context.options.map { $0.map { $0.shift != nil && $0.dayWork > rule.minutes } }
        guard isLong.contains(where: { $0.contains(true) }) else { return nil }
        pattern = NightPattern(context)
    }

    func begin(_ state: inout LineState) { state[Lane.nightPattern] = pattern.start }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        let lane = state[Lane.nightPattern]
        let was = lane & ~Self.hasLongDay
        let now = pattern.extend(was, day: day, option: option)
        let isLongNow = option.map { isLong[day][$0] } ?? false
        let hasLong = lane & Self.hasLongDay != 0 || isLongNow
        state[Lane.nightPattern] = now | (hasLong ? Self.hasLongDay : 0)
        guard NightPattern.isNightWorker(now) else { return true }
        return !isLongNow && (NightPattern.isNightWorker(was) || !hasLong)
    }
}
