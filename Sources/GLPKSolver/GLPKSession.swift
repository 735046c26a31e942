import LinearProgramming

/// A program kept loaded in GLPK for column generation; see `IncrementalLPSession`.
///
/// Variables keep their numbers when others are removed, GLPK's columns do not: two arrays translate.
final class GLPKSession: IncrementalLPSession {
    /// What happened to the program since the last solve, for the automatic choice of method.
    private enum Change: Comparable {
        /// Nothing, or columns and costs only: the basis has stayed primal feasible.
        case columns
        /// Bounds or rows: the basis has stayed dual feasible, unless columns were added too.
        case bounds
    }

    private var problem: GLPKProblem?
    private let settings: GLPKSolver.Settings
    /// Column of each variable ever added; `nil` when removed.
    private var columns: [Int?]
    /// Variable of each column.
    private var variables: [Int]
    private var rowCount: Int
    private var change = Change.bounds

    init(
        _ program: LinearProgram,
        settings: GLPKSolver.Settings,
        in environment: GLPKEnvironment
    ) throws(GLPKError) {
        self.settings = settings
        columns = program.variables.indices.map { $0 }
        variables = Array(program.variables.indices)
        rowCount = program.constraints.count
        problem = try GLPKProblem.loading(
            program,
            integers: false,
            factorUpdates: settings.factorUpdates,
            in: environment
        )
    }

    /// Frees the problem. Any later use of the session stops the program.
    func close() {
        problem = nil
    }

    var variableCount: Int { columns.count }

    var constraintCount: Int { rowCount }

    // MARK: Growing

    @discardableResult
    func addVariables(_ newColumns: [LPColumn]) throws -> [VariableID] {
        let first = columns.count
        try check(newColumns)
        var block = GLPKProblem.Block(
            capacity: newColumns.count,
            entries: newColumns.reduce(0) { $0 + $1.entries.count }
        )
        for column in newColumns {
            block.append(
                lower: column.lower,
                upper: column.upper,
                cost: column.cost,
                entries: column.entries.lazy.map { (index: $0.constraint.index, coefficient: $0.coefficient) }
            )
        }
        try withProblem { problem throws(GLPKError) in try problem.addColumns(block) }
        for index in first..<first + newColumns.count {
            columns.append(variables.count)
            variables.append(index)
        }
        return (first..<columns.count).map { VariableID($0) }
    }

    @discardableResult
    func addConstraints(_ rows: [LPRow]) throws -> [ConstraintID] {
        let first = rowCount
        try check(rows)
        var block = GLPKProblem.Block(capacity: rows.count, entries: rows.reduce(0) { $0 + $1.entries.count })
        for row in rows {
            block.append(
                lower: row.lower,
                upper: row.upper,
                entries: row.entries.lazy.map { [columns] entry in
                    // The check above has found every variable.
                    (index: columns[entry.variable.index] ?? -1, coefficient: entry.coefficient)
                }
            )
        }
        try withProblem { problem throws(GLPKError) in try problem.addRows(block) }
        if !rows.isEmpty { change = .bounds }
        rowCount += rows.count
        return (first..<rowCount).map { ConstraintID($0) }
    }

    // MARK: Changing

    func setBounds(of variable: VariableID, lower: Double, upper: Double) throws {
        let column = try column(of: variable)
        guard LPBounds.areOrdered(lower, upper) else {
            throw LinearProgramError([.variableBounds(variable, lower: lower, upper: upper)])
        }
        try withProblem { problem throws(GLPKError) in
            try problem.setColumnBounds(column, lower: lower, upper: upper)
        }
        change = .bounds
    }

    func setBounds(of constraint: ConstraintID, lower: Double, upper: Double) throws {
        guard (0..<rowCount).contains(constraint.index) else {
            throw LinearProgramError([.unknownConstraint(constraint)])
        }
        guard LPBounds.areOrdered(lower, upper) else {
            throw LinearProgramError([.constraintBounds(constraint, lower: lower, upper: upper)])
        }
        try withProblem { problem throws(GLPKError) in
            try problem.setRowBounds(constraint.index, lower: lower, upper: upper)
        }
        change = .bounds
    }

    func setCost(of variable: VariableID, to cost: Double) throws {
        let column = try column(of: variable)
        guard cost.isFinite else { throw LinearProgramError([.costNotFinite(variable, cost)]) }
        try withProblem { problem throws(GLPKError) in try problem.setCost(column, to: cost) }
    }

    @discardableResult
    func removeNonBasicVariables(_ candidates: [VariableID]) throws -> [VariableID] {
        var candidateColumns: [Int] = []
        var isMarked = [Bool](repeating: false, count: variables.count)
        var faults: [LinearProgramError.Fault] = []
        for variable in candidates {
            guard columns.indices.contains(variable.index), let column = columns[variable.index] else {
                faults.append(.unknownVariable(variable))
                continue
            }
            if !isMarked[column] { candidateColumns.append(column) }
            isMarked[column] = true
        }
        guard faults.isEmpty else { throw LinearProgramError(faults) }
        let doomed = try withProblem { problem throws(GLPKError) in
            let statuses = try problem.basis().columns
            let doomed = candidateColumns.filter { statuses[$0] != .basic }
            try problem.deleteColumns(doomed)
            return doomed
        }
        guard !doomed.isEmpty else { return [] }
        let removed = doomed.map { variables[$0] }
        for variable in removed { columns[variable] = nil }
        variables = variables.filter { columns[$0] != nil }
        for (column, variable) in variables.enumerated() { columns[variable] = column }
        return removed.map { VariableID($0) }
    }

