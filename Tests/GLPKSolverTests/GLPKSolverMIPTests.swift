import GLPKSolver
import LinearProgramming
import Testing

@Suite struct GLPKSolverMIPTests {
    /// Best whole point of a program whose variables are all whole and bounded, by trying every one.
    private static func bruteForce(_ program: LinearProgram) -> MIPSolution.Incumbent? {
        var best: MIPSolution.Incumbent?
        var values = program.variables.map(\.lower)
        while true {
            if program.isFeasible(values, tolerance: 1e-9) {
                let objective = program.objective(of: values)
                if objective < best?.objective ?? .infinity { best = .init(values: values, objective: objective) }
            }
            guard let digit = values.indices.first(where: { values[$0] < program.variables[$0].upper }) else {
                return best
            }
            for lower in 0..<digit { values[lower] = program.variables[lower].lower }
            values[digit] += 1
        }
    }

    private static func random(seed: Int) -> LinearProgram {
        var generator = SeededGenerator(seed: 5000 + seed)
        var program = LinearProgram(objectiveConstant: Double(seed % 3))
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let lower = Double(Int.random(in: -2...1, using: &generator))
            program.addVariable(
                cost: Double(Int.random(in: -9...9, using: &generator)),
                lower: lower,
                upper: lower + Double(Int.random(in: 0...3, using: &generator)),
                isInteger: true
            )
        }
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            let lower = Double(Int.random(in: -6...5, using: &generator))
            program.addConstraint(
                lower: Bool.random(using: &generator) ? lower : -.infinity,
                upper: Bool.random(using: &generator) ? lower + 3 : .infinity,
                row: program.variableIDs.map { .init($0, Double(Int.random(in: -5...6, using: &generator))) }
            )
        }
        return program
    }

    /// Market split: equations in 0-1 variables that branch and bound cannot settle in reasonable time.
    ///
    /// Deviations from the equations are allowed at a cost, so that there are solutions from the start.
    /// Source: Cornuéjols and Dawande 1998, doi:10.1007/3-540-69346-7_22.
    private static let marketSplit: LinearProgram = {
        var generator = SeededGenerator(seed: 3)
        var program = LinearProgram()
        let choices = (0..<40).map { _ in program.addVariable(upper: 1, isInteger: true) }
        for _ in 0..<5 {
            let factors = choices.map { _ in Double(Int.random(in: 0...99, using: &generator)) }
            let over = program.addVariable(cost: 1)
            let under = program.addVariable(cost: 1)
            let half = (factors.reduce(0, +) / 2).rounded(.down)
            program.addConstraint(
                lower: half,
                upper: half,
                row: zip(choices, factors).map { .init($0, $1) } + [.init(over, -1), .init(under, 1)]
            )
        }
        return program
    }()

    @Test(arguments: [true, false], [true, false])
    func agreesWithBruteForce(presolve: Bool, cuts: Bool) throws {
        var solver = GLPKSolver()
        solver.settings.presolve = presolve
        solver.settings.cuts = cuts
        var solvable = 0
        for seed in 0..<150 {
            let program = Self.random(seed: seed)
            let found = try solver.solve(integer: program)
            guard let best = Self.bruteForce(program) else {
                #expect(found.termination == .infeasible, "seed \(seed)")
                #expect(found.incumbent == nil && found.bestBound == .infinity, "seed \(seed)")
                continue
            }
            solvable += 1
            #expect(found.termination == .optimal, "seed \(seed)")
            let incumbent = try #require(found.incumbent, "seed \(seed)")
            #expect(incumbent.objective == best.objective, "seed \(seed)")
            #expect(found.bestBound == best.objective, "seed \(seed)")
            #expect(program.isFeasible(incumbent.values, tolerance: 1e-9), "seed \(seed)")
            #expect(zip(incumbent.values, program.variables).allSatisfy { $0 == $0.rounded() || !$1.isInteger })
        }
        #expect((50..<150).contains(solvable))
    }

    /// One continuous variable beside the whole ones: the reference solves its linear program for every whole point.
    @Test func mixedProgramsAgreeWithFixingTheIntegers() throws {
        for seed in 0..<40 {
            var program = Self.random(seed: seed)
            guard program.variables.count <= 3 else { continue }
            program.addVariable(
                cost: 1,
                lower: -1.5,
                upper: 2.5,
                column: program.constraintIDs.map { .init($0, Double($0.index) - 1.5) }
            )
            var best = Double.infinity
            var points: [[Double]] = [[]]
            for variable in program.variables.dropLast() {
                points = points.flatMap { point in
                    stride(from: variable.lower, through: variable.upper, by: 1).map { point + [$0] }
                }
            }
            for point in points {
                var fixed = program
                for (index, value) in point.enumerated() {
                    fixed[VariableID(index)].lower = value
                    fixed[VariableID(index)].upper = value
                }
                let solution = try VertexEnumerationSolver().solve(fixed)
                if solution.termination == .optimal { best = min(best, solution.objective) }
            }
            let found = try GLPKSolver().solve(integer: program)
            #expect(found.termination == (best.isFinite ? .optimal : .infeasible), "seed \(seed)")
            if let incumbent = found.incumbent {
                #expect(LPLaws.near(incumbent.objective, best), "seed \(seed)")
                #expect(program.isFeasible(incumbent.values, tolerance: 1e-6), "seed \(seed)")
            }
        }
    }

    @Test func fractionalBoundsOfIntegersAreDrawnIn() throws {
        var program = LinearProgram()
        let x = program.addVariable(cost: -1, lower: 0.2, upper: 2.9, isInteger: true)
        #expect(try GLPKSolver().solve(integer: program).incumbent?[x] == 2)
        program[x].lower = 2.1
        let empty = try GLPKSolver().solve(integer: program)
        #expect(empty.termination == .infeasible)
        #expect(empty.bestBound == .infinity)
    }

    @Test func aProgramWithoutIntegersIsSolvedToo() throws {
        let program = RandomPrograms.optimal(seed: 1, variables: 12, constraints: 8)
        let found = try GLPKSolver().solve(integer: program)
        let expected = try GLPKSolver().solve(program)
        #expect(found.termination == .optimal)
        #expect(try LPLaws.near(#require(found.incumbent).objective, expected.objective))
    }

    @Test func anEmptyProgramHasAnEmptySolution() throws {
        let found = try GLPKSolver().solve(integer: LinearProgram(objectiveConstant: 4))
        #expect(found.termination == .optimal)
        #expect(found.incumbent == MIPSolution.Incumbent(values: [], objective: 4))
    }

    @Test func anUnboundedRelaxationIsReportedAsUnbounded() throws {
        var program = LinearProgram()
        program.addVariable(cost: -1, isInteger: true)
        let found = try GLPKSolver().solve(integer: program)
        #expect(found.termination == .unbounded)
        #expect(found.bestBound == -.infinity)
    }

    @Test func cutoffsKeepWhatIsCheapEnoughAndProveTheRest() throws {
        for seed in 0..<60 {
            let program = Self.random(seed: seed)
            guard let best = Self.bruteForce(program) else { continue }
            for presolve in [true, false] {
                var solver = GLPKSolver()
                solver.settings.presolve = presolve
                let at = try solver.solve(
                    program,
                    limits: .none,
                    options: MIPOptions(cutoff: best.objective)
                )
                #expect(at.termination == .optimal, "seed \(seed)")
                #expect(at.incumbent?.objective == best.objective, "seed \(seed)")
                let below = try solver.solve(
                    program,
                    limits: .none,
                    options: MIPOptions(cutoff: best.objective - 0.5)
                )
                #expect(below.termination == .infeasible, "seed \(seed)")
                #expect(below.bestBound == best.objective - 0.5, "seed \(seed)")
            }
        }
    }

    @Test func aStartIsReturnedWhenItCannotBeBeatenAndImprovedWhenItCan() throws {
        for seed in 0..<60 {
            let program = Self.random(seed: seed)
            guard let best = Self.bruteForce(program) else { continue }
            let kept = try GLPKSolver().solve(program, limits: .none, options: MIPOptions(start: best.values))
            #expect(kept.termination == .optimal, "seed \(seed)")
            #expect(kept.incumbent?.objective == best.objective, "seed \(seed)")
            // Turn the costs round: the best point is now a poor start.
            var reversed = program
            for id in reversed.variableIDs { reversed[id].cost *= -1 }
            let improved = try GLPKSolver().solve(reversed, limits: .none, options: MIPOptions(start: best.values))
            #expect(improved.incumbent?.objective == Self.bruteForce(reversed)?.objective, "seed \(seed)")
        }
    }

    @Test func startsThatAreNoSolutionsAreRefused() {
        var program = LinearProgram()
        program.addVariable(upper: 3, isInteger: true)
        #expect(throws: LinearProgramError([.startNotFeasible])) {
            try GLPKSolver().solve(program, limits: .none, options: MIPOptions(start: [1.5]))
        }
        #expect(throws: LinearProgramError([.startSize(found: 2, expected: 1)])) {
            try GLPKSolver().solve(program, limits: .none, options: MIPOptions(start: [1, 1]))
        }
    }

    @Test func timeLimitReturnsTheBestSoFarWithItsBound() throws {
        let clock = ContinuousClock()
        var found: MIPSolution?
        let elapsed = try clock.measure {
            found = try GLPKSolver().solve(
                Self.marketSplit,
                limits: SolveLimits(seconds: 0.5),
                options: MIPOptions()
            )
        }
        let solution = try #require(found)
        #expect(solution.termination == .timeLimit)
        #expect(solution.bestBound >= 0)
        let incumbent = try #require(solution.incumbent)
        #expect(Self.marketSplit.isFeasible(incumbent.values, tolerance: 1e-6))
        #expect(solution.bestBound <= incumbent.objective)
        // Generous, for a machine under load; without the limit it would run for hours.
        #expect(elapsed < .seconds(20))
    }

    @Test func nodeLimitStopsAtTheSamePlaceEveryTime() throws {
        let options = MIPOptions(nodeLimit: 300)
        let first = try GLPKSolver().solve(Self.marketSplit, limits: .none, options: options)
        let second = try GLPKSolver().solve(Self.marketSplit, limits: .none, options: options)
        #expect(first.termination == .iterationLimit)
        #expect((300...302).contains(first.nodes))
        #expect(first == second)
    }

    @Test func stopRequestsEndTheSearch() throws {
        let latest = Shared<MIPOptions.Progress?>(nil)
        let solution = try GLPKSolver().solve(
            Self.marketSplit,
            limits: SolveLimits(stop: { latest.current?.objective != nil }),
            options: MIPOptions(onProgress: { state in latest.update { $0 = state } })
        )
        #expect(solution.termination == .stopped)
        let last = try #require(latest.current)
        #expect(last.objective == solution.incumbent?.objective)
        #expect(last.bestBound <= solution.bestBound)
    }

    @Test func gapLimitEndsTheSearchWithinTheGap() throws {
        // The constant keeps the bound away from zero.
        var program = Self.marketSplit
        program.objectiveConstant = 100
        let solution = try GLPKSolver().solve(program, limits: .none, options: MIPOptions(relativeGap: 0.8))
        #expect(solution.termination == .gapLimit)
        #expect(try #require(solution.relativeGap) <= 0.8)
    }

    @Test func progressNeverGoesBackwards() throws {
        let states = Shared<[MIPOptions.Progress]>([])
        _ = try GLPKSolver().solve(
            Self.marketSplit,
            limits: .none,
            options: MIPOptions(nodeLimit: 500, onProgress: { state in states.update { $0.append(state) } })
        )
        let seen = states.current
        #expect(seen.count > 10)
        for (earlier, later) in zip(seen, seen.dropFirst()) {
            #expect(later.nodes >= earlier.nodes)
            #expect(later.objective ?? .infinity <= earlier.objective ?? .infinity)
            #expect(later != earlier)
        }
    }
}
