import RosterModel

/// ``ConsecutiveDays``: length of the run of worked service days.
struct ConsecutiveDaysResource: LineResource {
    private let limit: Int
    private let pastRun: Int

    init?(_ context: LineContext) {
        guard let rule = context.regime.consecutiveDays else { return nil }
        limit = rule.days
        pastRun = context.agent.history?.run { _ in true } ?? 0
    }

    func begin(_ state: inout LineState) { state[Lane.dayRun] = Int32(min(pastRun, limit)) }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        guard option != nil else {
            state[Lane.dayRun] = 0
            return true
        }
        let run = Int(state[Lane.dayRun]) + 1
        state[Lane.dayRun] = Int32(min(run, limit))
        return run <= limit
    }
}

extension Agent.History {
    /// Service days in a row, ending with the last one before the horizon, that have a shift of the given sort.
    func run(_ counts: (Agent.PastShift) -> Bool) -> Int {
        let days = Set(shifts.filter(counts).map(\.day))
        var run = 0
        while days.contains(-1 - run) { run += 1 }
        return run
    }
}
