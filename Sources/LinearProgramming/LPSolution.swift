/// What an ``LPSolver`` or an ``IncrementalLPSession`` returns.
///
/// Termination and the two sides are told apart on purpose: a run cut short may hold values that are primal feasible,
/// or dual feasible, or neither. Read ``primalStatus`` before ``values`` and ``dualStatus`` before ``duals``.
public struct LPSolution: Sendable, Hashable {
    /// Why the solver returned.
    public var termination: Termination
    /// What is known of ``values`` and ``activities``.
    public var primalStatus: Feasibility
    /// What is known of ``duals`` and ``reducedCosts``.
    public var dualStatus: Feasibility
    /// Objective of ``values``, the constant included; zero when nothing is known of them.
    public var objective: Double
    /// Value of each variable, by ``VariableID``; zero for a removed one.
    public var values: [Double]
    /// Reduced cost of each variable, by ``VariableID``; zero for a removed one. Signs as in ``DualValues``.
    public var reducedCosts: [Double]
    /// Sum of each constraint, by ``ConstraintID``.
    public var activities: [Double]
    /// Dual value of each constraint, by ``ConstraintID``.
    public var duals: DualValues
    /// Simplex pivots of this call; zero for a solver that makes none.
    public var iterations: Int

    /// Makes a result of its parts.
    public init(
        termination: Termination,
        primalStatus: Feasibility,
        dualStatus: Feasibility,
        objective: Double,
        values: [Double],
        reducedCosts: [Double],
        activities: [Double],
        duals: DualValues,
        iterations: Int
    ) {
        self.termination = termination
        self.primalStatus = primalStatus
        self.dualStatus = dualStatus
        self.objective = objective
        self.values = values
        self.reducedCosts = reducedCosts
        self.activities = activities
        self.duals = duals
        self.iterations = iterations
    }

    /// Makes a result without values: nothing is known of either side unless said.
    public init(
        termination: Termination,
        primalStatus: Feasibility = .unknown,
        dualStatus: Feasibility = .unknown,
        variables: Int,
        constraints: Int,
        iterations: Int = 0
    ) {
        self.init(
            termination: termination,
            primalStatus: primalStatus,
            dualStatus: dualStatus,
            objective: 0,
            values: [Double](repeating: 0, count: variables),
            reducedCosts: [Double](repeating: 0, count: variables),
            activities: [Double](repeating: 0, count: constraints),
            duals: DualValues([Double](repeating: 0, count: constraints)),
            iterations: iterations
        )
    }

    /// Value of one variable.
    public subscript(variable: VariableID) -> Double { values[variable.index] }

    /// Reduced cost of one variable. Signs as in ``DualValues``.
    public func reducedCost(of variable: VariableID) -> Double { reducedCosts[variable.index] }

    /// Sum of one constraint.
    public func activity(of constraint: ConstraintID) -> Double { activities[constraint.index] }
}
