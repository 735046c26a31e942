import RosterModel

/// ``ConsecutiveNights``: length of the run of service days with a night shift.
struct ConsecutiveNightsResource: LineResource {
    private let limit: Int
    private let isNight: [[Bool]]
    private let pastRun: Int

    init?(_ context: LineContext) {
        guard let rule = context.regime.consecutiveNights else { return nil }
        limit = rule.nights
        isNight = context.options.map { $0.map { context.isNight($0.pieces) } }
        let nights = context.pastNights
        pastRun = context.agent.history?.run { nights.contains($0.day) } ?? 0
    }

    func begin(_ state: inout LineState) { state[Lane.nightRun] = Int32(min(pastRun, limit)) }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        guard let option, isNight[day][option] else {
            state[Lane.nightRun] = 0
            return true
        }
        let run = Int(state[Lane.nightRun]) + 1
        state[Lane.nightRun] = Int32(min(run, limit))
        return run <= limit
    }
}
