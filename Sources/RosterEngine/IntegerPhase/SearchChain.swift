import RosterModel

/// One stream of the search: annealing from an empty roster, then again and again from the best one, heated less.
///
/// Deep local optima are left by heating the whole roster: on the shipped towns cycles of some tens of millions of moves gain
/// more than one long cooling of the same length. Two heats alternate, since small towns need the hotter one.
struct SearchChain {
    /// A new best of the chain.
    struct Found {
        let chain: Int
        let lines: [[Int?]]
        let cost: Int
        /// Moves tried since the last report.
        let moves: Int
    }

    let problem: PlanProblem
    let model: CoverModel
    let parameters: PlanParameters
    let number: Int
    let board: ProgressBoard

    /// Moves of one cycle.
    private var cycleMoves: Int { 20_000_000 + 250_000 * problem.scenario.agents.count }

    private static func settings(cycle: Int) -> Annealing.Settings {
        var settings = Annealing.Settings()
        if cycle > 0, cycle % 2 == 0 {
            settings.firstTemperature = 0.06
            settings.firstPartialCredit = 0.5
        }
        return settings
    }

    /// Runs cycles until a limit.
    ///
    /// - Parameters:
    ///   - moves: Moves in all, for a reproducible end; nil for none.
    ///   - endShare: Share of the time limit at which the chain ends; the last cycle cools down by then.
    ///   - start: Lawful lines to begin with, which are then heated like the best of a former cycle; nil for none.
    ///   - bestOfAll: The best roster of all chains, from which the next cycle starts; nil keeps chains apart, as a
    ///     reproducible run must.
    ///   - onFound: Called with the first roster and each better one.
    func run(
        moves: Int?, endShare: Double, start: [[Int?]]? = nil, bestOfAll: () -> (lines: [[Int?]], cost: Int)?,
        onFound: (Found) -> Void
    ) {
        let state = SearchState(problem: problem, model: model)
        if let start { state.load(start) }
        var best = (lines: state.lines, cost: state.cost)
        onFound(Found(chain: number, lines: best.lines, cost: best.cost, moves: 0))
        // A work limit is spread over whole cycles of equal length.
        let cycles = moves.map { max(1, $0 / cycleMoves) } ?? Int.max
        let length = moves.map { $0 / cycles } ?? cycleMoves
        var cycle = 0
        while cycle < cycles, cycle == 0 || !board.isOver(at: endShare * 0.99) {
            if let other = bestOfAll(), other.cost < best.cost { best = other }
            state.load(best.lines)
            let began = board.timeShare
            let annealing = Annealing(
                state: state, settings: Self.settings(cycle: cycle), seed: parameters.seed,
                stream: UInt64(bitPattern: Int64(number)) &* 1_000_003 &+ UInt64(cycle))
            var reported = 0
            func report() {
                onFound(Found(chain: number, lines: best.lines, cost: best.cost, moves: annealing.moves - reported))
                reported = annealing.moves
            }
            annealing.run(
                progress: { done in
                    board.beat(moves: done)
                    if board.isInterrupted || board.isGapReached { return 1 }
                    let byMoves = Double(done) / Double(length)
                    let byTime =
                        parameters.timeLimit == nil
                        ? 0 : (board.timeShare - began) / max(1e-9, endShare - began)
                    return min(1, max(byMoves, byTime))
                },
                onImprovement: { cost, lines in
                    guard cost < best.cost else { return }
                    best = (lines, cost)
                    report()
                })
            report()
            cycle += 1
            if best.cost == 0 { return }
        }
    }
}
