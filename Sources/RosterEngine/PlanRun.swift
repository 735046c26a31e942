import LinearProgramming
import RosterModel
import Synchronization

/// The tasks of one run and where their results meet.
final class PlanRun: Sendable {
    private struct Outcome {
        var chains: [Int: (lines: [[Int?]], cost: Int)] = [:]
        var points: DualPoint?
        /// Best prices of the parts of level 1, with the models of which they are; empty where they prove no more than the whole.
        var parts: [(model: CoverModel, point: DualPoint)] = []
        var late: DualPoint?
        var moves = 0
        var passes = 0
        var columns = 0
        var dualSeconds = 0.0
        var pricingSeconds = 0.0
        var searchSeconds = 0.0
        var masterValue: Double?
        var program: LinearProgram?
        var failure: (any Error)?
        /// What the dual says of good rosters; nil with whole teams.
        var guide: SearchChain.Guide?
    }

    private let problem: PlanProblem
    private let model: CoverModel
    private let lateModel: CoverModel
    /// The model of whole teams when the plan is one of fractional teams.
    private let whole: CoverModel?
    private let parameters: PlanParameters
    private let board: ProgressBoard
    private let solver: (any IncrementalLPSolver)?
    private let start: PlanStart?
    /// Lines with which every chain of the search begins; nil for none.
    private let startLines: [[Int?]]?
    private let outcome = Mutex(Outcome())
    private let dives: DiveBoard

    /// Shares of a time limit at which the dual dives at the latest, and at which the bound of level 1, the bound of late
    /// minutes, and the search for level 1 end. One thread leaves half of the time to the search.
    private var firstDiveEnd: Double { parameters.threads > 1 ? 0.1 : 0.15 }
    private var boundEnd: Double { parameters.threads > 1 ? 0.5 : 0.35 }
    private var lateEnd: Double { parameters.threads > 1 ? 0.66 : 0.45 }
    private var searchEnd: Double { model.isWhole ? Self.wholeSearchEnd : Self.fractionalSearchEnd }
    private static let wholeSearchEnd = 0.85
    /// With fractional teams the bound of level 1 is near its end sooner, and what it ends with guides the search.
    private static let fractionalBoundEnd = 0.28
    private static let roundingEnd = 0.38
    private static let fractionalLateEnd = 0.45
    private static let fractionalSearchEnd = 0.94
    /// The last part is left to writing the result.
    private static let polishEnd = 0.985

    init(
        problem: PlanProblem, model: CoverModel, lateModel: CoverModel, whole: CoverModel?, parameters: PlanParameters,
        board: ProgressBoard, solver: (any IncrementalLPSolver)?, start: PlanStart? = nil
    ) {
        self.problem = problem
        self.model = model
        self.lateModel = lateModel
        self.whole = whole
        self.parameters = parameters
        self.board = board
        self.solver = solver
        self.start = start
        dives = DiveBoard(parameters: parameters, board: board, endShare: 0.9 * Self.wholeSearchEnd)
        guard let start else {
            startLines = nil
            return
        }
        let state = SearchState(problem: problem, model: model)
        let lines = start.lines(in: problem, basis: state.lines)
        state.load(lines)
        startLines = lines
        let cost = state.cost
        outcome.withLock { $0.chains[Self.startChain] = (lines, cost) }
        board.found(primal: cost, moves: 0)
    }

    /// Number under which the start is kept among the chains; it wins ties.
    private static let startChain = -2

    /// Passes of the dual that a work limit stands for.
    private var passLimit: Int { parameters.work.map { max(20, $0 / PlanParameters.movesPerPass) } ?? Int.max }

    /// A quick roster before anything else when there is one thread only, in runs that need not be reproducible.
    func firstRoster() {
        guard parameters.sides.contains(.search) else { return }
        let share = max(0.02, min(0.05, 1.0 / max(1.0, parameters.timeLimit ?? 60)))
        let chain = SearchChain(problem: problem, model: model, parameters: parameters, number: -1, board: board)
        let began = board.clock()
        chain.run(moves: 200_000, endShare: share, bestOfAll: { nil }, onFound: keep)
        outcome.withLock { $0.searchSeconds += board.clock() - began }
    }

