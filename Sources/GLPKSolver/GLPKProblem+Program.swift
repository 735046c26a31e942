package import LinearProgramming

extension GLPKProblem {
    /// Makes a problem of a program that was validated.
    ///
    /// - Parameters:
    ///   - program: The program; its numbers are the problem's rows and columns.
    ///   - integers: Whether integer variables are marked as such.
    package static func loading(
        _ program: LinearProgram,
        integers: Bool,
        factorUpdates: Int,
        in environment: GLPKEnvironment
    ) throws(GLPKError) -> GLPKProblem {
        var problem = try GLPKProblem(in: environment, factorUpdates: factorUpdates)
        var rows = Block(capacity: program.constraints.count, entries: 0)
        for constraint in program.constraints {
            rows.append(lower: constraint.lower, upper: constraint.upper, entries: [])
        }
        try problem.addRows(rows)
        var columns = Block(capacity: program.variables.count, entries: 0)
        for variable in program.variables {
            columns.append(
                lower: variable.lower,
                upper: variable.upper,
                cost: variable.cost,
                isInteger: integers && variable.isInteger,
                entries: []
            )
        }
        try problem.addColumns(columns)
        try problem.setObjectiveConstant(program.objectiveConstant)
        try problem.loadMatrix(program.entries)
        return problem
    }
}
