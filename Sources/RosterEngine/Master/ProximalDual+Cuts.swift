/// Cuts between runs.
extension ProximalDual {
    /// Adds cuts that the fractional plan breaks, so that the next run can prove more.
    ///
    /// - Returns: Whether there are any; otherwise nothing has changed.
    package func tighten() -> Bool {
        let found = CutSeparator(evaluator: evaluator).cuts(brokenBy: mixture)
        guard !found.isEmpty else { return false }
        let first = evaluator.rowCount
        evaluator.add(found)
        for number in 0..<firstMuster {
            for cut in evaluator.blockCuts[number] where cut.row >= first {
                for position in mixtures[number].indices {
                    let staffing = mixtures[number][position].column.staffing
                    mixtures[number][position].column.append(row: cut.row, value: Int(cut.teams[staffing]))
                }
            }
        }
        centre += Array(repeating: 0, count: found.count)
        excess += Array(repeating: 0, count: found.count)
        settled += Array(repeating: 0, count: found.count)
        recount()
        // Prices of whole teams are large; short steps would take long to find them.
        penalty = 2 * firstPenalty
        stalled = settings.patience / 2
        isConverged = false
        return true
    }

    /// Runs, adds cuts and runs again until no cut is broken or several rounds of cuts have brought nothing.
    package func runWithCuts(
        passLimit: Int, shouldStop: @escaping @Sendable () -> Bool, onPoint: (DualProgress) -> Void
    ) {
        var fruitless = 0
        var bound = bestBound
        while !isConverged || tighten() {
            run(passLimit: passLimit, shouldStop: shouldStop, onPoint: onPoint)
            guard isConverged, passes < passLimit else { return }
            fruitless = bestBound > bound ? 0 : fruitless + 1
            bound = bestBound
            if fruitless > Self.mostFruitlessRounds { return }
        }
    }

    private static let mostFruitlessRounds = 3

    private var mixture: DualMixture {
        DualMixture(
            staffings: (0..<firstMuster).map { number in
                mixtures[number].filter { $0.weight > 0 }.map { ($0.column.staffing, $0.weight) }
            },
            lines: (firstClass..<mixtures.count).map { number in
                mixtures[number].filter { $0.weight > 0 }.map { active in
                    (active.column.entries.map { $0.row }, active.weight)
                }
            })
    }
}
