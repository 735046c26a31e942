/// A linear program, possibly with integer variables, as a plain value: minimise cost under constraints.
///
/// Variables and constraints may be added in any order: a variable may bring its coefficients in constraints that
/// exist already, and a constraint its coefficients in variables that exist already.
///
/// - Invariant: none beyond the types; faults of content (unordered bounds, coefficients that are not finite,
///   duplicates, numbers out of range) are found by ``validate()``, which every solver calls first.
public struct LinearProgram: Sendable, Hashable {
    /// One variable without its coefficients.
    public struct Variable: Sendable, Hashable {
        /// Objective cost of one unit.
        public var cost: Double
        /// Smallest value allowed; minus infinity for none.
        public var lower: Double
        /// Largest value allowed; infinity for none.
        public var upper: Double
        /// Whether a `MIPSolver` must give the variable a whole value.
        public var isInteger: Bool
        /// Name for files and messages.
        public var name: String?
    }

    /// One constraint without its coefficients.
    public struct Constraint: Sendable, Hashable {
        /// Smallest value allowed for the sum; minus infinity for none.
        public var lower: Double
        /// Largest value allowed for the sum; infinity for none.
        public var upper: Double
        /// Name for files and messages.
        public var name: String?
    }

    /// One coefficient of the matrix.
    public struct Entry: Sendable, Hashable {
        /// The row of the coefficient.
        public let constraint: ConstraintID
        /// The column of the coefficient.
        public let variable: VariableID
        /// The factor of the variable in the constraint.
        public let coefficient: Double
    }

    /// All variables; position is the ``VariableID``.
    public private(set) var variables: [Variable] = []
    /// All constraints; position is the ``ConstraintID``.
    public private(set) var constraints: [Constraint] = []
    /// All coefficients, in order of addition.
    public private(set) var entries: [Entry] = []
    /// Part of the objective that does not depend on the variables.
    public var objectiveConstant: Double

    /// Makes a program without variables and constraints.
    public init(objectiveConstant: Double = 0) {
        self.objectiveConstant = objectiveConstant
    }

    /// Numbers of all variables, in order of addition.
    public var variableIDs: some RandomAccessCollection<VariableID> {
        variables.indices.lazy.map { VariableID($0) }
    }

    /// Numbers of all constraints, in order of addition.
    public var constraintIDs: some RandomAccessCollection<ConstraintID> {
        constraints.indices.lazy.map { ConstraintID($0) }
    }

    /// Whether at least one variable must be whole.
    public var hasIntegerVariables: Bool { variables.contains { $0.isInteger } }

    /// Makes room for the given numbers of further variables, constraints and coefficients.
    public mutating func reserveCapacity(variables: Int, constraints: Int, entries: Int) {
        self.variables.reserveCapacity(self.variables.count + variables)
        self.constraints.reserveCapacity(self.constraints.count + constraints)
        self.entries.reserveCapacity(self.entries.count + entries)
    }

    /// Adds a variable; by default one that is continuous and not negative.
    ///
    /// - Parameters:
    ///   - cost: Objective cost of one unit.
    ///   - lower: Smallest value allowed; minus infinity for none.
    ///   - upper: Largest value allowed; infinity for none.
    ///   - isInteger: Whether a ``MIPSolver`` must give it a whole value.
    ///   - name: Name for files and messages.
    ///   - column: Coefficients in constraints that exist already.
    /// - Returns: The number of the new variable.
    @discardableResult
    public mutating func addVariable(
        cost: Double = 0,
        lower: Double = 0,
        upper: Double = .infinity,
        isInteger: Bool = false,
        name: String? = nil,
        column: [LPColumn.Entry] = []
    ) -> VariableID {
        add(
            LPColumn(cost: cost, lower: lower, upper: upper, isInteger: isInteger, name: name, entries: column)
        )
    }

