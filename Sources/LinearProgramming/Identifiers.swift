/// Number of a variable in a linear program, from 0 in order of addition.
public struct VariableID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Position among all variables ever added, from 0.
    public let index: Int

    /// Makes the identifier of the variable added at position `index`.
    public init(_ index: Int) {
        self.index = index
    }

    /// Orders variables by their number.
    public static func < (first: VariableID, second: VariableID) -> Bool {
        first.index < second.index
    }

    /// The letter x and the number, as in LP files: `x3`.
    public var description: String { "x\(index)" }
}

/// Number of a constraint in a linear program, from 0 in order of addition.
public struct ConstraintID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Position among all constraints ever added, from 0.
    public let index: Int

    /// Makes the identifier of the constraint added at position `index`.
    public init(_ index: Int) {
        self.index = index
    }

    /// Orders constraints by their number.
    public static func < (first: ConstraintID, second: ConstraintID) -> Bool {
        first.index < second.index
    }

    /// The letter r and the number, as in LP files: `r3`.
    public var description: String { "r\(index)" }
}
