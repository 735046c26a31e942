import RosterModel

/// One stream of the search: annealing from an empty roster, then again and again from the best one, part by part.
///
/// Deep local optima are left by heating again; parts of the town that share hardly any agent take turns.
struct SearchChain {
    /// A new best of the chain.
    struct Found {
        let chain: Int
        let lines: [[Int?]]
        let cost: Int
        /// Moves tried since the last report.
        let moves: Int
    }

    /// What the dual says of good rosters.
    struct Guide: Sendable {
        /// Lawful lines to begin with.
        let lines: [[Int?]]
        /// What the steering cost grants for each duty, as ``SearchState/setLeaning(_:)`` takes it.
        let leaning: [Int32]
    }

    let problem: PlanProblem
    let model: CoverModel
    let parameters: PlanParameters
    let number: Int
    let board: ProgressBoard

    /// Length and temperatures of a cycle that fills a dive, which starts near its end: small towns are better off with the next
    /// dive than with a longer cycle.
    private struct Filling {
        let movesPerAgent: Int
        /// While staffings are filled, and in the rest of the cycle.
        let fillTemperatures: (first: Double, last: Double)
        let temperatures: (first: Double, last: Double)

        init(_ dive: Dive) {
            // Most of a roster stays where only a window has changed.
            let isWindow = dive.start != nil
            movesPerAgent = isWindow ? 60_000 : 125_000
            fillTemperatures = isWindow ? (0.02, 0.01) : (0.1, 0.01)
            temperatures = isWindow ? (0.01, 0.005) : (0.015, 0.005)
        }
    }

    /// Moves of one cycle over some agents.
    private static func cycleMoves(agents: Int, after dive: Dive?) -> Int {
        dive.map { Filling($0).movesPerAgent * agents } ?? 5_000_000 + 250_000 * agents
    }

    /// Settings by round, a round being one cycle over every part.
    ///
    /// The first round is hot, which small towns need, whose best rosters stand far apart. Later ones start from a roster that
    /// hotter ones would only lose.
    private func settings(round: Int) -> Annealing.Settings {
        let temperatures = round == 0 ? (0.1, 0.02) : round % 2 == 1 ? (0.02, 0.005) : (0.03, 0.01)
        var settings = settings(parameters.switchedOff.contains(.roundTemperatures) ? nil : temperatures)
        settings.shares = MoveShares(switchedOff: parameters.switchedOff, drawsCrews: round == 0 && asksForLargeTeams)
        return settings
    }

    /// Whether a good part of what is asked for takes teams of three or more: no move of two agents begins one.
    private var asksForLargeTeams: Bool {
        let scenario = problem.scenario
        var (all, large) = (0, 0)
        for requirement in scenario.requirements {
            for (slot, teams) in requirement.teams.enumerated() where teams > 0 {
                let demand = Int(teams) * Int(requirement.pointsPerTeam[slot])
                let kinds = requirement.kinds.map { scenario[$0] }.filter {
                    $0.counts(in: requirement.sector, slot: slot)
                }
                all += demand
                if (kinds.map(\.size).min() ?? 0) > 2 { large += demand }
            }
        }
        return 5 * large > all
    }

    /// Settings without the techniques that are switched off.
    ///
    /// - Parameter temperatures: First and last; nil for those measured on large towns.
    private func settings(_ temperatures: (first: Double, last: Double)? = nil) -> Annealing.Settings {
        let switchedOff = parameters.switchedOff
        var settings = Annealing.Settings()
        settings.shares = MoveShares(switchedOff: switchedOff)
        if switchedOff.contains(.partialCredit) { settings.firstPartialCredit = 0 }
        if switchedOff.contains(.finalFreeze) { settings.coolingEnd = 1 }
        if let temperatures { (settings.firstTemperature, settings.lastTemperature) = temperatures }
        return settings
    }

    /// Settings for fractional teams: each agent counts by himself, so less heat suffices, and even less with a guide.
    private func fractionalSettings(isGuided: Bool) -> Annealing.Settings {
        var settings = settings(isGuided ? (0.02, 0.005) : (0.03, 0.006))
        settings.firstLeaning = isGuided ? 1 : 0
        return settings
    }

