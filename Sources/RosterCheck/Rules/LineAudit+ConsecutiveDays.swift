import RosterModel

extension LineAudit {
    /// Runs of worked days; history and busy days may be part of them.
    func consecutiveDaysFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.consecutiveDays else { return [] }
        return runs(of: Set(pieces.all.map(\.day)), given: Set(pieces.given.map(\.day))).compactMap { run in
            judge(
                .consecutiveDays, run.length, atMost: rule.days, .days, rule.source, day: run.planned.last,
                place: run.first, days: run.planned)
        }
    }

    /// A run of service days in a row.
    struct Run {
        let first: Int
        let last: Int
        /// Days of it that are worked only because of a shift of the roster, at least one.
        let planned: [Int]
        var length: Int { last - first + 1 }
    }

    /// Longest runs of these service days that a shift of the roster makes longer.
    ///
    /// - Parameter given: Those that would be among them without the roster.
    func runs(of days: Set<Int>, given: Set<Int>) -> [Run] {
        var runs: [Run] = []
        var run: [Int] = []
        for day in days.sorted() + [Int.max] {
            if let last = run.last, day != last + 1 {
                let planned = run.filter { !given.contains($0) }
                if !planned.isEmpty { runs.append(Run(first: run[0], last: last, planned: planned)) }
                run = []
            }
            run.append(day)
        }
        return runs
    }
}
