/// A variable together with its coefficients, ready to be added to a program or to a session.
public struct LPColumn: Sendable, Hashable {
    /// One coefficient of the variable.
    public struct Entry: Sendable, Hashable {
        /// The constraint in which the variable appears.
        public var constraint: ConstraintID
        /// The factor of the variable in that constraint.
        public var coefficient: Double

        /// Makes one coefficient.
        public init(_ constraint: ConstraintID, _ coefficient: Double) {
            self.constraint = constraint
            self.coefficient = coefficient
        }
    }

    /// Objective cost of one unit.
    public var cost: Double
    /// Smallest value allowed; minus infinity for none.
    public var lower: Double
    /// Largest value allowed; infinity for none.
    public var upper: Double
    /// Whether a `MIPSolver` must give the variable a whole value. Ignored by an `LPSolver`.
    public var isInteger: Bool
    /// Name for files and messages; solvers do not read it.
    public var name: String?
    /// Coefficients, at most one per constraint, in any order.
    public var entries: [Entry]

    /// Makes a variable with its coefficients; by default one that is continuous and not negative.
    public init(
        cost: Double = 0,
        lower: Double = 0,
        upper: Double = .infinity,
        isInteger: Bool = false,
        name: String? = nil,
        entries: [Entry] = []
    ) {
        self.cost = cost
        self.lower = lower
        self.upper = upper
        self.isInteger = isInteger
        self.name = name
        self.entries = entries
    }
}
