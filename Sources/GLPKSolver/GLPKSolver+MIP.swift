import CGLPK
import CGLPKGuard
public import LinearProgramming

extension GLPKSolver {
    /// Solves one program with integer variables by branch and bound. The calling thread waits.
    ///
    /// Without a start the program is presolved; with one it is not, since GLPK cannot carry a start through presolve.
    /// A cutoff becomes a constraint on the objective. A start costlier than the cutoff is left aside. When the linear
    /// relaxation is unbounded, so is the outcome, whatever the integers.
    ///
    /// Time is looked at between nodes: the linear program of one node is not interrupted.
    ///
    /// - Throws: ``LinearProgramError``; ``GLPKError``.
    public func solve(_ program: LinearProgram, limits: SolveLimits, options: MIPOptions) throws -> MIPSolution {
        try program.validate()
        let start = try options.start.map { try incumbent(from: $0, of: program) }
        let cutoff = options.cutoff ?? .infinity
        let usableStart = start.flatMap { $0.objective <= cutoff + Self.cutoffTolerance(cutoff) ? $0 : nil }
        guard let translated = Self.withWholeBounds(program) else {
            return MIPSolution(termination: .infeasible, incumbent: nil, bestBound: .infinity, nodes: 0)
        }
        let deadline = Deadline(seconds: limits.seconds)
        return try SolverThread.withEnvironment(stackSize: settings.stackSize) { environment in
            var search = TreeSearch(
                program: program,
                translated: Self.adding(cutoff: options.cutoff, to: translated),
                limits: limits,
                deadline: deadline,
                options: options,
                start: usableStart,
                settings: settings
            )
            return try search.run(in: environment)
        }
    }

    private static func cutoffTolerance(_ cutoff: Double) -> Double {
        cutoff.isFinite ? 1e-9 * max(1, cutoff.magnitude) : 0
    }

    /// Checks a start and makes its integers exactly whole.
    private func incumbent(
        from values: [Double],
        of program: LinearProgram
    ) throws(LinearProgramError) -> MIPSolution.Incumbent {
        guard values.count == program.variables.count else {
            throw LinearProgramError([.startSize(found: values.count, expected: program.variables.count)])
        }
        guard program.isFeasible(values, tolerance: 1e-6) else { throw LinearProgramError([.startNotFeasible]) }
        let whole = Self.wholeValues(values, of: program)
        return MIPSolution.Incumbent(values: whole, objective: program.objective(of: whole))
    }

    /// Values with those of integer variables rounded.
    fileprivate static func wholeValues(_ values: [Double], of program: LinearProgram) -> [Double] {
        zip(values, program.variables).map { value, variable in variable.isInteger ? value.rounded() : value }
    }

    /// The program with bounds of integer variables drawn in to whole numbers, which GLPK demands; `nil` when there
    /// is none between them.
    private static func withWholeBounds(_ program: LinearProgram) -> LinearProgram? {
        var program = program
        for id in program.variableIDs where program[id].isInteger {
            // The tolerance keeps a bound that is whole but for rounding noise.
            let lower = (program[id].lower - 1e-9).rounded(.up)
            let upper = (program[id].upper + 1e-9).rounded(.down)
            guard lower <= upper else { return nil }
            program[id].lower = lower
            program[id].upper = upper
        }
        return program
    }

    /// The program with a row that keeps its objective at or below the cutoff.
    private static func adding(cutoff: Double?, to program: LinearProgram) -> LinearProgram {
        guard let cutoff, cutoff < .infinity else { return program }
        var program = program
        let row = program.variableIDs.compactMap { id in
            program[id].cost == 0 ? nil : LPRow.Entry(id, program[id].cost)
        }
        program.addConstraint(
            upper: cutoff + cutoffTolerance(cutoff) - program.objectiveConstant,
            row: row
        )
        return program
    }
}

/// One branch and bound from building to result.
private struct TreeSearch {
    /// As given by the caller.
    let program: LinearProgram
    /// As given to GLPK.
    let translated: LinearProgram
    let limits: SolveLimits
    let deadline: Deadline
    let options: MIPOptions
    let start: MIPSolution.Incumbent?
    let settings: GLPKSolver.Settings

