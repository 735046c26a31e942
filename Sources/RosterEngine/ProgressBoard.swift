import Synchronization

/// What the threads of a run know of each other: best bounds, limits and the stop request.
final class ProgressBoard: Sendable {
    private struct State {
        var primal: Int?
        var dual: Int?
        var passes = 0
        var moves = 0
        var columns = 0
        var lastReport = -Double.infinity
        var phase = PlanProgress.Phase.preparing
    }

    private let parameters: PlanParameters
    let clock: @Sendable () -> Double
    private let start: Double
    private let demand: Int
    private let stop: StopFlag
    private let state = Mutex(State())
    private let onProgress: @Sendable (PlanProgress) -> Void

    init(
        demand: Int, parameters: PlanParameters, clock: @escaping @Sendable () -> Double, stop: StopFlag,
        _ onProgress: @escaping @Sendable (PlanProgress) -> Void
    ) {
        self.demand = demand
        self.parameters = parameters
        self.clock = clock
        self.stop = stop
        self.onProgress = onProgress
        start = clock()
    }

    /// Whether the user asked for a stop.
    var isInterrupted: Bool { stop.isRaised }

    /// Whether roster and bound meet, or come as near as asked. Not looked at in runs limited by work, which must not
    /// depend on what another thread has reached.
    var isGapReached: Bool {
        guard parameters.work == nil || parameters.gap != nil else { return false }
        return state.withLock { state in
            guard let primal = state.primal, let dual = state.dual else { return false }
            if primal <= dual { return true }
            return parameters.gap.map { Double(primal - dual) <= $0 * Double(max(1, primal)) } ?? false
        }
    }

    /// Share of the time limit that is over; 0 without a limit.
    var timeShare: Double {
        guard let limit = parameters.timeLimit else { return 0 }
        return limit <= start ? 1 : (clock() - start) / (limit - start)
    }

    /// Whether everything should end now, a share of the time limit being over.
    func isOver(at share: Double) -> Bool { isInterrupted || isGapReached || timeShare >= share }

    /// Notes a roster's level 1.
    func found(primal: Int, moves: Int) {
        state.withLock {
            $0.primal = min(primal, $0.primal ?? Int.max)
            $0.moves = max($0.moves, moves)
        }
        report(.searching)
    }

    /// Notes a proved bound.
    func found(dual: Int?, passes: Int, columns: Int) {
        state.withLock {
            if let dual { $0.dual = max(dual, $0.dual ?? Int.min) }
            $0.passes = passes
            $0.columns = columns
        }
        report(.searching)
    }

    /// Reports a few times a second while nothing improves.
    func beat(moves: Int) {
        let now = clock()
        let (isDue, phase) = state.withLock { state in
            state.moves = max(state.moves, moves)
            return (now - state.lastReport >= 0.25, state.phase)
        }
        if isDue { report(phase == .polishing ? .polishing : .searching) }
    }

    /// Hands a snapshot to the receiver.
    func report(_ phase: PlanProgress.Phase) {
        let seconds = clock()
        let now = state.withLock { state in
            state.lastReport = seconds
            state.phase = phase
            return state
        }
        onProgress(
            PlanProgress(
                phase: phase, seconds: seconds, primalBound: now.primal, dualBound: now.dual, weightedDemand: demand,
                passes: now.passes, moves: now.moves, columns: now.columns))
    }
}
