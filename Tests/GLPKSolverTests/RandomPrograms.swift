import LinearProgramming

/// Programs drawn from a seed: all kinds of bounds, small whole data, many ties and so many degenerate vertices.
enum RandomPrograms {
    /// Any program: optimal, infeasible or unbounded.
    static func any(seed: Int, variables: ClosedRange<Int>, constraints: ClosedRange<Int>) -> LinearProgram {
        var generator = SeededGenerator(seed: seed)
        var program = LinearProgram(objectiveConstant: Double(Int.random(in: -3...3, using: &generator)))
        for _ in 0..<Int.random(in: variables, using: &generator) {
            let (lower, upper) = bounds(around: 0, &generator)
            program.addVariable(
                cost: Double(Int.random(in: -5...5, using: &generator)),
                lower: lower,
                upper: upper
            )
        }
        for _ in 0..<Int.random(in: constraints, using: &generator) {
            let (lower, upper) = bounds(around: Int.random(in: -4...4, using: &generator), &generator)
            program.addConstraint(lower: lower, upper: upper, row: row(of: program, density: 0.7, &generator))
        }
        return program
    }

    /// A program that has an optimum: built around a feasible point, with a cost that duals of the right sign explain.
    static func optimal(seed: Int, variables: Int, constraints: Int) -> LinearProgram {
        var generator = SeededGenerator(seed: seed)
        var program = LinearProgram()
        let point = (0..<variables).map { _ in Double(Int.random(in: 0...4, using: &generator)) }
        for value in point {
            let isFree = Int.random(in: 0..<6, using: &generator) == 0
            let hasUpper = Bool.random(using: &generator)
            program.addVariable(lower: isFree ? -.infinity : 0, upper: hasUpper ? max(4, value) : .infinity)
        }
        for _ in 0..<constraints {
            program.addConstraint(row: row(of: program, density: 0.3, &generator))
        }
        let sums = program.activities(of: point)
        var duals = [Double](repeating: 0, count: constraints)
        for id in program.constraintIDs {
            let weight = Double(Int.random(in: 0...3, using: &generator))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                program[id].lower = sums[id.index]
                program[id].upper = sums[id.index]
                duals[id.index] = Bool.random(using: &generator) ? weight : -weight
            case 1:
                program[id].lower = sums[id.index] - Double(Int.random(in: 0...2, using: &generator))
                duals[id.index] = weight
            case 2:
                program[id].upper = sums[id.index] + Double(Int.random(in: 0...2, using: &generator))
                duals[id.index] = -weight
            default:
                program[id].lower = sums[id.index] - 3
                program[id].upper = sums[id.index] + 3
                duals[id.index] = Bool.random(using: &generator) ? weight : -weight
            }
        }
        var costs = [Double](repeating: 0, count: variables)
        for entry in program.entries {
            costs[entry.variable.index] += duals[entry.constraint.index] * entry.coefficient
        }
        for id in program.variableIDs {
            // A free variable needs reduced cost zero, one bounded below a reduced cost that is not negative.
            let extra = program[id].lower.isFinite ? Double(Int.random(in: 0...3, using: &generator)) : 0
            program[id].cost = costs[id.index] + extra
        }
        return program
    }

    private static func row(
        of program: LinearProgram,
        density: Double,
        _ generator: inout SeededGenerator
    ) -> [LPRow.Entry] {
        program.variableIDs.compactMap { id in
            guard Double.random(in: 0..<1, using: &generator) < density else { return nil }
            return LPRow.Entry(id, Double(Int.random(in: -3...4, using: &generator)))
        }
    }

    private static func bounds(around centre: Int, _ generator: inout SeededGenerator) -> (Double, Double) {
        let low = Double(centre - Int.random(in: 0...4, using: &generator))
        let high = Double(centre + Int.random(in: 0...4, using: &generator))
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return (-.infinity, .infinity)
        case 1: return (-.infinity, high)
        case 2: return (low, low)
        case 3, 4: return (low, high)
        default: return (low, .infinity)
        }
    }
}