    mutating func run(in environment: GLPKEnvironment) throws(GLPKError) -> MIPSolution {
        var problem = try GLPKProblem.loading(
            translated,
            integers: true,
            factorUpdates: settings.factorUpdates,
            in: environment
        )
        guard settings.presolve && start == nil else { return try solveInPlace(&problem) }
        switch try problem.presolved(forIntegers: true, factorUpdates: settings.factorUpdates) {
        case .infeasible:
            return infeasible()
        case .dualInfeasible:
            return try solveInPlace(&problem)
        case .reduced(var reduction):
            // A tree without columns is no tree: what presolve solved completely is solved again in place.
            if reduction.problem.columnCount == 0 { return try solveInPlace(&problem) }
            let search = try solve(&reduction.problem)
            guard search.hasSolution else { return search.result(incumbent: nil) }
            try problem.takeSolution(from: reduction)
            return search.result(incumbent: try incumbent(of: problem))
        }
    }

    private func solveInPlace(_ problem: inout GLPKProblem) throws(GLPKError) -> MIPSolution {
        let search = try solve(&problem)
        return search.result(incumbent: search.hasSolution ? try incumbent(of: problem) : start)
    }

    /// What a search found, without the values.
    private struct Outcome {
        var termination: Termination
        var hasSolution: Bool
        var bestBound: Double
        var nodes: Int

        func result(incumbent: MIPSolution.Incumbent?) -> MIPSolution {
            let limit = incumbent?.objective ?? .infinity
            return MIPSolution(
                termination: termination,
                incumbent: incumbent,
                bestBound: termination == .optimal ? limit : min(bestBound, limit),
                nodes: nodes
            )
        }
    }

    private func solve(_ problem: inout GLPKProblem) throws(GLPKError) -> Outcome {
        let root = try problem.runSlicedSimplex(
            method: .dual,
            limits: limits,
            deadline: deadline,
            settings: settings
        )
        guard root.termination == .optimal else {
            let bound = root.termination == .infeasible ? infeasible().bestBound : -.infinity
            return Outcome(termination: root.termination, hasSolution: false, bestBound: bound, nodes: 0)
        }
        let milliseconds = deadline.milliseconds
        let rootBound = root.objective
        if problem.columnCount == 0 {
            // GLPK refuses a tree without columns; there is nothing to branch on.
            return Outcome(termination: .optimal, hasSolution: true, bestBound: rootBound, nodes: 0)
        }
        if milliseconds == 0 {
            return Outcome(termination: .timeLimit, hasSolution: false, bestBound: rootBound, nodes: 0)
        }
        let observer = TreeObserver(bound: rootBound, options: options, stop: limits.stop)
        let code = try problem.runBranchAndBound(
            glpk_guard_tree_settings(
                branching: GLP_BR_DTH,
                backtracking: GLP_BT_BLB,
                time_limit_milliseconds: milliseconds,
                cuts: settings.cuts ? 1 : 0,
                feasibility_pump: settings.feasibilityPump ? 1 : 0,
                relative_gap: 0,
                integer_tolerance: settings.integerTolerance
            ),
            start: start?.values,
            observer: observer
        )
        let log = problem.environment.lastLog
        let status = try problem.integerStatus()
        let termination = try GLPKSolver.treeTermination(
            code: code,
            status: status,
            reason: observer.reason,
            log: log
        )
        return Outcome(
            termination: termination,
            hasSolution: status == GLP_OPT || status == GLP_FEAS,
            bestBound: termination == .infeasible ? infeasible().bestBound : observer.bestBound,
            nodes: observer.nodes
        )
    }

    private func incumbent(of problem: borrowing GLPKProblem) throws(GLPKError) -> MIPSolution.Incumbent {
        let values = GLPKSolver.wholeValues(try problem.integerSolution(), of: program)
        return MIPSolution.Incumbent(values: values, objective: program.objective(of: values))
    }

    /// No solution within the cutoff: then the cutoff is what is proved.
    private func infeasible() -> MIPSolution {
        MIPSolution(termination: .infeasible, incumbent: nil, bestBound: options.cutoff ?? .infinity, nodes: 0)
    }
}
