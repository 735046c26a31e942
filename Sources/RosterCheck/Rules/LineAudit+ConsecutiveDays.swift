import RosterModel

extension LineAudit {
    /// Runs of worked days; the history may begin them.
    func consecutiveDaysFindings(_ stints: [Stint]) -> [Finding] {
        guard let rule = regime.consecutiveDays else { return [] }
        return runs(of: stints).compactMap { run in
            judge(
                .consecutiveDays, run.length, atMost: rule.days, .days, rule.source, day: run.last, place: run.first,
                days: run.planned)
        }
    }

    /// A run of service days in a row.
    struct Run {
        let first: Int
        let last: Int
        /// Days of it that belong to the horizon, at least one.
        let planned: [Int]
        var length: Int { last - first + 1 }
    }

    /// Longest runs of service days on which one of these shifts starts, with a day of the horizon in them.
    func runs(of stints: [Stint]) -> [Run] {
        let past = Set(stints.filter(\.isPast).map(\.day))
        var runs: [Run] = []
        var run: [Int] = []
        for day in Set(stints.map(\.day)).sorted() + [Int.max] {
            if let last = run.last, day != last + 1 {
                let planned = run.filter { !past.contains($0) }
                if !planned.isEmpty { runs.append(Run(first: run[0], last: last, planned: planned)) }
                run = []
            }
            run.append(day)
        }
        return runs
    }
}
