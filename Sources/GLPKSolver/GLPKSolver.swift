public import LinearProgramming

/// Linear and integer programming by GLPK.
///
/// Each call runs on a thread of its own, which ends with the call (``SolverThread``); any number of calls may run at
/// once. GLPK writes nothing to the terminal. A fatal error inside GLPK, which would end the process, is thrown as
/// ``GLPKError``; later calls are not touched by it.
///
/// Stop requests are seen between slices of the simplex method, each a second to a few of work
/// (``Settings/pivotsPerSlice``), and at every node of a branch and bound. A limit of seconds also ends a slice.
public struct GLPKSolver: IncrementalLPSolver, MIPSolver {
    /// How the simplex method chooses the entering variable.
    public enum Pricing: Hashable, Sendable {
        /// Projected steepest edge: fewer pivots, each dearer. GLPK begins it anew in every call.
        case projectedSteepestEdge
        /// Largest reduced cost: for very short re-solves.
        case textbook
    }

    /// Numerical settings; the defaults are GLPK's own unless said.
    public struct Settings: Hashable, Sendable {
        /// How the simplex method chooses the entering variable.
        public var pricing = Pricing.projectedSteepestEdge
        /// Pivots between two looks at the stop request; `nil` for a number that depends on the size only.
        ///
        /// Where a slice makes no headway the next is longer, up to eight times this number or 1,000.
        public var pivotsPerSlice: Int?
        /// Updates of the factorised basis before it is made anew. Default 200, GLPK's own is 100.
        public var factorUpdates = 200
        /// Whether programs solved in one go are presolved; never done in sessions, nor with a start for integers.
        public var presolve = true
        /// Relative violation of a bound that counts as none.
        public var primalTolerance = 1e-7
        /// Violation of a reduced cost's sign that counts as none.
        public var dualTolerance = 1e-7
        /// Distance from a whole number that counts as none in branch and bound.
        public var integerTolerance = 1e-5
        /// Whether branch and bound generates cuts (Gomory, rounding, cover, clique) at the root.
        public var cuts = true
        /// Whether branch and bound begins with the feasibility pump.
        public var feasibilityPump = false
        /// Bytes of stack of the solver's thread.
        public var stackSize = SolverThread.defaultStackSize

        /// Makes the default settings.
        public init() {}
    }

    /// Numerical settings of all calls.
    public var settings: Settings

    /// Makes a solver.
    public init(settings: Settings = Settings()) {
        self.settings = settings
    }

    /// Version of the GLPK library in use, such as `5.0`.
    public static var libraryVersion: String { GLPKEnvironment.version }

    /// Solves one program from scratch: presolve, then the dual simplex method. The calling thread waits.
    ///
    /// A run cut short after presolve has no values to return: both statuses are then unknown.
    ///
    /// - Throws: ``LinearProgramError``; ``GLPKError``.
    public func solve(_ program: LinearProgram, limits: SolveLimits) throws -> LPSolution {
        try program.validate()
        let deadline = Deadline(seconds: limits.seconds)
        return try SolverThread.withEnvironment(stackSize: settings.stackSize) { environment in
            try solve(program, limits: limits, deadline: deadline, in: environment)
        }
    }

    /// Loads a program, runs `body` on it on a thread of its own, and unloads it. The calling thread waits.
    ///
    /// - Throws: What `body` throws; ``LinearProgramError``; ``GLPKError``.
    public func withSession<Result>(
        _ program: LinearProgram,
        _ body: (any IncrementalLPSession) throws -> Result
    ) throws -> Result {
        try program.validate()
        return try SolverThread.withEnvironment(stackSize: settings.stackSize) { environment in
            let session = try GLPKSession(program, settings: settings, in: environment)
            defer { session.close() }
            return try body(session)
        }
    }

    private func solve(
        _ program: LinearProgram,
        limits: SolveLimits,
        deadline: Deadline,
        in environment: GLPKEnvironment
    ) throws(GLPKError) -> LPSolution {
        var problem = try GLPKProblem.loading(
            program,
            integers: false,
            factorUpdates: settings.factorUpdates,
            in: environment
        )
        let size = (variables: program.variables.count, constraints: program.constraints.count)
        var limits = limits
        var pivots = 0
        if settings.presolve {
            switch try problem.presolved(forIntegers: false, factorUpdates: settings.factorUpdates) {
            case .infeasible:
                return LPSolution(
                    termination: .infeasible,
                    primalStatus: .impossible,
                    variables: size.variables,
                    constraints: size.constraints
                )
            case .dualInfeasible:
                // Unbounded or infeasible: the full problem tells which.
                break
            case .reduced(var reduction):
                let outcome = try reduction.problem.runSlicedSimplex(
                    method: .dual,
                    limits: limits,
                    deadline: deadline,
                    settings: settings
                )
                pivots = outcome.pivots
                switch outcome.termination {
                case .optimal:
                    try problem.takeSolution(from: reduction)
                    return try Self.solution(of: problem, outcome, iterations: pivots)
                case .infeasible:
                    return LPSolution(
                        termination: .infeasible,
                        primalStatus: .impossible,
                        variables: size.variables,
                        constraints: size.constraints,
                        iterations: pivots
                    )
                case .iterationLimit, .timeLimit, .stopped:
                    return LPSolution(
                        termination: outcome.termination,
                        variables: size.variables,
                        constraints: size.constraints,
                        iterations: pivots
                    )
                case .unbounded, .gapLimit, .numericalTrouble:
                    // The full problem gives the point from which the objective falls, or a second chance.
                    limits.iterations = limits.iterations.map { max(0, $0 - pivots) }
                }
            }
        }
        let outcome = try problem.runSlicedSimplex(
            method: settings.presolve ? .primal : .dual,
            limits: limits,
            deadline: deadline,
            settings: settings
        )
        return try Self.solution(of: problem, outcome, iterations: pivots + outcome.pivots)
    }

    private static func solution(
        of problem: borrowing GLPKProblem,
        _ outcome: SimplexOutcome,
        iterations: Int
    ) throws(GLPKError) -> LPSolution {
        let basic = try problem.basicSolution()
        return LPSolution(
            termination: outcome.termination,
            primalStatus: outcome.primalStatus,
            dualStatus: outcome.dualStatus,
            objective: outcome.primalStatus == .unknown ? 0 : basic.objective,
            values: basic.columnValues,
            reducedCosts: basic.columnDuals,
            activities: basic.rowValues,
            duals: DualValues(basic.rowDuals),
            iterations: iterations
        )
    }
}
