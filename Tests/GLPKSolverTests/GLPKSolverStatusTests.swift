import GLPKSolver
import LinearProgramming
import Testing

/// The table of outcomes, by the numbers of `glpk.h`.
@Suite struct GLPKSolverStatusTests {
    private static let undefined: Int32 = 1
    private static let feasible: Int32 = 2
    private static let infeasible: Int32 = 3
    private static let none: Int32 = 4

    @Test(arguments: [
        (feasible, feasible, SimplexVerdict.conclusive(.optimal)),
        (none, undefined, .conclusive(.infeasible)),
        (none, infeasible, .conclusive(.infeasible)),
        (feasible, none, .conclusive(.unbounded)),
        (infeasible, none, .unboundedOrInfeasible),
        (undefined, none, .unboundedOrInfeasible),
        (feasible, infeasible, .gaveUp),
    ])
    func bothStatusesDecide(primal: Int32, dual: Int32, expected: SimplexVerdict) throws {
        #expect(try GLPKSolver.verdict(code: 0, primal: primal, dual: dual, log: "") == expected)
    }

    @Test(arguments: [
        (Int32(0x08), SimplexVerdict.pivotLimit), (0x09, .timeLimit), (0x01, .badBasis), (0x02, .badBasis),
        (0x03, .badBasis), (0x05, .gaveUp),
    ])
    func codesAreReadBeforeStatuses(code: Int32, expected: SimplexVerdict) throws {
        #expect(try GLPKSolver.verdict(code: code, primal: 2, dual: 2, log: "") == expected)
    }

    @Test func codesThatCorrectUseNeverGivesAreErrors() {
        #expect(throws: GLPKError(code: 4, routine: "glp_simplex", message: "bounds")) {
            try GLPKSolver.verdict(code: 4, primal: 1, dual: 1, log: "bounds")
        }
        #expect(throws: GLPKError(code: 0x0C, routine: "glp_intopt", message: "root")) {
            try GLPKSolver.treeTermination(code: 0x0C, status: 1, reason: nil, log: "root")
        }
    }

    @Test(arguments: [
        (Int32(0), Int32(5), nil, Termination.optimal),
        (0, 4, nil, .infeasible),
        (0x0E, 2, nil, .optimal),
        (0x09, 2, nil, .timeLimit),
        (0x0D, 2, Termination.iterationLimit, .iterationLimit),
        (0x0D, 2, .gapLimit, .gapLimit),
        (0x0D, 1, nil, .stopped),
        (0x05, 1, nil, .numericalTrouble("lost")),
    ])
    func endsOfASearchAreToldApart(code: Int32, status: Int32, reason: Termination?, expected: Termination) throws {
        #expect(
            try GLPKSolver.treeTermination(code: code, status: status, reason: reason, log: "lost") == expected
        )
    }

    @Test func errorTextNamesRoutineCodeAndMessage() {
        let error = GLPKError(code: -1, routine: "glp_simplex", message: "no memory")
        #expect(error.description == "GLPK: glp_simplex failed with code -1: no memory")
    }
}
