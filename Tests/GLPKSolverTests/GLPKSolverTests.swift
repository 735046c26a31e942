import GLPKSolver
import LinearProgramming
import Testing

@Suite struct GLPKSolverTests {
    /// A degenerate program of some hundred pivots.
    static let sizeable = RandomPrograms.optimal(seed: 7, variables: 300, constraints: 150)

    @Test func libraryIsOfTheExpectedVersion() {
        #expect(GLPKSolver.libraryVersion.hasPrefix("5."))
    }

    @Test(arguments: [true, false])
    func stopRaisedBeforehandIsHonoured(presolve: Bool) throws {
        var solver = GLPKSolver()
        solver.settings.presolve = presolve
        let solution = try solver.solve(Self.sizeable, limits: SolveLimits(stop: { true }))
        #expect(solution.termination == .stopped)
        #expect(solution.primalStatus == .unknown)
        #expect(solution.values.count == 300)
        #expect(solution.iterations == 0)
    }

    @Test func stopRaisedDuringTheRunIsSeenAtTheNextSlice() throws {
        let looks = Shared(0)
        var solver = GLPKSolver()
        solver.settings.presolve = false
        solver.settings.pivotsPerSlice = 10
        let stop: @Sendable () -> Bool = {
            looks.update { $0 += 1 }
            return looks.current > 3
        }
        let solution = try solver.solve(Self.sizeable, limits: SolveLimits(stop: stop))
        #expect(solution.termination == .stopped)
        // Three slices of ten pivots, then the fourth look.
        #expect(solution.iterations == 30)
    }

    @Test func timeLimitOfZeroReturnsAtOnce() throws {
        let solution = try GLPKSolver().solve(Self.sizeable, limits: SolveLimits(seconds: 0))
        #expect(solution.termination == .timeLimit)
    }

    @Test(arguments: [true, false])
    func iterationLimitIsExact(presolve: Bool) throws {
        var solver = GLPKSolver()
        solver.settings.presolve = presolve
        let solution = try solver.solve(Self.sizeable, limits: SolveLimits(iterations: 17))
        #expect(solution.termination == .iterationLimit)
        #expect(solution.iterations == 17)
    }

    /// Long enough for GLPK's means against stalling, which need 200 pivots in one run.
    @Test(arguments: [(0, 20_000), (100, 10_000), (1_000, 1_000), (100_000, 1_000)])
    func slicesDependOnTheSizeOnly(rows: Int, expected: Int) {
        #expect(GLPKProblem.automaticSlice(rows: rows) == expected)
    }

    @Test func slicesDoNotChangeTheOptimum() throws {
        let whole = try GLPKSolver().solve(Self.sizeable)
        var solver = GLPKSolver()
        solver.settings.pivotsPerSlice = 7
        let sliced = try solver.solve(Self.sizeable)
        #expect(LPLaws.near(whole.objective, sliced.objective))
        LPLaws.check(sliced, of: Self.sizeable)
    }

    @Test func theSameProgramGivesTheSameSolutionBitForBit() throws {
        let first = try GLPKSolver().solve(Self.sizeable)
        let second = try GLPKSolver().solve(Self.sizeable, limits: SolveLimits(seconds: 3600, stop: { false }))
        #expect(first == second)
    }

    @Test func sixtyFourSolvesAtOnceDoNotDisturbEachOther() async throws {
        let programs = (0..<64).map { RandomPrograms.optimal(seed: $0, variables: 40, constraints: 25) }
        let found = try await withThrowingTaskGroup(of: (Int, LPSolution).self) { group in
            for (index, program) in programs.enumerated() {
                group.addTask {
                    (index, try await SolverThread.run { _ in try GLPKSolver().solve(program) })
                }
            }
            return try await group.reduce(into: [Int: LPSolution]()) { $0[$1.0] = $1.1 }
        }
        for (index, program) in programs.enumerated() {
            let solution = try #require(found[index])
            LPLaws.check(solution, of: program)
            #expect(try solution == GLPKSolver().solve(program))
        }
    }

    @Test func writtenFilesReadBackAsTheSameProgram() throws {
        for seed in 0..<100 {
            let program = RandomPrograms.any(seed: seed, variables: 1...5, constraints: 0...5)
            let expected = try GLPKSolver().solve(program)
            let text = try LPFormatWriter().text(of: program)
            let outcome = try TemporaryFile.with(text) { path in
                try SolverThread.withEnvironment { environment in
                    var problem = try GLPKProblem(in: environment)
                    try problem.readLPFile(at: path)
                    let outcome = try problem.runSlicedSimplex(
                        method: .dual,
                        limits: .none,
                        deadline: Deadline(seconds: nil),
                        settings: GLPKSolver.Settings()
                    )
                    return (outcome.termination, try problem.basicSolution().objective)
                }
            }
            #expect(outcome.0 == expected.termination, "seed \(seed)")
            if expected.termination == .optimal {
                #expect(LPLaws.near(outcome.1, expected.objective), "seed \(seed)")
            }
        }
    }
}
