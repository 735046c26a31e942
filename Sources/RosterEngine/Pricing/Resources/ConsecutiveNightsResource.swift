import RosterModel

/// ``ConsecutiveNights``: length of the run of service days with a night shift.
struct ConsecutiveNightsResource: LineResource {
    private let isNight: [[Bool]]
    private let runs: DayRun

    init?(_ context: LineContext) {
        guard let rule = context.regime.consecutiveNights else { return nil }
        isNight = context.options.map { $0.map { context.isNight($0.pieces) } }
        runs = DayRun(limit: rule.nights, given: context.givenNights, dayCount: context.axis.dayCount)
    }

    func begin(_ state: inout LineState) { state[Lane.nightRun] = runs.start }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        guard let option, isNight[day][option] else {
            state[Lane.nightRun] = 0
            return true
        }
        let (run, holds) = runs.extend(state[Lane.nightRun], day: day)
        state[Lane.nightRun] = run
        return holds
    }
}
