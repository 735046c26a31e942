/// Dual values of all constraints, and the one place that says what their signs mean.
///
/// The program is minimised and
///
///     reducedCost(variable) = cost(variable) − Σ dual(constraint) × coefficient(constraint, variable)
///
/// so that, at an optimum, the dual value of a constraint is the change of the objective per unit by which its active
/// bound is raised: not negative where only `sum >= lower` acts, not positive where only `sum <= upper` acts. A variable
/// at its lower bound has a reduced cost that is not negative, one at its upper bound one that is not positive, one
/// strictly between its bounds has zero. A new column of negative reduced cost can lower the objective.
///
/// - Shape: one entry per constraint.
public struct DualValues: Sendable, Hashable, RandomAccessCollection {
    /// The values by number of constraint.
    public var values: [Double]

    /// Takes values in order of the constraints.
    public init(_ values: [Double]) {
        self.values = values
    }

    /// First number of a constraint, 0.
    public var startIndex: Int { 0 }
    /// Number of constraints.
    public var endIndex: Int { values.count }

    /// Value of the constraint at that position.
    public subscript(index: Int) -> Double { values[index] }

    /// Value of one constraint.
    public subscript(constraint: ConstraintID) -> Double { values[constraint.index] }

    /// Reduced cost of a column that need not belong to the program yet.
    ///
    /// - Complexity: O(entries).
    public func reducedCost(of column: LPColumn) -> Double {
        reducedCost(cost: column.cost, entries: column.entries)
    }

    /// Reduced cost of a column given by cost and coefficients.
    ///
    /// - Complexity: O(entries).
    public func reducedCost(cost: Double, entries: some Sequence<LPColumn.Entry>) -> Double {
        var reduced = cost
        for entry in entries {
            reduced -= values[entry.constraint.index] * entry.coefficient
        }
        return reduced
    }
}