    // MARK: Basis

    func isBasic(_ variable: VariableID) throws -> Bool {
        let column = try column(of: variable)
        return try withProblem { problem throws(GLPKError) in try problem.isBasic(column) }
    }

    func basis() throws -> Basis {
        let statuses = try withProblem { problem throws(GLPKError) in try problem.basis() }
        return Basis(
            variables: columns.map { column in column.map { statuses.columns[$0] } ?? .atLower },
            constraints: statuses.rows
        )
    }

    func setBasis(_ basis: Basis) throws {
        let columnStatuses = variables.map { $0 < basis.variables.count ? basis.variables[$0] : .atLower }
        let basicCount =
            columnStatuses.count { $0 == .basic } + basis.constraints.count { $0 == .basic }
        guard basis.constraints.count == rowCount, basis.variables.count == columns.count, basicCount == rowCount
        else {
            throw LinearProgramError([.basisSize(found: basicCount, expected: rowCount)])
        }
        try withProblem { problem throws(GLPKError) in
            try problem.setBasis(rows: basis.constraints, columns: columnStatuses)
        }
    }

    // MARK: Solving

    func solve(limits: SolveLimits, method: SimplexMethod) throws -> LPSolution {
        let deadline = Deadline(seconds: limits.seconds)
        let chosen: SimplexMethod =
            switch method {
            case .primal, .dual: method
            case .automatic: change == .columns ? .primal : .dual
            }
        let (outcome, basic) = try withProblem { problem throws(GLPKError) in
            let outcome = try problem.runSlicedSimplex(
                method: chosen,
                limits: limits,
                deadline: deadline,
                settings: settings
            )
            return (outcome, try problem.basicSolution())
        }
        // Cut short, a dual run is not primal feasible yet and has to be gone on with.
        change = outcome.primalStatus == .feasible ? .columns : .bounds
        var values = [Double](repeating: 0, count: columns.count)
        var reducedCosts = values
        for (column, variable) in variables.enumerated() {
            values[variable] = basic.columnValues[column]
            reducedCosts[variable] = basic.columnDuals[column]
        }
        return LPSolution(
            termination: outcome.termination,
            primalStatus: outcome.primalStatus,
            dualStatus: outcome.dualStatus,
            objective: outcome.primalStatus == .unknown ? 0 : basic.objective,
            values: values,
            reducedCosts: reducedCosts,
            activities: basic.rowValues,
            duals: DualValues(basic.rowDuals),
            iterations: outcome.pivots
        )
    }

    // MARK: Checks

    private func withProblem<Output>(
        _ body: (inout GLPKProblem) throws(GLPKError) -> Output
    ) throws(GLPKError) -> Output {
        guard var lent = problem.take() else {
            preconditionFailure("an LP session was used after the end of its withSession")
        }
        let outcome: Result<Output, GLPKError>
        do {
            outcome = .success(try body(&lent))
        } catch {
            outcome = .failure(error)
        }
        problem = consume lent
        return try outcome.get()
    }

    private func column(of variable: VariableID) throws(LinearProgramError) -> Int {
        guard columns.indices.contains(variable.index), let column = columns[variable.index] else {
            throw LinearProgramError([.unknownVariable(variable)])
        }
        return column
    }

    private func check(_ newColumns: [LPColumn]) throws(LinearProgramError) {
        var faults: [LinearProgramError.Fault] = []
        // Column in which each row was last seen.
        var lastSeen = [Int](repeating: -1, count: rowCount)
        for (offset, column) in newColumns.enumerated() {
            let id = VariableID(columns.count + offset)
            if !column.cost.isFinite { faults.append(.costNotFinite(id, column.cost)) }
            if !LPBounds.areOrdered(column.lower, column.upper) {
                faults.append(.variableBounds(id, lower: column.lower, upper: column.upper))
            }
            for entry in column.entries {
                if !entry.coefficient.isFinite {
                    faults.append(.coefficientNotFinite(entry.constraint, id, entry.coefficient))
                }
                guard lastSeen.indices.contains(entry.constraint.index) else {
                    faults.append(.unknownConstraint(entry.constraint))
                    continue
                }
                if lastSeen[entry.constraint.index] == offset {
                    faults.append(.duplicateCoefficient(entry.constraint, id))
                }
                lastSeen[entry.constraint.index] = offset
            }
        }
        if !faults.isEmpty { throw LinearProgramError(faults) }
    }

    private func check(_ rows: [LPRow]) throws(LinearProgramError) {
        var faults: [LinearProgramError.Fault] = []
        // Row in which each column was last seen.
        var lastSeen = [Int](repeating: -1, count: variables.count)
        for (offset, row) in rows.enumerated() {
            let id = ConstraintID(rowCount + offset)
            if !LPBounds.areOrdered(row.lower, row.upper) {
                faults.append(.constraintBounds(id, lower: row.lower, upper: row.upper))
            }
            for entry in row.entries {
                if !entry.coefficient.isFinite {
                    faults.append(.coefficientNotFinite(id, entry.variable, entry.coefficient))
                }
                guard columns.indices.contains(entry.variable.index), let column = columns[entry.variable.index]
                else {
                    faults.append(.unknownVariable(entry.variable))
                    continue
                }
                if lastSeen[column] == offset {
                    faults.append(.duplicateCoefficient(id, entry.variable))
                }
                lastSeen[column] = offset
            }
        }
        if !faults.isEmpty { throw LinearProgramError(faults) }
    }
}
