import GLPKSolver
import LinearProgramming
import Testing

/// The guard around GLPK's fatal errors, forced through the package's inner door, which does not validate.
///
/// Leaks and wild accesses: run once in a while, from the root of the repository,
///
///     swift build --build-tests --sanitize=address
///     swift test --skip-build --sanitize=address --filter GLPKSolverTests
///
/// Only leaks inside XCTest itself are known. With `thread` in place of `address` leave the exit tests out
/// (`--skip "StopsTheProgram|ReachesTheTerminal"`): their child processes may hang there.
@Suite struct GLPKProblemTests {
    /// A problem with one row, and a column that names a row which does not exist.
    private static func provoke(in environment: GLPKEnvironment) throws {
        var problem = try GLPKProblem(in: environment)
        var rows = GLPKProblem.Block(capacity: 1, entries: 0)
        rows.append(lower: 0, upper: 1, entries: [])
        try problem.addRows(rows)
        var columns = GLPKProblem.Block(capacity: 1, entries: 1)
        columns.append(lower: 0, upper: 1, entries: [(index: 41, coefficient: 1.0)])
        try problem.addColumns(columns)
    }

    @Test func aFatalErrorIsThrownWithRoutineAndMessage() throws {
        let error = #expect(throws: GLPKError.self) {
            try SolverThread.withEnvironment { try Self.provoke(in: $0) }
        }
        #expect(error?.code == GLPKError.fatal)
        #expect(error?.routine == "glp_add_cols")
        #expect(error?.message.contains("row index out of range") == true)
    }

    @Test func afterAFatalErrorOnlyThatThreadIsLost() throws {
        try SolverThread.withEnvironment { environment in
            let older = try GLPKProblem(in: environment)
            #expect(throws: GLPKError.self) { try Self.provoke(in: environment) }
            #expect(environment.isLost)
            // Every other problem of the thread is lost with it: refused, not touched.
            let error = #expect(throws: GLPKError.self) { try older.statuses() }
            #expect(error?.code == GLPKError.environmentLost)
            // Another thread begins anew, even while the lost one still lives.
            LPLaws.check(try GLPKSolver().solve(GLPKSolverTests.sizeable), of: GLPKSolverTests.sizeable)
        }
        LPLaws.check(try GLPKSolver().solve(GLPKSolverTests.sizeable), of: GLPKSolverTests.sizeable)
    }

    @Test func manyFatalErrorsInARowDoNoHarm() throws {
        for _ in 0..<200 {
            #expect(throws: GLPKError.self) {
                try SolverThread.withEnvironment { try Self.provoke(in: $0) }
            }
        }
    }

    @Test func deletingNothingAndAddingNothingIsAllowed() throws {
        try SolverThread.withEnvironment { environment in
            var problem = try GLPKProblem(in: environment)
            try problem.deleteColumns([])
            try problem.addRows(GLPKProblem.Block(capacity: 0, entries: 0))
            try problem.addColumns(GLPKProblem.Block(capacity: 0, entries: 0))
            #expect(problem.rowCount == 0 && problem.columnCount == 0)
        }
    }

    @Test func aFileWithFaultsIsReportedWithWhatGLPKSays() throws {
        let error = try TemporaryFile.with("Minimize\n nonsense here\nEnd\n") { path in
            #expect(throws: GLPKError.self) {
                try SolverThread.withEnvironment { environment in
                    var problem = try GLPKProblem(in: environment)
                    try problem.readLPFile(at: path)
                }
            }
        }
        #expect(error?.routine == "glp_read_lp")
        #expect(error?.message.isEmpty == false)
    }

    @Test func crossingThreadsStopsTheProgramBeforeGLPKDoes() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            try SolverThread.withEnvironment { environment in
                try SolverThread.runBlocking { _ = try GLPKProblem(in: environment) }
            }
        }
        #expect(result != nil)
        // A release build stops without printing the message of a precondition.
        #if DEBUG
            let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains("another thread than the one that owns the GLPK problem"))
        #endif
    }

    @Test func nothingOfGLPKReachesTheTerminal() async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardOutputContent, \.standardErrorContent]
        ) {
            _ = try? SolverThread.withEnvironment { try Self.provoke(in: $0) }
            var program = GLPKSolverTests.sizeable
            _ = try GLPKSolver().solve(program)
            for id in program.variableIDs.prefix(20) { program[id].isInteger = true }
            _ = try GLPKSolver().solve(
                program,
                limits: SolveLimits(seconds: 1),
                options: MIPOptions(nodeLimit: 20)
            )
        }
        #expect(result?.standardOutputContent.isEmpty == true)
        #expect(result?.standardErrorContent.isEmpty == true)
    }
}
