/// All faults found in a linear program, or in columns, rows and changes given to a session.
public struct LinearProgramError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One fault: what is wrong, where, and the value found.
    public enum Fault: Hashable, Sendable {
        /// The cost is infinite or not a number.
        case costNotFinite(VariableID, Double)
        /// The constant of the objective is infinite or not a number.
        case objectiveConstantNotFinite(Double)
        /// The bounds of a variable are in the wrong order, not numbers, or leave no finite value.
        case variableBounds(VariableID, lower: Double, upper: Double)
        /// The bounds of a constraint are in the wrong order, not numbers, or leave no finite value.
        case constraintBounds(ConstraintID, lower: Double, upper: Double)
        /// A coefficient is infinite or not a number.
        case coefficientNotFinite(ConstraintID, VariableID, Double)
        /// The same pair of constraint and variable is given more than once.
        case duplicateCoefficient(ConstraintID, VariableID)
        /// A variable is named that does not exist, or no longer.
        case unknownVariable(VariableID)
        /// A constraint is named that does not exist.
        case unknownConstraint(ConstraintID)
        /// A basis does not have one basic variable or constraint per constraint.
        case basisSize(found: Int, expected: Int)
        /// A start for a search does not have one value per variable.
        case startSize(found: Int, expected: Int)
        /// A start for a search breaks a bound, a constraint, or wholeness.
        case startNotFeasible
    }

    /// The faults, in order of variables, constraints, coefficients.
    public let faults: [Fault]

    /// Makes an error of the given faults.
    public init(_ faults: [Fault]) {
        self.faults = faults
    }

    /// All faults, one a line.
    public var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}

extension LinearProgramError.Fault: CustomStringConvertible {
    /// What is wrong, the value found and what was expected.
    public var description: String {
        switch self {
        case .costNotFinite(let variable, let cost):
            "variable \(variable): cost is \(cost); expected a finite number"
        case .objectiveConstantNotFinite(let constant):
            "objective: constant is \(constant); expected a finite number"
        case .variableBounds(let variable, let lower, let upper):
            "variable \(variable): bounds are \(lower)...\(upper); expected lower <= upper with a finite value between"
        case .constraintBounds(let constraint, let lower, let upper):
            "constraint \(constraint): bounds are \(lower)...\(upper); "
                + "expected lower <= upper with a finite value between"
        case .coefficientNotFinite(let constraint, let variable, let coefficient):
            "constraint \(constraint), variable \(variable): coefficient is \(coefficient); expected a finite number"
        case .duplicateCoefficient(let constraint, let variable):
            "constraint \(constraint), variable \(variable): more than one coefficient; expected their sum once"
        case .unknownVariable(let variable):
            "variable \(variable): does not exist, or was removed"
        case .unknownConstraint(let constraint):
            "constraint \(constraint): does not exist"
        case .basisSize(let found, let expected):
            "basis: \(found) basic variables and constraints; expected as many as constraints, \(expected)"
        case .startSize(let found, let expected):
            "start: \(found) values; expected one per variable, \(expected)"
        case .startNotFeasible:
            "start: breaks a bound, a constraint or wholeness; expected a feasible solution"
        }
    }
}
