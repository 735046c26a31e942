/// Length of a run of service days that have something in common, against a limit.
///
/// A run of days that have it by given work alone is no breach of the plan, however long.
struct DayRun: Sendable {
    private let limit: Int
    /// Length of the run of given days that ends with the service day, by service day.
    private let given: [Int]
    /// Length before the first service day.
    let start: Int32

    /// - Parameter given: Service days that have it whatever the plan decides.
    init(limit: Int, given days: Set<Int>, dayCount: Int) {
        self.limit = limit
        var run = 0
        while days.contains(-1 - run) { run += 1 }
        start = Int32(run)
        given = (0..<dayCount).map { day in
            run = days.contains(day) ? run + 1 : 0
            return run
        }
    }

    /// The length after a service day that has it, and whether the limit holds.
    func extend(_ run: Int32, day: Int) -> (run: Int32, holds: Bool) {
        let next = Int(run) + 1
        // Only a run of given days alone is just as long as that of the given days.
        let isGiven = next == given[day]
        return (Int32(isGiven ? next : min(next, max(limit, given[day] + 1))), next <= limit || isGiven)
    }
}
