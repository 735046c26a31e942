import LinearProgramming
import Testing

/// What every optimal solution obeys, whoever found it.
enum LPLaws {
    /// Violation accepted per unit of the largest number at play.
    static let tolerance = 1e-6

    /// Records an issue for each law that an optimal solution breaks.
    static func check(
        _ solution: LPSolution,
        of program: LinearProgram,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        func expect(_ condition: Bool, _ comment: @autoclosure () -> String) {
            if !condition { Issue.record("\(comment())", sourceLocation: sourceLocation) }
        }
        expect(solution.termination == .optimal, "termination is \(solution.termination)")
        expect(solution.primalStatus == .feasible, "primal status is \(solution.primalStatus)")
        expect(solution.dualStatus == .feasible, "dual status is \(solution.dualStatus)")
        guard solution.termination == .optimal else { return }

        expect(
            program.isFeasible(solution.values, tolerance: tolerance, wholeIntegers: false),
            "values are not feasible: \(solution.values)"
        )
        expect(near(solution.objective, program.objective(of: solution.values)), "objective is not that of the values")
        for (found, sum) in zip(solution.activities, program.activities(of: solution.values)) {
            expect(near(found, sum), "activity \(found) is not the sum \(sum)")
        }

        var reducedCosts = program.variables.map(\.cost)
        for entry in program.entries {
            reducedCosts[entry.variable.index] -= solution.duals[entry.constraint] * entry.coefficient
        }
        var dualObjective = program.objectiveConstant
        for (index, variable) in program.variables.enumerated() {
            let reduced = solution.reducedCosts[index]
            expect(near(reduced, reducedCosts[index]), "reduced cost of x\(index) breaks the sign convention")
            dualObjective += share(
                reduced,
                of: "x\(index)",
                solution.values[index],
                variable.lower,
                variable.upper,
                expect
            )
        }
        for (index, constraint) in program.constraints.enumerated() {
            dualObjective += share(
                solution.duals[index],
                of: "r\(index)",
                solution.activities[index],
                constraint.lower,
                constraint.upper,
                expect
            )
        }
        expect(
            near(dualObjective, solution.objective),
            "dual objective \(dualObjective) is not the primal one \(solution.objective)"
        )
    }

    /// Checks sign and complementary slackness of one multiplier and returns its part of the dual objective.
    private static func share(
        _ multiplier: Double,
        of owner: String,
        _ value: Double,
        _ lower: Double,
        _ upper: Double,
        _ expect: (Bool, @autoclosure () -> String) -> Void
    ) -> Double {
        guard multiplier.magnitude > tolerance else { return 0 }
        let bound = multiplier > 0 ? lower : upper
        expect(bound.isFinite, "\(owner) has multiplier \(multiplier) and no bound on that side")
        guard bound.isFinite else { return 0 }
        expect(near(value, bound), "\(owner) has multiplier \(multiplier) but value \(value), not \(bound)")
        return multiplier * bound
    }

    /// Equality within the tolerance, relative for numbers above 1.
    static func near(_ first: Double, _ second: Double) -> Bool {
        (first - second).magnitude <= tolerance * max(1, first.magnitude, second.magnitude)
    }
}
