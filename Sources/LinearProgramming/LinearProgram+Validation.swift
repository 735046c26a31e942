extension LinearProgram {
    /// All faults of the program, in order of objective, variables, constraints, coefficients.
    ///
    /// - Returns: Empty when a solver may take the program as it is.
    /// - Complexity: O(variables + constraints + entries), expected.
    public func faults() -> [LinearProgramError.Fault] {
        var faults: [LinearProgramError.Fault] = []
        if !objectiveConstant.isFinite {
            faults.append(.objectiveConstantNotFinite(objectiveConstant))
        }
        for (index, variable) in variables.enumerated() {
            if !variable.cost.isFinite {
                faults.append(.costNotFinite(VariableID(index), variable.cost))
            }
            if !LPBounds.areOrdered(variable.lower, variable.upper) {
                faults.append(.variableBounds(VariableID(index), lower: variable.lower, upper: variable.upper))
            }
        }
        for (index, constraint) in constraints.enumerated()
        where !LPBounds.areOrdered(constraint.lower, constraint.upper) {
            faults.append(.constraintBounds(ConstraintID(index), lower: constraint.lower, upper: constraint.upper))
        }
        faults += entryFaults()
        return faults
    }

    /// Checks that a solver may take the program as it is.
    ///
    /// - Throws: ``LinearProgramError`` with all faults.
    public func validate() throws(LinearProgramError) {
        let found = faults()
        if !found.isEmpty { throw LinearProgramError(found) }
    }

    private func entryFaults() -> [LinearProgramError.Fault] {
        var faults: [LinearProgramError.Fault] = []
        // Entries are counted into their columns first, so that duplicates are found with one flat array of marks
        // rather than a set of all pairs.
        var starts = [Int](repeating: 0, count: variables.count + 1)
        var sound: [Entry] = []
        sound.reserveCapacity(entries.count)
        for entry in entries {
            let hasVariable = variables.indices.contains(entry.variable.index)
            let hasConstraint = constraints.indices.contains(entry.constraint.index)
            if !hasVariable { faults.append(.unknownVariable(entry.variable)) }
            if !hasConstraint { faults.append(.unknownConstraint(entry.constraint)) }
            if !entry.coefficient.isFinite {
                faults.append(.coefficientNotFinite(entry.constraint, entry.variable, entry.coefficient))
            }
            if hasVariable && hasConstraint {
                starts[entry.variable.index + 1] += 1
                sound.append(entry)
            }
        }
        for index in variables.indices { starts[index + 1] += starts[index] }
        var rows = [Int](repeating: 0, count: sound.count)
        var next = starts
        for entry in sound {
            rows[next[entry.variable.index]] = entry.constraint.index
            next[entry.variable.index] += 1
        }
        var lastColumn = [Int](repeating: -1, count: constraints.count)
        for column in variables.indices {
            for position in starts[column]..<starts[column + 1] {
                let row = rows[position]
                if lastColumn[row] == column {
                    faults.append(.duplicateCoefficient(ConstraintID(row), VariableID(column)))
                }
                lastColumn[row] = column
            }
        }
        return faults
    }
}

/// Rules on pairs of bounds, the same for variables and constraints.
public enum LPBounds {
    /// Whether at least one finite value lies between the bounds.
    public static func areOrdered(_ lower: Double, _ upper: Double) -> Bool {
        // Comparisons with a bound that is not a number are false, so that case is refused here too.
        lower <= upper && lower < .infinity && upper > -.infinity
    }
}