    /// Bounds of level 1 and of the late minutes, and dives for the search to follow.
    ///
    /// - Returns: The dual of level 1, which can dive again; nil with another method.
    func bounds(threads: Int) -> ProximalDual? {
        guard parameters.sides.contains(.bound) else {
            dives.openFirst()
            return nil
        }
        let began = board.clock()
        let settings = ProximalDual.Settings(switchedOff: parameters.switchedOff)
        let points = DualEvaluator(problem: problem, model: model, threads: threads)
        let proximal = ProximalDual(
            evaluator: points, settings: settings, start: start?.prices(in: problem, model: model))
        let isExact = parameters.lpEngine == .glpk && solver != nil
        if isExact, let solver {
            dives.openFirst()
            let master = SimplexMaster(evaluator: points, solver: solver, start: proximal)
            do {
                try master.run(passLimit: passLimit, shouldStop: stop(at: boundEnd), onPoint: notePoints)
            } catch {
                outcome.withLock { $0.failure = error }
            }
            keepProgram(of: master)
        } else {
            proximal.run(
                passLimit: passLimit, shouldStop: stop(at: model.isWhole ? firstDiveEnd : Self.fractionalBoundEnd),
                onPoint: notePoints)
            if model.isWhole {
                dives.note(passSeconds: (board.clock() - began) / Double(max(1, proximal.passes)))
                let isSettled = proximal.isConverged
                dives.add(of: proximal, isFirst: true)
                dives.openFirst()
                // The first dive was short; where the bound still rises a long one can wait for it.
                let isTimed = parameters.work == nil
                if isTimed, isSettled, parameters.threads > 1 { dives.add(of: proximal, isFirst: false) }
                proveMore(proximal, shouldStop: stop(at: boundEnd), onPoint: notePoints)
                keepProgram(of: proximal)
                if isTimed, !isSettled { dives.add(of: proximal, isFirst: false) }
            } else {
                dives.openFirst()
                keepProgram(of: proximal)
                round(proximal)
            }
        }
        var lateStart: [Double]?
        if !parameters.switchedOff.contains(.lateStart), let best = outcome.withLock({ $0.points }) {
            lateStart = startForLate(best)
        }
        let lateMinutes = DualEvaluator(problem: problem, model: lateModel, threads: threads)
        let late = ProximalDual(
            evaluator: lateMinutes, settings: settings,
            start: start?.prices(in: problem, model: lateModel) ?? lateStart)
        let end = model.isWhole ? lateEnd : Self.fractionalLateEnd
        // They have the time that level 1 has had, even when its optimum is known by then.
        let least = min(end, 2 * board.timeShare)
        proveMore(
            late, shouldStop: { [board] in board.isInterrupted || board.isOver(at: end) && board.timeShare >= least }
        ) { now in
            outcome.withLock { $0.late = now.best }
        }
        var pricing = points.pricingSeconds + lateMinutes.pricingSeconds
        if !isExact, model.isWhole, proximal.isConverged { pricing += proveParts(threads: threads) }
        let seconds = pricing
        outcome.withLock {
            $0.dualSeconds = board.clock() - began
            $0.pricingSeconds = seconds
        }
        return isExact || !model.isWhole ? nil : proximal
    }

    private func stop(at share: Double) -> @Sendable () -> Bool {
        { [board] in board.isOver(at: share) }
    }

    private func notePoints(_ now: DualProgress) {
        outcome.withLock {
            $0.points = now.best
            $0.passes = now.passes
            $0.columns = now.columns
            $0.masterValue = now.value
        }
        board.found(dual: now.best?.bound, passes: now.passes, columns: now.columns)
    }

    /// Bounds of parts of level 1, where the prices of the whole prove as much as any prices can and little is missing.
    ///
    /// - Returns: Seconds of pricing.
    private func proveParts(threads: Int) -> Double {
        guard !parameters.switchedOff.contains(.objectiveParts), !model.blocks.contains(where: \.isSlotForm),
            // What costs nothing as a mixture costs nothing in parts.
            let whole = outcome.withLock({ $0.points }), whole.exactBound > 0, isNearly(whole.bound)
        else { return 0 }
        let count = Self.partCount
        let start = whole.prices.prefix(model.priceCount).map { Double($0) / Double(whole.scale * count) }
        var parts: [(model: CoverModel, point: DualPoint)] = []
        var pricing = 0.0
        for number in 0..<count {
            let model = CoverModel(part: ObjectivePart(number: number, count: count), of: model)
            let evaluator = DualEvaluator(problem: problem, model: model, threads: threads)
            let dual = ProximalDual(
                evaluator: evaluator, settings: ProximalDual.Settings(switchedOff: parameters.switchedOff), start: start
            )
            var best: DualPoint?
            proveMore(dual, shouldStop: stop(at: lateEnd)) { best = $0.best }
            pricing += evaluator.pricingSeconds
            guard let best else { return pricing }
            parts.append((model, best))
        }
        let bound = parts.reduce(0) { $0 + $1.point.bound }
        guard bound > whole.bound else { return pricing }
        let (passes, columns) = outcome.withLock { outcome in
            outcome.parts = parts
            return (outcome.passes, outcome.columns)
        }
        board.found(dual: bound, passes: passes, columns: columns)
        return pricing
    }

