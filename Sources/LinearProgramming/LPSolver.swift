/// Solves linear programs, each from scratch.
///
/// Whole-number demands are ignored: the linear relaxation is solved.
public protocol LPSolver: Sendable {
    /// Solves one program. The calling thread waits.
    ///
    /// - Parameters:
    ///   - program: The program; checked by ``LinearProgram/validate()`` first.
    ///   - limits: When to return early.
    /// - Returns: The outcome, also when a limit is hit: then ``LPSolution/primalStatus`` and
    ///   ``LPSolution/dualStatus`` say what the values are worth, which may be nothing.
    /// - Throws: ``LinearProgramError`` when the program has faults; an error of the solver's own when it breaks down.
    func solve(_ program: LinearProgram, limits: SolveLimits) throws -> LPSolution
}

extension LPSolver {
    /// Solves one program without limits. The calling thread waits.
    ///
    /// - Throws: As ``solve(_:limits:)``.
    public func solve(_ program: LinearProgram) throws -> LPSolution {
        try solve(program, limits: .none)
    }
}
