/// Solves linear programs with integer variables.
public protocol MIPSolver: Sendable {
    /// Solves one program by branch and bound. The calling thread waits.
    ///
    /// - Parameters:
    ///   - program: The program; checked by ``LinearProgram/validate()`` first.
    ///   - limits: When to return early. Iterations limit the pivots of the first relaxation only; see
    ///     ``MIPOptions/nodeLimit``.
    ///   - options: Gap, cutoff, start and progress.
    /// - Returns: The outcome, also when a limit is hit, with the best values and bound until then.
    /// - Throws: ``LinearProgramError`` when the program or the start has faults; an error of the solver's own when it
    ///   breaks down.
    func solve(_ program: LinearProgram, limits: SolveLimits, options: MIPOptions) throws -> MIPSolution
}

/// Wishes on one run of a ``MIPSolver``.
public struct MIPOptions: Sendable {
    /// State of a running search.
    public struct Progress: Sendable, Hashable {
        /// Nodes made until now.
        public var nodes: Int
        /// Best objective until now; `nil` when there is none.
        public var objective: Double?
        /// Dual bound until now; minus infinity when nothing is known.
        public var bestBound: Double

        /// Makes a state of its parts.
        public init(nodes: Int, objective: Double?, bestBound: Double) {
            self.nodes = nodes
            self.objective = objective
            self.bestBound = bestBound
        }
    }

    /// Relative gap at which the search may end with ``Termination/gapLimit``; 0 for a full proof.
    public var relativeGap: Double
    /// Nodes after which the search ends with ``Termination/iterationLimit``; `nil` for no limit.
    public var nodeLimit: Int?
    /// Only solutions of at most this objective are wanted; the search is infeasible when there are none.
    public var cutoff: Double?
    /// Values of a feasible solution to begin with, by ``VariableID``; returned when nothing better is found.
    public var start: [Double]?
    /// Called on the solver's thread when the state has changed; must be quick and must not call the solver.
    public var onProgress: (@Sendable (Progress) -> Void)?

    /// Makes wishes; by default a full proof without start.
    public init(
        relativeGap: Double = 0,
        nodeLimit: Int? = nil,
        cutoff: Double? = nil,
        start: [Double]? = nil,
        onProgress: (@Sendable (Progress) -> Void)? = nil
    ) {
        self.relativeGap = relativeGap
        self.nodeLimit = nodeLimit
        self.cutoff = cutoff
        self.start = start
        self.onProgress = onProgress
    }
}

extension MIPSolver {
    /// Solves one program without limits to full proof. The calling thread waits.
    ///
    /// - Throws: As ``solve(_:limits:options:)``.
    public func solve(integer program: LinearProgram) throws -> MIPSolution {
        try solve(program, limits: .none, options: MIPOptions())
    }
}