    /// Parts into which level 1 is split.
    private static let partCount = 2
    /// Most steps of the objective between roster and bound for parts to be worth their time.
    private static let mostStepsForParts = 24

    /// Whether a bound is only a few steps below the best roster; under work, where it must not matter who is first, always.
    private func isNearly(_ bound: Int) -> Bool {
        guard parameters.work == nil else { return true }
        return (best.map { $0.cost - bound } ?? Int.max) <= Self.mostStepsForParts * model.step
    }

    private func keepProgram(of dual: some DualMethod) {
        guard parameters.keepsProgram else { return }
        let program = dual.program
        outcome.withLock { $0.program = program }
    }

    private func proveMore(
        _ dual: ProximalDual, shouldStop: @escaping @Sendable () -> Bool, onPoint: (DualProgress) -> Void
    ) {
        if parameters.switchedOff.contains(.teamCuts) {
            if !dual.isConverged { dual.run(passLimit: passLimit, shouldStop: shouldStop, onPoint: onPoint) }
        } else {
            dual.runWithCuts(passLimit: passLimit, shouldStop: shouldStop, onPoint: onPoint)
        }
    }

    /// A roster out of the mixtures of lines that the dual ends with, and what they say of good lines.
    private func round(_ dual: ProximalDual) {
        let state = SearchState(problem: problem, model: model)
        // The lines of a constituted team are one, which the mixtures do not know.
        guard state.teams.members.isEmpty, !board.isOver(at: Self.roundingEnd) else { return }
        let leaning = dual.leaning
        let lines = dual.round(in: state) { [board] in board.isOver(at: Self.roundingEnd) }
        state.load(lines)
        let cost = state.cost
        outcome.withLock {
            $0.chains[Self.roundingChain] = (lines, cost)
            $0.guide = SearchChain.Guide(lines: lines, leaning: leaning)
        }
        board.found(primal: cost, moves: 0)
    }

    /// Number under which the rounded lines are kept among the chains.
    private static let roundingChain = -3

    /// Prices of level 1 carry over to late minutes row by row where both models have the duty, scaled by the demands.
    private func startForLate(_ point: DualPoint) -> [Double]? {
        guard model.demand > 0, lateModel.demand > 0 else { return nil }
        let factor = Double(lateModel.demand) / Double(model.demand) / Double(point.scale)
        var prices = Array(repeating: 0.0, count: lateModel.priceCount)
        for group in lateModel.groups {
            guard
                let old = group.duties.lazy.compactMap({ duty in
                    self.model.group(day: group.day, duty: duty, type: group.type)
                }).first
            else { continue }
            let from = model.groups[old]
            prices[Int(group.price)] = Double(point.prices[Int(from.price)]) * factor
            for place in group.places {
                let sector = lateModel.blocks[place.block].sector
                guard let known = from.places.first(where: { self.model.blocks[$0.block].sector == sector }) else {
                    continue
                }
                for (level, price) in zip(place.levels, known.levels) {
                    prices[Int(level)] = Double(point.prices[Int(price)]) * factor
                }
            }
        }
        return prices
    }

    /// One chain of the search over the whole time or work.
    ///
    /// - Parameter dual: Chooses staffings of its own for the chain; nil leaves it to those of ``bounds(threads:)``.
    func search(chain number: Int, dual: ProximalDual? = nil) {
        guard parameters.sides.contains(.search), !board.isOver(at: searchEnd * 0.97) else { return }
        let began = board.clock()
        let chain = SearchChain(problem: problem, model: model, parameters: parameters, number: number, board: board)
        let isAlone = parameters.work != nil || parameters.switchedOff.contains(.sharedIncumbent)
        chain.run(
            moves: parameters.work.map { number == 0 ? $0 : $0 / 2 }, endShare: searchEnd,
            start: startLines,
            // The second chain begins when the dual is done, in every run.
            guide: { isAlone && number != 1 ? nil : outcome.withLock { $0.guide } },
            bestOfAll: { isAlone ? nil : best },
            dive: { nextDive(cycle: $0, isCalm: $1, dual: dual, own: $2) },
            isHelpWaiting: {
                parameters.work == nil && dual == nil
                    && (dives.isWaiting || (!isAlone && outcome.withLock { $0.guide != nil }))
            }, onFound: keep)
        outcome.withLock { $0.searchSeconds += board.clock() - began }
    }

