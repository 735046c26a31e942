import CGLPKGuard
import LinearProgramming

/// Watches a branch and bound: remembers the best bound, answers whether to go on.
///
/// It is called from inside GLPK: it neither throws nor calls GLPK, it stores what it saw, and the solver acts on that
/// after GLPK has returned.
final class TreeObserver {
    private let stop: @Sendable () -> Bool
    private let options: MIPOptions
    private var lastReported: MIPOptions.Progress?

    /// Why the search was told to end; `nil` when it was not.
    private(set) var reason: Termination?
    /// Best bound seen; never falls.
    private(set) var bestBound: Double
    /// Nodes made.
    private(set) var nodes = 0

    /// Makes an observer for one search.
    ///
    /// - Parameters:
    ///   - bound: What is known before the search.
    ///   - options: Gap, node limit and whom to tell.
    ///   - stop: Asked at every event.
    init(bound: Double, options: MIPOptions, stop: @escaping @Sendable () -> Bool) {
        bestBound = bound
        self.options = options
        self.stop = stop
    }

    /// Takes note of a state.
    ///
    /// - Returns: Whether the search is to end.
    func observe(_ state: glpk_guard_tree_state) -> Bool {
        nodes = Int(state.nodes)
        bestBound = max(bestBound, state.best_bound)
        let objective = state.has_incumbent != 0 ? state.objective : nil
        if let onProgress = options.onProgress {
            // Nothing is cheaper than an incumbent that no open node can beat.
            let bound = min(bestBound, objective ?? .infinity)
            let progress = MIPOptions.Progress(nodes: nodes, objective: objective, bestBound: bound)
            if progress != lastReported {
                lastReported = progress
                onProgress(progress)
            }
        }
        if reason == nil { reason = reasonToEnd(objective) }
        return reason != nil
    }

    private func reasonToEnd(_ objective: Double?) -> Termination? {
        if stop() { return .stopped }
        if let limit = options.nodeLimit, nodes >= limit { return .iterationLimit }
        if options.relativeGap > 0, let objective,
            objective - bestBound <= options.relativeGap * max(1, objective.magnitude)
        {
            return .gapLimit
        }
        return nil
    }
}
