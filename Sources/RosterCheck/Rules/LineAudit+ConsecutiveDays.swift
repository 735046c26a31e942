import RosterModel

extension LineAudit {
    /// Runs of worked days; history and busy days may be part of them.
    func consecutiveDaysFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.consecutiveDays else { return [] }
        return runs(of: pieces.all).compactMap { run in
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

    /// Longest runs of service days with one of these pieces that a shift of the roster makes longer.
    func runs(of pieces: [Piece]) -> [Run] {
        let given = Set(pieces.filter(\.isGiven).map(\.day))
        var runs: [Run] = []
        var run: [Int] = []
        for day in Set(pieces.map(\.day)).sorted() + [Int.max] {
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
