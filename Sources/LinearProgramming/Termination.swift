/// Why a solver returned. An outcome, never an error: what was found until then is returned with it.
public enum Termination: Hashable, Sendable {
    /// Proved optimal within the solver's tolerances.
    case optimal
    /// Proved that no values keep all constraints.
    case infeasible
    /// Proved that the objective has no lower limit.
    case unbounded
    /// The relative gap asked of a ``MIPSolver`` was reached.
    case gapLimit
    /// The limit of work was reached: pivots of an ``LPSolver``, nodes of a ``MIPSolver``.
    case iterationLimit
    /// The limit of seconds was reached.
    case timeLimit
    /// ``SolveLimits/stop`` asked for it.
    case stopped
    /// The solver gave up on numerical grounds; the text says what it reported.
    case numericalTrouble(String)

    /// Whether the result is final: a longer run with the same limits of accuracy would not change it.
    public var isConclusive: Bool {
        switch self {
        case .optimal, .infeasible, .unbounded, .gapLimit: true
        case .iterationLimit, .timeLimit, .stopped, .numericalTrouble: false
        }
    }
}

extension Termination: CustomStringConvertible {
    /// Short English words for logs.
    public var description: String {
        switch self {
        case .optimal: "optimal"
        case .infeasible: "infeasible"
        case .unbounded: "unbounded"
        case .gapLimit: "gap limit"
        case .iterationLimit: "iteration limit"
        case .timeLimit: "time limit"
        case .stopped: "stopped"
        case .numericalTrouble(let detail): "numerical trouble: \(detail)"
        }
    }
}

/// What is known of one side, primal or dual, of an LP solution.
public enum Feasibility: Hashable, Sendable {
    /// The values returned are feasible.
    case feasible
    /// The values returned are not feasible; feasible ones may exist.
    case infeasible
    /// Proved that no feasible values exist.
    case impossible
    /// Nothing is known; the values returned mean nothing.
    case unknown
}
