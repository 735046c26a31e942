/// A constraint together with its coefficients, ready to be added to a program or to a session.
///
/// Its meaning is `lower <= Σ coefficient × variable <= upper`.
public struct LPRow: Sendable, Hashable {
    /// One coefficient of the constraint.
    public struct Entry: Sendable, Hashable {
        /// The variable that appears in the constraint.
        public var variable: VariableID
        /// The factor of that variable.
        public var coefficient: Double

        /// Makes one coefficient.
        public init(_ variable: VariableID, _ coefficient: Double) {
            self.variable = variable
            self.coefficient = coefficient
        }
    }

    /// Smallest value allowed for the sum; minus infinity for none.
    public var lower: Double
    /// Largest value allowed for the sum; infinity for none.
    public var upper: Double
    /// Name for files and messages; solvers do not read it.
    public var name: String?
    /// Coefficients, at most one per variable, in any order.
    public var entries: [Entry]

    /// Makes a constraint with its coefficients.
    public init(
        lower: Double = -.infinity,
        upper: Double = .infinity,
        name: String? = nil,
        entries: [Entry] = []
    ) {
        self.lower = lower
        self.upper = upper
        self.name = name
        self.entries = entries
    }
}
