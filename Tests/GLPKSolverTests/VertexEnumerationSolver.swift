import LinearProgramming

/// Reference solver for tiny programs: tries every vertex. Slow, dense, and simple enough to be trusted.
///
/// Every variable gets an artificial box. A vertex is where as many constraints and bounds as there are variables are
/// active; it is optimal when the cost is a combination of the active ones with the right signs. An optimum that leans
/// on the box with a weight means that the program is unbounded. Fit for data of a few units: vertices of the program
/// itself must lie well inside the box.
struct VertexEnumerationSolver: LPSolver {
    private static let box = 1e5
    private static let tolerance = 1e-7

    /// One side of a bound or constraint.
    private struct Side {
        enum Owner {
            case variable(Int)
            case constraint(Int)
            case box
        }

        let owner: Owner
        let factors: [Double]
        let value: Double
        /// Whether the multiplier may be positive (`>=`) or negative (`<=`); both for an equation.
        let mayBePositive: Bool
        let mayBeNegative: Bool
    }

    func solve(_ program: LinearProgram, limits: SolveLimits) throws -> LPSolution {
        try program.validate()
        let count = program.variables.count
        let sides = Self.sides(of: program)
        var isFeasible = false
        var result: LPSolution?
        Self.forEachChoice(of: count, among: sides.count) { chosen in
            let active = chosen.map { sides[$0] }
            guard let point = Self.solve(active.map(\.factors), active.map(\.value)) else { return true }
            guard Self.isFeasible(point, in: sides) else { return true }
            isFeasible = true
            let transposed = (0..<count).map { row in active.map { $0.factors[row] } }
            guard let weights = Self.solve(transposed, program.variables.map(\.cost)) else { return true }
            let signsFit = zip(active, weights).allSatisfy { side, weight in
                (weight <= Self.tolerance || side.mayBePositive) && (weight >= -Self.tolerance || side.mayBeNegative)
            }
            guard signsFit else { return true }
            result = Self.solution(of: program, at: point, active, weights)
            return false
        }
        if let result { return result }
        precondition(!isFeasible, "a feasible program in a box has an optimal vertex")
        return LPSolution(
            termination: .infeasible,
            primalStatus: .impossible,
            variables: count,
            constraints: program.constraints.count
        )
    }

    private static func sides(of program: LinearProgram) -> [Side] {
        let count = program.variables.count
        var sides: [Side] = []
        func add(_ owner: Side.Owner, _ factors: [Double], _ lower: Double, _ upper: Double) {
            if lower == upper {
                sides.append(
                    Side(owner: owner, factors: factors, value: lower, mayBePositive: true, mayBeNegative: true)
                )
                return
            }
            if lower.isFinite {
                sides.append(
                    Side(owner: owner, factors: factors, value: lower, mayBePositive: true, mayBeNegative: false)
                )
            }
            if upper.isFinite {
                sides.append(
                    Side(owner: owner, factors: factors, value: upper, mayBePositive: false, mayBeNegative: true)
                )
            }
        }
        var rows = [[Double]](
            repeating: [Double](repeating: 0, count: count),
            count: program.constraints.count
        )
        for entry in program.entries {
            rows[entry.constraint.index][entry.variable.index] = entry.coefficient
        }
        for (index, constraint) in program.constraints.enumerated() {
            add(.constraint(index), rows[index], constraint.lower, constraint.upper)
        }
        for (index, variable) in program.variables.enumerated() {
            var unit = [Double](repeating: 0, count: count)
            unit[index] = 1
            add(.variable(index), unit, variable.lower, variable.upper)
            add(
                .box,
                unit,
                variable.lower.isFinite ? -.infinity : -box,
                variable.upper.isFinite ? .infinity : box
            )
        }
        return sides
    }

    private static func isFeasible(_ point: [Double], in sides: [Side]) -> Bool {
        sides.allSatisfy { side in
            let sum = zip(side.factors, point).reduce(0) { $0 + $1.0 * $1.1 }
            let slack = sum - side.value
            return (slack >= -tolerance || !side.mayBePositive) && (slack <= tolerance || !side.mayBeNegative)
        }
    }

    private static func solution(
        of program: LinearProgram,
        at point: [Double],
        _ active: [Side],
        _ weights: [Double]
    ) -> LPSolution {
        var duals = [Double](repeating: 0, count: program.constraints.count)
        var reducedCosts = [Double](repeating: 0, count: program.variables.count)
        var leansOnBox = false
        for (side, weight) in zip(active, weights) {
            switch side.owner {
            case .variable(let index): reducedCosts[index] += weight
            case .constraint(let index): duals[index] += weight
            case .box: leansOnBox = leansOnBox || weight.magnitude > tolerance
            }
        }
        return LPSolution(
            termination: leansOnBox ? .unbounded : .optimal,
            primalStatus: .feasible,
            dualStatus: leansOnBox ? .impossible : .feasible,
            objective: program.objective(of: point),
            values: point,
            reducedCosts: reducedCosts,
            activities: program.activities(of: point),
            duals: DualValues(duals),
            iterations: 0
        )
    }

    /// Calls `body` with every choice, in order, until it returns false.
    private static func forEachChoice(of size: Int, among count: Int, _ body: ([Int]) -> Bool) {
        guard size <= count else { return }
        var chosen = Array(0..<size)
        while body(chosen) {
            guard let position = chosen.indices.last(where: { chosen[$0] < count - size + $0 }) else { return }
            chosen[position] += 1
            for later in chosen.indices.dropFirst(position + 1) { chosen[later] = chosen[later - 1] + 1 }
        }
    }

    /// Gauss with column pivots; `nil` when singular.
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        var rows = zip(matrix, right).map { $0 + [$1] }
        let size = right.count
        for column in 0..<size {
            guard let pivot = (column..<size).max(by: { rows[$0][column].magnitude < rows[$1][column].magnitude }),
                rows[pivot][column].magnitude > 1e-9
            else { return nil }
            rows.swapAt(column, pivot)
            for row in 0..<size where row != column {
                let factor = rows[row][column] / rows[column][column]
                if factor == 0 { continue }
                for place in column...size { rows[row][place] -= factor * rows[column][place] }
            }
        }
        return (0..<size).map { rows[$0][size] / rows[$0][$0] }
    }
}
