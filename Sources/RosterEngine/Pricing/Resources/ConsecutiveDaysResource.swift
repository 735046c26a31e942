import RosterModel

/// ``ConsecutiveDays``: length of the run of worked service days.
struct ConsecutiveDaysResource: LineResource {
    private let runs: DayRun

    init?(_ context: LineContext) {
        guard let rule = context.regime.consecutiveDays else { return nil }
        runs = DayRun(limit: rule.days, given: context.givenDays, dayCount: context.axis.dayCount)
    }

    func begin(_ state: inout LineState) { state[Lane.dayRun] = runs.start }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        guard option != nil else {
            state[Lane.dayRun] = 0
            return true
        }
        let (run, holds) = runs.extend(state[Lane.dayRun], day: day)
        state[Lane.dayRun] = run
        return holds
    }
}
