import RosterModel

/// ``AverageOverWeeks``: working minutes of the horizon, as far as what the history leaves can still be exceeded.
struct AverageOverWeeksResource: LineResource {
    private let window: AverageWindow

    init?(_ context: LineContext) {
        guard let rule = context.regime.averageOverWeeks,
            let window = AverageWindow(context, weeklyMinutes: rule.weeklyMinutes, weeks: rule.weeks)
        else { return nil }
        self.window = window
    }

    func begin(_ state: inout LineState) { state[Lane.average] = 0 }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        let (sum, holds) = window.extend(Int(state[Lane.average]), day: day, option: option)
        state[Lane.average] = Int32(sum)
        return holds
    }
}
