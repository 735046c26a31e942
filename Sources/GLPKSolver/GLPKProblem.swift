import CGLPK
import CGLPKGuard
package import LinearProgramming

/// Owner of one GLPK problem; the only place where GLPK's numbers from 1 exist.
///
/// Rows and columns are numbered from 0 here. Nothing is validated: the content was checked before it comes here, and
/// what slips through is caught by the guard as ``GLPKError``.
///
/// - Invariant: lives and dies on the thread of its environment.
package struct GLPKProblem: ~Copyable {
    private let handle: OpaquePointer
    package let environment: GLPKEnvironment
    /// Number of rows.
    package private(set) var rowCount = 0
    /// Number of columns.
    package private(set) var columnCount = 0

    /// Makes an empty problem, to be minimised.
    package init(in environment: GLPKEnvironment, factorUpdates: Int = 100) throws(GLPKError) {
        var made: OpaquePointer?
        try environment.call("glp_create_prob") { glpk_guard_create(&made, Int32(clamping: factorUpdates), $0) }
        guard let made else { preconditionFailure("glp_create_prob returned nothing") }
        handle = made
        self.environment = environment
    }

    /// Takes over a problem that GLPK made.
    private init(adopting handle: OpaquePointer, in environment: GLPKEnvironment) throws(GLPKError) {
        self.handle = handle
        self.environment = environment
        (rowCount, columnCount) = try Self.counts(of: handle, in: environment)
    }

    private static func counts(
        of handle: OpaquePointer,
        in environment: GLPKEnvironment
    ) throws(GLPKError) -> (rows: Int, columns: Int) {
        let rows = try environment.call("glp_get_num_rows") { glpk_guard_row_count(handle, $0) }
        let columns = try environment.call("glp_get_num_cols") { glpk_guard_column_count(handle, $0) }
        return (Int(rows), Int(columns))
    }

    deinit {
        environment.checkThread("glp_delete_prob")
        // After a fatal error the memory belongs to nobody; the environment takes it away as a whole.
        if !environment.isLost {
            _ = try? environment.call("glp_delete_prob") { glpk_guard_delete(handle, $0) }
        }
    }

    // MARK: Building

    /// Sparse vectors one after the other, as GLPK wants them.
    package struct Block {
        fileprivate var lower: [Double] = []
        fileprivate var upper: [Double] = []
        fileprivate var cost: [Double] = []
        fileprivate var isInteger: [UInt8] = []
        fileprivate var starts: [Int32] = [0]
        // Place 0 is unused.
        fileprivate var indices: [Int32] = [0]
        fileprivate var coefficients: [Double] = [0]

        package init(capacity: Int, entries: Int) {
            lower.reserveCapacity(capacity)
            upper.reserveCapacity(capacity)
            cost.reserveCapacity(capacity)
            isInteger.reserveCapacity(capacity)
            starts.reserveCapacity(capacity + 1)
            indices.reserveCapacity(entries + 1)
            coefficients.reserveCapacity(entries + 1)
        }

        /// Appends a row or column with its coefficients; zeros are left out.
        package mutating func append(
            lower: Double,
            upper: Double,
            cost: Double = 0,
            isInteger: Bool = false,
            entries: some Sequence<(index: Int, coefficient: Double)>
        ) {
            self.lower.append(lower)
            self.upper.append(upper)
            self.cost.append(cost)
            self.isInteger.append(isInteger ? 1 : 0)
            for entry in entries where entry.coefficient != 0 {
                indices.append(Int32(clamping: entry.index + 1))
                coefficients.append(entry.coefficient)
            }
            starts.append(Int32(clamping: indices.count - 1))
        }
    }

    /// Adds the columns of a block, none of them basic.
    package mutating func addColumns(_ block: Block) throws(GLPKError) {
        guard !block.lower.isEmpty else { return }
        try Self.checkSize(block.indices.count, "glp_add_cols")
        try environment.call("glp_add_cols") {
            glpk_guard_add_columns(
                handle,
                Int32(clamping: block.lower.count),
                block.lower,
                block.upper,
                block.cost,
                block.isInteger,
                block.starts,
                block.indices,
                block.coefficients,
                $0
            )
        }
        columnCount += block.lower.count
    }

    /// Adds the rows of a block, all of them basic.
    package mutating func addRows(_ block: Block) throws(GLPKError) {
        guard !block.lower.isEmpty else { return }
        try Self.checkSize(block.indices.count, "glp_add_rows")
        try environment.call("glp_add_rows") {
            glpk_guard_add_rows(
                handle,
                Int32(clamping: block.lower.count),
                block.lower,
                block.upper,
                block.starts,
                block.indices,
                block.coefficients,
                $0
            )
        }
        rowCount += block.lower.count
    }

    /// Replaces the whole matrix.
    package mutating func loadMatrix(_ entries: [LinearProgram.Entry]) throws(GLPKError) {
        try Self.checkSize(entries.count, "glp_load_matrix")
        var rows: [Int32] = [0]
        var columns: [Int32] = [0]
        var coefficients: [Double] = [0]
        rows.reserveCapacity(entries.count + 1)
        columns.reserveCapacity(entries.count + 1)
        coefficients.reserveCapacity(entries.count + 1)
        for entry in entries where entry.coefficient != 0 {
            rows.append(Int32(clamping: entry.constraint.index + 1))
            columns.append(Int32(clamping: entry.variable.index + 1))
            coefficients.append(entry.coefficient)
        }
        let count = Int32(clamping: rows.count - 1)
        try environment.call("glp_load_matrix") {
            glpk_guard_load_matrix(handle, count, rows, columns, coefficients, $0)
        }
    }

    /// Sets the bounds of a row; infinite ones mean none.
    package mutating func setRowBounds(_ row: Int, lower: Double, upper: Double) throws(GLPKError) {
        try environment.call("glp_set_row_bnds") {
            glpk_guard_set_row_bounds(handle, Int32(clamping: row + 1), lower, upper, $0)
        }
    }

    /// Sets the bounds of a column; infinite ones mean none.
    package mutating func setColumnBounds(_ column: Int, lower: Double, upper: Double) throws(GLPKError) {
        try environment.call("glp_set_col_bnds") {
            glpk_guard_set_column_bounds(handle, Int32(clamping: column + 1), lower, upper, $0)
        }
    }

    /// Sets the cost of a column.
    package mutating func setCost(_ column: Int, to cost: Double) throws(GLPKError) {
        try environment.call("glp_set_obj_coef") {
            glpk_guard_set_cost(handle, Int32(clamping: column + 1), cost, $0)
        }
    }

    /// Sets the constant of the objective, which GLPK keeps at place 0.
    package mutating func setObjectiveConstant(_ constant: Double) throws(GLPKError) {
        try environment.call("glp_set_obj_coef") { glpk_guard_set_cost(handle, 0, constant, $0) }
    }

    /// Deletes columns; those after them move up.
    package mutating func deleteColumns(_ columns: [Int]) throws(GLPKError) {
        guard !columns.isEmpty else { return }
        let numbers = [0] + columns.map { Int32(clamping: $0 + 1) }
        try environment.call("glp_del_cols") {
            glpk_guard_delete_columns(handle, Int32(clamping: columns.count), numbers, $0)
        }
        columnCount -= columns.count
    }

    private static func checkSize(_ entries: Int, _ routine: String) throws(GLPKError) {
        guard entries < Int(Int32.max) else {
            throw GLPKError(
                code: GLPKError.tooLarge,
                routine: routine,
                message: "\(entries) coefficients at once; at most \(Int32.max) fit"
            )
        }
    }

    // MARK: Basis

    /// Puts every row into the basis.
    package mutating func setStandardBasis() throws(GLPKError) {
        try environment.call("glp_std_basis") { glpk_guard_standard_basis(handle, $0) }
    }

    /// Statuses of all rows and columns.
    package func basis() throws(GLPKError) -> (rows: [BasisStatus], columns: [BasisStatus]) {
        var rows = [Int32](repeating: 0, count: rowCount + 1)
        var columns = [Int32](repeating: 0, count: columnCount + 1)
        try environment.call("glp_get_col_stat") { glpk_guard_get_basis(handle, &rows, &columns, $0) }
        return (rows.dropFirst().map(BasisStatus.init(glpk:)), columns.dropFirst().map(BasisStatus.init(glpk:)))
    }

    /// Sets the statuses of all rows and columns.
    package mutating func setBasis(rows: [BasisStatus], columns: [BasisStatus]) throws(GLPKError) {
        let rowStatuses = [0] + rows.map(\.glpk)
        let columnStatuses = [0] + columns.map(\.glpk)
        precondition(
            rows.count == rowCount && columns.count == columnCount,
            "\(rows.count) and \(columns.count) statuses given for \(rowCount) rows and \(columnCount) columns"
        )
        try environment.call("glp_set_col_stat") { glpk_guard_set_basis(handle, rowStatuses, columnStatuses, $0) }
    }

    /// Whether a column is in the basis.
    package func isBasic(_ column: Int) throws(GLPKError) -> Bool {
        try environment.call("glp_get_col_stat") {
            glpk_guard_column_status(handle, Int32(clamping: column + 1), $0)
        } == GLP_BS
    }

    // MARK: Simplex

    /// Runs the simplex method once, from the present basis, without presolve.
    ///
    /// - Parameters:
    ///   - settings: Method, limits and tolerances.
    ///   - pivots: Raised by the pivots made.
    /// - Returns: A code of `glp_simplex`.
    mutating func runSimplex(
        _ settings: glpk_guard_simplex_settings,
        pivots: inout Int64
    ) throws(GLPKError) -> Int32 {
        var settings = settings
        return try environment.call("glp_simplex") { glpk_guard_simplex(handle, &settings, &pivots, $0) }
    }

    /// Both statuses of the basic solution, as constants of GLPK, and its objective.
    package func statuses() throws(GLPKError) -> (primal: Int32, dual: Int32, objective: Double) {
        var primal: Int32 = 0
        var dual: Int32 = 0
        var objective = 0.0
        try environment.call("glp_get_prim_stat") { glpk_guard_statuses(handle, &primal, &dual, &objective, $0) }
        return (primal, dual, objective)
    }

    /// A basic solution; arrays by row and column from 0.
    package struct BasicSolution {
        package var objective: Double
        package var rowValues: [Double]
        package var rowDuals: [Double]
        package var columnValues: [Double]
        package var columnDuals: [Double]
    }

    /// Reads the basic solution.
    package func basicSolution() throws(GLPKError) -> BasicSolution {
        var objective = 0.0
        var rowValues = [Double](repeating: 0, count: rowCount + 1)
        var rowDuals = rowValues
        var columnValues = [Double](repeating: 0, count: columnCount + 1)
        var columnDuals = columnValues
        try environment.call("glp_get_col_prim") {
            glpk_guard_get_solution(
                handle,
                &objective,
                &rowValues,
                &rowDuals,
                &columnValues,
                &columnDuals,
                $0
            )
        }
        return BasicSolution(
            objective: objective,
            rowValues: Array(rowValues.dropFirst()),
            rowDuals: Array(rowDuals.dropFirst()),
            columnValues: Array(columnValues.dropFirst()),
            columnDuals: Array(columnDuals.dropFirst())
        )
    }

    // MARK: Presolve

    /// A reduced problem together with the way back.
    package struct Reduction: ~Copyable {
        package var problem: GLPKProblem
        fileprivate let workspace: OpaquePointer

        deinit {
            let environment = problem.environment
            if !environment.isLost {
                _ = try? environment.call("glp_npp_free_wksp") { glpk_guard_free_workspace(workspace, $0) }
            }
        }
    }

    /// What presolve found.
    package enum PresolveOutcome: ~Copyable {
        case reduced(Reduction)
        /// The problem has no primal feasible solution.
        case infeasible
        /// The relaxation has no dual feasible solution: unbounded or infeasible.
        case dualInfeasible
    }

    /// Makes a smaller problem, scaled and with an advanced basis.
    package mutating func presolved(forIntegers: Bool, factorUpdates: Int) throws(GLPKError) -> PresolveOutcome {
        var workspace: OpaquePointer?
        var reduced: OpaquePointer?
        let code = try environment.call("glp_npp_preprocess1") {
            glpk_guard_presolve(
                handle,
                forIntegers ? 1 : 0,
                Int32(clamping: factorUpdates),
                &workspace,
                &reduced,
                $0
            )
        }
        guard let workspace else { preconditionFailure("glp_npp_alloc_wksp returned nothing") }
        if let reduced {
            return .reduced(
                Reduction(problem: try GLPKProblem(adopting: reduced, in: environment), workspace: workspace)
            )
        }
        try environment.call("glp_npp_free_wksp") { glpk_guard_free_workspace(workspace, $0) }
        switch code {
        case GLP_ENOPFS: return .infeasible
        case GLP_ENODFS: return .dualInfeasible
        default:
            throw GLPKError(code: Int(code), routine: "glp_npp_preprocess1", message: environment.lastLog)
        }
    }

    /// Carries the solution of a reduced problem back into this one, from which it was made.
    package mutating func takeSolution(from reduction: borrowing Reduction) throws(GLPKError) {
        let workspace = reduction.workspace
        let reduced = reduction.problem.handle
        try environment.call("glp_npp_postprocess") { glpk_guard_postsolve(workspace, reduced, handle, $0) }
    }

    // MARK: Branch and bound

    /// Runs branch and bound from an optimal basis.
    ///
    /// - Parameters:
    ///   - settings: Rules of the tree.
    ///   - start: Values of a feasible solution by column, or `nil`.
    ///   - observer: Asked at every event of the tree; kept alive until the end.
    /// - Returns: A code of `glp_intopt`.
    mutating func runBranchAndBound(
        _ settings: glpk_guard_tree_settings,
        start: [Double]?,
        observer: TreeObserver
    ) throws(GLPKError) -> Int32 {
        var settings = settings
        let startFromOne = start.map { [0] + $0 }
        let context = Unmanaged.passUnretained(observer).toOpaque()
        let observe: glpk_guard_observer = { context, state in
            guard let context, let state else { return 0 }
            let observer = Unmanaged<TreeObserver>.fromOpaque(context).takeUnretainedValue()
            return observer.observe(state.pointee) ? 1 : 0
        }
        let environment = environment
        let handle = handle
        return try withExtendedLifetime(observer) { () throws(GLPKError) -> Int32 in
            try environment.call("glp_intopt") { log in
                guard let startFromOne else {
                    return glpk_guard_branch_and_bound(handle, &settings, nil, observe, context, log)
                }
                return glpk_guard_branch_and_bound(handle, &settings, startFromOne, observe, context, log)
            }
        }
    }

    /// Status of the integer solution, as a constant of GLPK.
    package func integerStatus() throws(GLPKError) -> Int32 {
        try environment.call("glp_mip_status") { glpk_guard_integer_status(handle, $0) }
    }

    /// Values of the integer solution by column.
    package func integerSolution() throws(GLPKError) -> [Double] {
        var objective = 0.0
        var values = [Double](repeating: 0, count: columnCount + 1)
        try environment.call("glp_mip_col_val") {
            glpk_guard_get_integer_solution(handle, &objective, &values, $0)
        }
        return Array(values.dropFirst())
    }

    // MARK: Files

    /// Reads a file in CPLEX LP format into this problem, which must be empty.
    ///
    /// - Throws: ``GLPKError`` with what GLPK says of the file.
    package mutating func readLPFile(at path: String) throws(GLPKError) {
        let code = try environment.call("glp_read_lp") { glpk_guard_read_lp_file(handle, path, $0) }
        guard code == 0 else {
            throw GLPKError(code: Int(code), routine: "glp_read_lp", message: environment.lastLog)
        }
        (rowCount, columnCount) = try Self.counts(of: handle, in: environment)
    }
}

extension BasisStatus {
    fileprivate init(glpk status: Int32) {
        switch status {
        case GLP_BS: self = .basic
        case GLP_NU: self = .atUpper
        default: self = .atLower
        }
    }

    fileprivate var glpk: Int32 {
        switch self {
        case .basic: GLP_BS
        case .atLower: GLP_NL
        case .atUpper: GLP_NU
        }
    }
}