    /// The dive that a chain fills in a cycle.
    ///
    /// By the clock the second chain has the dual dive all the time; the first one fills those dives when it has bettered the best
    /// roster in vain, the second one when there is one left over. Under work each chain is on its own.
    ///
    /// - Parameters:
    ///   - isCalm: Whether bettering the best roster has been tried.
    ///   - own: The best roster of the chain.
    private func nextDive(
        cycle: Int, isCalm: Bool, dual: ProximalDual?, own: (lines: [[Int?]], cost: Int)
    ) -> Dive? {
        guard parameters.work == nil else {
            // The first chain must not depend on when dives come: it waits for the first one.
            guard let dual else {
                guard cycle == 1 else { return nil }
                dives.waitForFirst()
                return dives.take()
            }
            return cycle % 2 == 0 ? dives.random(of: dual) { own.lines } : nil
        }
        guard let dual else { return cycle == 1 || isCalm ? dives.take() : nil }
        if let left = dives.take() { return left }
        while let dive = dives.random(of: dual, best: { best?.lines }) {
            guard parameters.threads > 1, dives.offer(dive) else { return dive }
        }
        return nil
    }

    /// The roster of least cost; the smaller chain wins ties.
    private var best: (lines: [[Int?]], cost: Int)? {
        outcome.withLock { outcome in
            outcome.chains.min { ($0.value.cost, $0.key) < ($1.value.cost, $1.key) }?.value
        }
    }

    /// Notes the best roster of a chain.
    private func keep(_ found: SearchChain.Found) {
        outcome.withLock { outcome in
            outcome.chains[found.chain] = (found.lines, found.cost)
            outcome.moves += found.moves
        }
        board.found(primal: found.cost, moves: found.moves)
    }

    /// Polishes the best roster on levels 2 to 4 and gathers the result.
    func finish() throws -> PlanResult {
        let done = outcome.withLock { $0 }
        if let failure = done.failure { throw failure }
        let state = SearchState(problem: problem, model: model)
        let components = SearchComponents(problem)
        let chains = done.chains.sorted { $0.key < $1.key }.map(\.value)
        if let first = chains.first {
            // Parts of the town have their best in different chains.
            let best = chains.dropFirst().reduce(first) { components.combine($0, $1, in: state) }
            state.load(best.lines)
        }
        let polishing = Polishing(state: state, seed: parameters.seed, stream: 1000)
        board.report(.polishing)
        let polishMoves =
            parameters.work.map { max(1000, $0 / 8) } ?? (parameters.timeLimit == nil ? 2_000_000 : Int.max)
        // When the search has ended early (optimum proved, gap reached) the polish has a fixed number of moves.
        let isEarly = board.timeShare < searchEnd - 0.02
        let early =
            !parameters.sides.contains(.search) ? 0 : isEarly ? min(polishMoves, 3_000_000) : polishMoves
        polishing.run { [board] moves in
            board.beat(moves: done.moves)
            return moves >= early || board.isInterrupted || board.timeShare >= Self.polishEnd
        }

        var proofs: [BoundProof] = []
        if let points = done.points { proofs.append(ProofBuilder(problem: problem, model: model).proof(points)) }
        if let late = done.late { proofs.append(ProofBuilder(problem: problem, model: lateModel).proof(late)) }
        var levels = polishing.values
        let objective = levels.points
        if let whole {
            let counted = SearchState(problem: problem, model: whole)
            counted.load(state.lines)
            levels = LowerLevels(counted).total
        }
        for part in done.parts { proofs.append(ProofBuilder(problem: problem, model: part.model).proof(part.point)) }
        let isProved = BoundProof.bound(.points, of: proofs).map { objective <= $0 } ?? (objective == 0)
        let bound = PublishedAudit.bound(problem.agentsWithoutLine, in: problem.scenario)
        let isInfeasible =
            !bound.isEmpty
            || problem.agentsWithoutLine.contains { agent in
                problem.availability[agent.value].pins.contains { $0 != nil }
            }
        let status: PlanStatus =
            isInfeasible ? .infeasible : isProved ? .optimal : board.isInterrupted ? .interrupted : .feasible
        let reason =
            isProved
            ? "optimal"
            : board.isInterrupted
                ? "interrupted"
                : board.isGapReached ? "gap" : parameters.work != nil && board.timeShare < 1 ? "work" : "timeLimit"
        return PlanResult(
            roster: problem.roster(state.lines), status: status, stoppedBy: reason, levels: levels,
            fractionalPoints: whole == nil ? nil : objective, proofs: proofs,
            work: (done.moves + polishing.moves, done.passes), agentsWithoutLine: problem.agentsWithoutLine,
            agentsBoundByPublished: bound,
            loweredMinimums: problem.classes.flatMap { agents in
                agents.diagram.loweredMinimum.map { minutes in agents.agents.map { ($0, minutes) } } ?? []
            },
            blocks: (model.blocks.count, model.blocks.count(where: \.isSlotForm)),
            size: (model.priceCount, model.blocks.reduce(0) { $0 + $1.count }, done.columns),
            masterValue: done.masterValue, program: done.program, dualSeconds: done.dualSeconds,
            pricingSeconds: done.pricingSeconds,
            searchSeconds: done.searchSeconds)
    }
}
