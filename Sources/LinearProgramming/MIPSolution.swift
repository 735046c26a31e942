/// What a ``MIPSolver`` returns.
public struct MIPSolution: Sendable, Hashable {
    /// Best values found and their objective.
    public struct Incumbent: Sendable, Hashable {
        /// Value of each variable, by ``VariableID``; integer variables are exactly whole.
        public var values: [Double]
        /// Objective of ``values``, the constant included.
        public var objective: Double

        /// Makes an incumbent of its parts.
        public init(values: [Double], objective: Double) {
            self.values = values
            self.objective = objective
        }

        /// Value of one variable.
        public subscript(variable: VariableID) -> Double { values[variable.index] }
    }

    /// Why the solver returned.
    public var termination: Termination
    /// Best values found, or the start given when nothing better was found; `nil` when there are none.
    public var incumbent: Incumbent?
    /// Dual bound: no solution is cheaper. Minus infinity when nothing is known, infinity when infeasible.
    ///
    /// It is read off floating-point linear programs and holds within their tolerances. With a
    /// ``MIPOptions/cutoff``, it never exceeds the cutoff unless an incumbent proves more.
    public var bestBound: Double
    /// Nodes of the tree that were made.
    public var nodes: Int

    /// Makes a result of its parts.
    public init(termination: Termination, incumbent: Incumbent?, bestBound: Double, nodes: Int) {
        self.termination = termination
        self.incumbent = incumbent
        self.bestBound = bestBound
        self.nodes = nodes
    }

    /// (objective − bound) / max(1, |objective|), at least 0; `nil` without incumbent or without bound.
    public var relativeGap: Double? {
        guard let incumbent, bestBound.isFinite else { return nil }
        return max(0, (incumbent.objective - bestBound) / max(1, incumbent.objective.magnitude))
    }
}
