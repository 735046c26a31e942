/// Which simplex method a session runs.
public enum SimplexMethod: Hashable, Sendable {
    /// Primal simplex: right after columns were added or costs changed.
    case primal
    /// Dual simplex: right after bounds changed or rows were added.
    case dual
    /// Chosen from what changed since the last solve: primal if only columns were added or costs changed, else dual.
    case automatic
}

/// Place of one variable or constraint in a simplex basis.
public enum BasisStatus: Hashable, Sendable {
    /// In the basis: its value follows from the others.
    case basic
    /// Not in the basis, at its lower bound, or the only bound it has, or at zero when it has none.
    case atLower
    /// Not in the basis, at its upper bound, or the only bound it has, or at zero when it has none.
    case atUpper
}

/// A simplex basis: one status per variable and per constraint.
public struct Basis: Sendable, Hashable {
    /// Status by ``VariableID``; meaningless for removed variables.
    public var variables: [BasisStatus]
    /// Status by ``ConstraintID``.
    public var constraints: [BasisStatus]

    /// Makes a basis of its parts.
    public init(variables: [BasisStatus], constraints: [BasisStatus]) {
        self.variables = variables
        self.constraints = constraints
    }

    /// Makes a basis by naming its basic members; all others are at their lower bounds.
    ///
    /// - Parameters:
    ///   - variableCount: Number of variables ever added.
    ///   - constraintCount: Number of constraints ever added.
    ///   - basicVariables: Variables in the basis.
    ///   - basicConstraints: Constraints in the basis, that is those that are slack.
    public init(
        variableCount: Int,
        constraintCount: Int,
        basicVariables: some Sequence<VariableID>,
        basicConstraints: some Sequence<ConstraintID>
    ) {
        variables = [BasisStatus](repeating: .atLower, count: variableCount)
        constraints = [BasisStatus](repeating: .atLower, count: constraintCount)
        for id in basicVariables { variables[id.index] = .basic }
        for id in basicConstraints { constraints[id.index] = .basic }
    }
}

/// A linear program kept loaded in a solver, changed and solved again and again from its last basis.
///
/// Numbers stay valid for the whole session: a removed variable's number is never given again. Arrays in results are
/// indexed by number, so they grow with every variable ever added.
///
/// A session belongs to the closure it is given to, and to that closure's thread: keeping it longer, or touching it
/// from another thread, is a bug and stops the program. Every change is checked as ``LinearProgram/validate()``
/// would; when it throws a ``LinearProgramError``, nothing was changed.
public protocol IncrementalLPSession: AnyObject {
    /// Number of variables ever added, the removed ones included.
    var variableCount: Int { get }

    /// Number of constraints.
    var constraintCount: Int { get }

    /// Adds variables, not basic at first; the next solve goes on from the present basis.
    ///
    /// - Returns: Their numbers, consecutive, in the order given.
    /// - Throws: ``LinearProgramError`` with all faults; an error of the solver's own when it breaks down.
    @discardableResult
    func addVariables(_ columns: [LPColumn]) throws -> [VariableID]

    /// Adds constraints, basic (slack) at first. The factorisation is made anew: add in batches.
    ///
    /// - Returns: Their numbers, consecutive, in the order given.
    /// - Throws: ``LinearProgramError`` with all faults; an error of the solver's own when it breaks down.
    @discardableResult
    func addConstraints(_ rows: [LPRow]) throws -> [ConstraintID]

    /// Sets both bounds of a variable. Equal bounds fix it, which is a cheap way to set a column aside.
    func setBounds(of variable: VariableID, lower: Double, upper: Double) throws

    /// Sets both bounds of a constraint.
    func setBounds(of constraint: ConstraintID, lower: Double, upper: Double) throws

    /// Sets the cost of a variable.
    func setCost(of variable: VariableID, to cost: Double) throws

    /// Whether the variable is in the present basis.
    func isBasic(_ variable: VariableID) throws -> Bool

    /// Removes those of the given variables that are not basic; basic ones stay. Remove in batches.
    ///
    /// - Returns: The removed ones, in the order given.
    @discardableResult
    func removeNonBasicVariables(_ variables: [VariableID]) throws -> [VariableID]

    /// The present basis.
    func basis() throws -> Basis

    /// Replaces the basis. It need not be feasible; when it is singular, the next solve begins from all slacks.
    ///
    /// - Throws: ``LinearProgramError`` when sizes do not fit or the basic members are not as many as constraints.
    func setBasis(_ basis: Basis) throws

    /// Solves from the present basis.
    ///
    /// - Parameters:
    ///   - limits: When to return early; a further call goes on from where this one stopped.
    ///   - method: Which simplex method to run.
    /// - Returns: The outcome, with values and duals of the basis reached, also when a limit is hit.
    /// - Throws: An error of the solver's own when it breaks down; the session is then lost.
    func solve(limits: SolveLimits, method: SimplexMethod) throws -> LPSolution
}

extension IncrementalLPSession {
    /// Solves from the present basis without limits, by the method that fits the last changes.
    public func solve() throws -> LPSolution {
        try solve(limits: .none, method: .automatic)
    }

    /// Solves from the present basis, by the method that fits the last changes.
    public func solve(limits: SolveLimits) throws -> LPSolution {
        try solve(limits: limits, method: .automatic)
    }

    /// Adds one variable.
    ///
    /// - Throws: As ``addVariables(_:)``.
    @discardableResult
    public func addVariable(_ column: LPColumn) throws -> VariableID {
        let id = VariableID(variableCount)
        try addVariables([column])
        return id
    }

    /// Adds one constraint.
    ///
    /// - Throws: As ``addConstraints(_:)``.
    @discardableResult
    public func addConstraint(_ row: LPRow) throws -> ConstraintID {
        let id = ConstraintID(constraintCount)
        try addConstraints([row])
        return id
    }
}

/// A solver that can keep a linear program loaded, as column generation needs it.
public protocol IncrementalLPSolver: LPSolver {
    /// Loads a program, runs `body` on it, and unloads it. The calling thread waits.
    ///
    /// The closure may run on another thread than the caller's; it runs once, and this call returns after it. It may
    /// share variables with the caller as any closure that is called in place. Call it from code that belongs to no
    /// actor: a closure written inside a main-actor or actor function would find itself on the wrong thread, which
    /// Swift stops the program for.
    ///
    /// - Parameters:
    ///   - program: The program to begin with; checked by ``LinearProgram/validate()`` first.
    ///   - body: What to do with the session, which must not be kept.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws; ``LinearProgramError`` when the program has faults; an error of the solver's own.
    func withSession<Result>(
        _ program: LinearProgram,
        _ body: (any IncrementalLPSession) throws -> Result
    ) throws -> Result
}