    /// Runs cycles until a limit.
    ///
    /// - Parameters:
    ///   - moves: Moves in all, for a reproducible end; nil for none.
    ///   - endShare: Share of the time limit at which the chain ends; the last cycle cools down by then.
    ///   - start: Lawful lines to begin with, which are then heated like the best of a former cycle; nil for none.
    ///   - guide: What the dual says, asked before each cycle; at first its lines go before `start`.
    ///   - bestOfAll: The best roster of all chains, whose better parts the next cycle starts from; nil keeps chains apart,
    ///     as a reproducible run must.
    ///   - dive: Asked before each cycle for staffings that the cycle should fill; nil for none. Told whether annealing all
    ///     parts of the best roster has brought nothing, and the best roster of the chain.
    ///   - isHelpWaiting: Whether that would give some, or there is a guide; the first cycle, and those after others
    ///     that brought nothing, then end early.
    ///   - onFound: Called with the first roster and each better one.
    func run(
        moves: Int?, endShare: Double, start: [[Int?]]? = nil, guide: () -> Guide? = { nil },
        bestOfAll: () -> (lines: [[Int?]], cost: Int)?,
        dive: (_ cycle: Int, _ isCalm: Bool, _ own: (lines: [[Int?]], cost: Int)) -> Dive? = { _, _, _ in nil },
        isHelpWaiting: () -> Bool = { false }, onFound: (Found) -> Void
    ) {
        let state = SearchState(problem: problem, model: model)
        if let lines = guide()?.lines ?? start { state.load(lines) }
        var best = (lines: state.lines, cost: state.cost)
        onFound(Found(chain: number, lines: best.lines, cost: best.cost, moves: 0))
        let components = SearchComponents(problem)
        let switchedOff = parameters.switchedOff
        // Agents of each part; nil for all.
        let parts = switchedOff.contains(.partsInTurn) ? [nil] : components.agents.map(Optional.some)
        var left = moves ?? Int.max
        var cycle = 0
        // Cycles without dive since one of them bettered the best roster.
        var calm = 0
        while left > 0, cycle == 0 || !board.isOver(at: endShare * 0.99) {
            if let other = bestOfAll() { best = components.combine(best, other, in: state) }
            // As long as annealing brings something it goes on.
            let isCalm = calm >= parts.count
            let dive = dive(cycle, isCalm, best)
            let before = best.cost
            state.load(best.lines)
            // The first cycle takes the whole town; chains then take different parts at a time.
            let agents = cycle == 0 || dive != nil ? nil : parts[(cycle + max(0, number)) % parts.count]
            var length = Self.cycleMoves(
                agents: agents?.count ?? problem.scenario.agents.count, after: dive)
            if switchedOff.contains(.reheats) || (moves != nil && left < 2 * length) { length = left }
            left -= moves == nil ? 0 : length
            let stream = UInt64(bitPattern: Int64(number)) &* 1_000_003 &+ UInt64(cycle)
            let guide = guide()
            state.setLeaning(guide?.leaning ?? [])
            var settings =
                model.isWhole
                ? settings(round: cycle == 0 ? 0 : 1 + (cycle - 1) / parts.count)
                : fractionalSettings(isGuided: guide != nil)
            let end = dive == nil ? endShare : min(endShare, board.timeShare + Self.longestShareAfterDive)
            if let dive {
                let filling = length / 3
                length -= filling
                let leaning = switchedOff.contains(.diveLeaning) ? [] : dive.leaning
                state.load(fill(dive, leaning: leaning, moves: filling, endShare: end, stream: stream))
                (settings.firstTemperature, settings.lastTemperature) = Filling(dive).temperatures
                state.setLeaning(leaning)
                settings.firstLeaning = 1
            }
            let began = board.timeShare
            let annealing = Annealing(
                state: state, settings: settings, seed: parameters.seed, stream: stream, agents: agents)
            var reported = 0
            func report() {
                onFound(Found(chain: number, lines: best.lines, cost: best.cost, moves: annealing.moves - reported))
                reported = annealing.moves
            }
            annealing.run(
                progress: { done in
                    if cycle == 0 || isCalm, dive == nil, guide == nil, isHelpWaiting() { return 1 }
                    return progress(done, of: length, began: began, end: end)
                },
                onImprovement: { cost, lines in
                    guard cost < best.cost else { return }
                    best = (lines, cost)
                    report()
                })
            if dive != nil {
                best = components.combine(best, (annealing.bestLines, annealing.bestCost), in: state)
            }
            if dive == nil, cycle > 0 { calm = best.cost < before ? 0 : calm + 1 }
            report()
            cycle += 1
            if best.cost == 0 { return }
        }
    }

    /// Share of an annealing that is over, by moves or by the clock, whichever is further; 1 when everything should end.
    private func progress(_ done: Int, of moves: Int, began: Double, end: Double) -> Double {
        board.beat(moves: done)
        if board.isInterrupted || board.isGapReached { return 1 }
        let byTime = parameters.timeLimit == nil ? 0 : (board.timeShare - began) / max(1e-9, end - began)
        return min(1, max(Double(done) / Double(moves), byTime))
    }

    /// Most of the time limit that a cycle after a dive takes: another dive brings more than a longer cycle.
    private static let longestShareAfterDive = 0.22

    /// Lines that fill the staffings of a dive as far as they can, agent by agent: with the teams of each night settled, an
    /// agent missing costs the same whoever else is there, and rules of work are all that is left to solve.
    private func fill(
        _ dive: Dive, leaning: [Int32], moves: Int, endShare: Double, stream: UInt64
    ) -> [[Int?]] {
        let state = SearchState(
            problem: problem, model: CoverModel(problem, agentsOf: dive.staffings, in: model))
        if let start = dive.start { state.load(start) }
        state.setLeaning(leaning)
        var settings = settings(Filling(dive).fillTemperatures)
        settings.firstLeaning = 1
        let began = board.timeShare
        let annealing = Annealing(
            state: state, settings: settings, seed: parameters.seed, stream: stream &+ 1 << 40)
        annealing.run(
            // A third of the time that is left.
            progress: { progress($0, of: moves, began: began, end: began + (endShare - began) / 3) },
            onImprovement: { _, _ in })
        return annealing.bestLines
    }
}