    /// Adds a constraint `lower <= Σ coefficient × variable <= upper`.
    ///
    /// - Parameters:
    ///   - lower: Smallest value allowed for the sum; minus infinity for none.
    ///   - upper: Largest value allowed for the sum; infinity for none.
    ///   - name: Name for files and messages.
    ///   - row: Coefficients of variables that exist already.
    /// - Returns: The number of the new constraint.
    @discardableResult
    public mutating func addConstraint(
        lower: Double = -.infinity,
        upper: Double = .infinity,
        name: String? = nil,
        row: [LPRow.Entry] = []
    ) -> ConstraintID {
        add(LPRow(lower: lower, upper: upper, name: name, entries: row))
    }

    /// Adds a variable with its coefficients in constraints that exist already.
    @discardableResult
    public mutating func add(_ column: LPColumn) -> VariableID {
        let id = VariableID(variables.count)
        variables.append(
            Variable(
                cost: column.cost,
                lower: column.lower,
                upper: column.upper,
                isInteger: column.isInteger,
                name: column.name
            )
        )
        for entry in column.entries {
            entries.append(Entry(constraint: entry.constraint, variable: id, coefficient: entry.coefficient))
        }
        return id
    }

    /// Adds a constraint with its coefficients of variables that exist already.
    @discardableResult
    public mutating func add(_ row: LPRow) -> ConstraintID {
        let id = ConstraintID(constraints.count)
        constraints.append(Constraint(lower: row.lower, upper: row.upper, name: row.name))
        for entry in row.entries {
            entries.append(Entry(constraint: id, variable: entry.variable, coefficient: entry.coefficient))
        }
        return id
    }

    /// The variable of that number.
    ///
    /// - Invariant: the number must belong to this program.
    public subscript(variable: VariableID) -> Variable {
        get { variables[variable.index] }
        set { variables[variable.index] = newValue }
    }

    /// The constraint of that number.
    ///
    /// - Invariant: the number must belong to this program.
    public subscript(constraint: ConstraintID) -> Constraint {
        get { constraints[constraint.index] }
        set { constraints[constraint.index] = newValue }
    }

    /// Objective of given values, the constant included.
    ///
    /// - Shape: `values` has one entry per variable.
    public func objective(of values: [Double]) -> Double {
        precondition(
            values.count == variables.count,
            "\(values.count) values given for \(variables.count) variables"
        )
        var sum = objectiveConstant
        for (variable, value) in zip(variables, values) {
            sum += variable.cost * value
        }
        return sum
    }

    /// Sums of all constraints at given values.
    ///
    /// - Shape: `values` has one entry per variable, the result one per constraint.
    public func activities(of values: [Double]) -> [Double] {
        precondition(
            values.count == variables.count,
            "\(values.count) values given for \(variables.count) variables"
        )
        var sums = [Double](repeating: 0, count: constraints.count)
        for entry in entries {
            sums[entry.constraint.index] += entry.coefficient * values[entry.variable.index]
        }
        return sums
    }

    /// Whether given values keep all bounds, all constraints and, where asked for, wholeness.
    ///
    /// - Parameters:
    ///   - values: One value per variable.
    ///   - tolerance: Largest excess accepted, in absolute terms up to 1 and relative to the bound above.
    ///   - wholeIntegers: Whether integer variables must be whole within the tolerance.
    public func isFeasible(_ values: [Double], tolerance: Double, wholeIntegers: Bool = true) -> Bool {
        func isWithin(_ value: Double, _ lower: Double, _ upper: Double) -> Bool {
            value >= lower - tolerance * max(1, lower.magnitude.finiteOrOne)
                && value <= upper + tolerance * max(1, upper.magnitude.finiteOrOne)
        }
        for (variable, value) in zip(variables, values) {
            guard isWithin(value, variable.lower, variable.upper) else { return false }
            if wholeIntegers, variable.isInteger, (value - value.rounded()).magnitude > tolerance { return false }
        }
        return zip(constraints, activities(of: values)).allSatisfy { isWithin($1, $0.lower, $0.upper) }
    }
}

extension Double {
    /// Itself, or 1 when infinite or not a number.
    fileprivate var finiteOrOne: Double { isFinite ? self : 1 }
}
