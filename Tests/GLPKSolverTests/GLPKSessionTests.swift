import GLPKSolver
import LinearProgramming
import Testing

@Suite struct GLPKSessionTests {
    /// Smallest 2x + 3y with x + 2y >= 4 and y <= 2: the row is x + 2y.
    private static var small: LinearProgram {
        var program = LinearProgram()
        let x = program.addVariable(cost: 2)
        let y = program.addVariable(cost: 3, upper: 2)
        program.addConstraint(lower: 4, row: [.init(x, 1), .init(y, 2)])
        return program
    }

    private let x = VariableID(0)
    private let y = VariableID(1)
    private let row = ConstraintID(0)

    @Test func everyChangeMovesTheOptimumAsItShould() throws {
        try GLPKSolver().withSession(Self.small) { session in
            #expect(try session.solve().objective == 6)  // y = 2
            let z = try session.addVariable(LPColumn(cost: 1, entries: [.init(row, 1)]))
            #expect(try session.solve().objective == 4)  // z = 4
            try session.setBounds(of: z, lower: 0, upper: 1)
            #expect(try session.solve().objective == 5.5)  // z = 1, y = 1.5
            try session.setCost(of: y, to: 5)
            #expect(try session.solve().objective == 7)  // z = 1, x = 3
            try session.setBounds(of: row, lower: -.infinity, upper: 2)
            #expect(try session.solve().objective == 0)
            try session.addConstraint(LPRow(lower: 3, entries: [.init(y, 1), .init(x, 1)]))
            #expect(try session.solve().termination == .infeasible)  // x + y >= 3 but x + 2y <= 2
            try session.setBounds(of: row, lower: 4, upper: .infinity)
            #expect(try session.solve().objective == 7)  // z = 1, x = 3
        }
    }

    @Test func numbersOutliveRemovals() throws {
        try GLPKSolver().withSession(Self.small) { session in
            let z = try session.addVariable(LPColumn(cost: 1, entries: [.init(row, 1)]))
            #expect(try session.solve()[z] == 4)
            #expect(try session.isBasic(z))
            // The basic one stays; one named twice is removed once.
            #expect(try session.removeNonBasicVariables([y, z, x, y]) == [y, x])
            #expect(session.variableCount == 3)
            let solution = try session.solve()
            #expect(solution.values == [0, 0, 4])
            let w = try session.addVariable(LPColumn(cost: 0.5, entries: [.init(row, 1)]))
            #expect(w == VariableID(3))
            #expect(try session.solve().values == [0, 0, 0, 4])
            #expect(throws: LinearProgramError([.unknownVariable(x)])) { try session.setCost(of: x, to: 1) }
            #expect(throws: LinearProgramError([.unknownVariable(x)])) {
                try session.removeNonBasicVariables([z, x])
            }
            #expect(throws: LinearProgramError([.unknownVariable(x)])) {
                try session.addConstraint(LPRow(lower: 0, entries: [.init(x, 1)]))
            }
            // None of the refused calls has changed anything.
            #expect(try session.solve().values == [0, 0, 0, 4])
        }
    }

    @Test func faultsOfNewColumnsAndRowsComeAllAtOnce() throws {
        try GLPKSolver().withSession(Self.small) { session throws in
            let error = #expect(throws: LinearProgramError.self) {
                try session.addVariables([
                    LPColumn(cost: .infinity, entries: [.init(row, 1), .init(row, 2)]),
                    LPColumn(lower: 2, upper: 1, entries: [.init(ConstraintID(5), 1)]),
                ])
            }
            #expect(
                error?.faults == [
                    .costNotFinite(VariableID(2), .infinity),
                    .duplicateCoefficient(row, VariableID(2)),
                    .variableBounds(VariableID(3), lower: 2, upper: 1),
                    .unknownConstraint(ConstraintID(5)),
                ]
            )
            #expect(session.variableCount == 2)
            let second = #expect(throws: LinearProgramError.self) {
                try session.addConstraints([
                    LPRow(lower: 2, upper: 1, entries: [.init(x, .infinity), .init(x, 1), .init(VariableID(8), 1)])
                ])
            }
            #expect(
                second?.faults == [
                    .constraintBounds(ConstraintID(1), lower: 2, upper: 1),
                    .coefficientNotFinite(ConstraintID(1), x, .infinity),
                    .duplicateCoefficient(ConstraintID(1), x),
                    .unknownVariable(VariableID(8)),
                ]
            )
            #expect(throws: LinearProgramError.self) { try session.setBounds(of: x, lower: 1, upper: 0) }
            #expect(throws: LinearProgramError.self) { try session.setBounds(of: row, lower: .nan, upper: 0) }
            #expect(throws: LinearProgramError.self) { try session.setCost(of: x, to: .nan) }
            #expect(session.constraintCount == 1)
            #expect(try session.solve().objective == 6)
        }
    }

    @Test func limitsInterruptAndTheNextSolveGoesOn() throws {
        let program = GLPKSolverTests.sizeable
        let expected = try GLPKSolver().solve(program).objective
        try GLPKSolver().withSession(program) { session in
            var rounds = 0
            var solution = try session.solve(limits: SolveLimits(iterations: 20))
            while solution.termination == .iterationLimit {
                #expect(solution.iterations == 20)
                rounds += 1
                solution = try session.solve(limits: SolveLimits(iterations: 20))
            }
            #expect(rounds > 2)
            #expect(LPLaws.near(solution.objective, expected))
            LPLaws.check(solution, of: program)
            #expect(try session.solve(limits: SolveLimits(stop: { true })).termination == .stopped)
            // A solved program needs no pivot more, by either method.
            #expect(try session.solve(limits: .none, method: .primal).iterations == 0)
            #expect(try session.solve(limits: .none, method: .dual).iterations == 0)
        }
    }

    @Test func anOptimalBasisCarriedOverNeedsNoPivot() throws {
        let program = GLPKSolverTests.sizeable
        let basis = try GLPKSolver().withSession(program) { session in
            _ = try session.solve()
            return try session.basis()
        }
        try GLPKSolver().withSession(program) { session in
            try session.setBasis(basis)
            let solution = try session.solve()
            #expect(solution.iterations == 0)
            LPLaws.check(solution, of: program)
        }
    }

    @Test func basesThatCannotBeAreRefusedOrRepaired() throws {
        // Two equal columns cannot both be basic: the basis has the right size and is singular.
        var program = LinearProgram()
        let columns = (0..<2).map { _ in program.addVariable(cost: 1) }
        for lower in [1.0, 2] {
            program.addConstraint(lower: lower, row: columns.map { LPRow.Entry($0, 1) })
        }
        try GLPKSolver().withSession(program) { session in
            let tooFew = Basis(
                variableCount: 2,
                constraintCount: 2,
                basicVariables: [columns[0]],
                basicConstraints: []
            )
            #expect(throws: LinearProgramError([.basisSize(found: 1, expected: 2)])) {
                try session.setBasis(tooFew)
            }
            let singular = Basis(
                variableCount: 2,
                constraintCount: 2,
                basicVariables: columns,
                basicConstraints: []
            )
            try session.setBasis(singular)
            #expect(try session.solve().objective == 2)
        }
    }

    /// After every random change, the session must agree with a solve from scratch of the same program.
    @Test(arguments: 0..<40)
    func incrementalAgreesWithFromScratch(seed: Int) throws {
        var generator = SeededGenerator(seed: 1000 + seed)
        var program = RandomPrograms.optimal(seed: seed, variables: 8, constraints: 5)
        try GLPKSolver().withSession(program) { session in
            for _ in 0..<25 {
                switch Int.random(in: 0..<6, using: &generator) {
                case 0:
                    let column = LPColumn(
                        cost: Double(Int.random(in: -1...6, using: &generator)),
                        upper: 5,
                        entries: program.constraintIDs.map {
                            LPColumn.Entry($0, Double(Int.random(in: -2...3, using: &generator)))
                        }
                    )
                    program.add(column)
                    try session.addVariables([column])
                case 1:
                    let row = LPRow(
                        lower: Double(Int.random(in: -9...1, using: &generator)),
                        // A removed variable is kept at zero in the copy, but the session knows it no more.
                        entries: program.variableIDs.compactMap { id in
                            program[id].name == "removed"
                                ? nil : LPRow.Entry(id, Double(Int.random(in: -2...3, using: &generator)))
                        }
                    )
                    program.add(row)
                    try session.addConstraints([row])
                case 2:
                    guard let id = program.variableIDs.randomElement(using: &generator),
                        program[id].name != "removed"
                    else { continue }
                    program[id].lower = 0
                    program[id].upper = Double(Int.random(in: 0...6, using: &generator))
                    try session.setBounds(of: id, lower: program[id].lower, upper: program[id].upper)
                case 3:
                    guard let id = program.constraintIDs.randomElement(using: &generator) else { continue }
                    program[id].lower = Double(Int.random(in: -5...2, using: &generator))
                    program[id].upper = program[id].lower + Double(Int.random(in: 0...9, using: &generator))
                    try session.setBounds(of: id, lower: program[id].lower, upper: program[id].upper)
                case 4:
                    guard let id = program.variableIDs.randomElement(using: &generator),
                        program[id].name != "removed"
                    else { continue }
                    program[id].cost = Double(Int.random(in: -3...9, using: &generator))
                    try session.setCost(of: id, to: program[id].cost)
                default:
                    let candidates = program.variableIDs.filter { program[$0].name != "removed" }.prefix(2)
                    for id in try session.removeNonBasicVariables(Array(candidates)) {
                        program[id].lower = 0
                        program[id].upper = 0
                        program[id].name = "removed"
                    }
                }
                let method = [SimplexMethod.primal, .dual, .automatic].randomElement(using: &generator)
                let found = try session.solve(limits: .none, method: method ?? .automatic)
                let expected = try GLPKSolver().solve(program)
                #expect(found.termination == expected.termination)
                if expected.termination == .optimal {
                    #expect(LPLaws.near(found.objective, expected.objective))
                }
            }
        }
    }

    /// Rolls of 100 to be cut into 97 × 45, 610 × 36, 395 × 31 and 211 × 14: the linear optimum is 452.25 rolls.
    ///
    /// Source: Chvátal, Linear Programming, 1983, chapter 13.
    @Test func columnGenerationFindsThePublishedOptimumOfCuttingStock() throws {
        let widths = [45, 36, 31, 14]
        let demands = [97.0, 610, 395, 211]
        var master = LinearProgram()
        for demand in demands { master.addConstraint(lower: demand) }
        for (index, width) in widths.enumerated() {
            master.addVariable(cost: 1, column: [.init(ConstraintID(index), Double(100 / width))])
        }
        let (objective, rounds) = try GLPKSolver().withSession(master) { session in
            var solution = try session.solve()
            var rounds = 0
            while true {
                LPLaws.expectCoverage(of: demands, by: solution)
                let (value, pattern) = Self.bestPattern(widths: widths, roll: 100, prices: solution.duals.values)
                let column = LPColumn(
                    cost: 1,
                    entries: pattern.enumerated().filter { $0.element > 0 }.map {
                        LPColumn.Entry(ConstraintID($0.offset), Double($0.element))
                    }
                )
                #expect(LPLaws.near(solution.duals.reducedCost(of: column), 1 - value))
                if value <= 1 + 1e-9 { return (solution.objective, rounds) }
                let before = solution.objective
                let id = try session.addVariable(column)
                solution = try session.solve()
                // A column of negative reduced cost never makes it worse, and is priced out afterwards.
                #expect(solution.objective <= before + 1e-9)
                #expect(solution.reducedCost(of: id) >= -1e-7)
                rounds += 1
            }
        }
        #expect(LPLaws.near(objective, 452.25))
        #expect(rounds > 0)
    }

    /// Knapsack by trying everything: the most valuable pattern that fits on a roll.
    private static func bestPattern(widths: [Int], roll: Int, prices: [Double]) -> (value: Double, pattern: [Int]) {
        guard let width = widths.first, let price = prices.first else { return (0, []) }
        var best = (value: -Double.infinity, pattern: [Int]())
        for count in 0...roll / width {
            let rest = bestPattern(
                widths: Array(widths.dropFirst()),
                roll: roll - count * width,
                prices: Array(prices.dropFirst())
            )
            let value = Double(count) * price + rest.value
            if value > best.value { best = (value, [count] + rest.pattern) }
        }
        return best
    }

    @Test func theBodySharesVariablesWithTheCallerAndItsErrorsPassThrough() throws {
        struct Mishap: Error {}
        var seen: [Double] = []
        #expect(throws: Mishap.self) {
            try GLPKSolver().withSession(Self.small) { session in
                seen.append(try session.solve().objective)
                throw Mishap()
            }
        }
        #expect(seen == [6])
    }

    @Test func sessionsNestAndInterleave() throws {
        try GLPKSolver().withSession(Self.small) { outer in
            #expect(try outer.solve().objective == 6)
            try GLPKSolver().withSession(Self.small) { inner in
                try inner.setCost(of: y, to: 1)
                #expect(try inner.solve().objective == 2)
            }
            #expect(try outer.solve().objective == 6)
        }
    }

    @Test func aSessionKeptBeyondItsClosureStopsTheProgram() async {
        await #expect(processExitsWith: .failure) {
            var kept: (any IncrementalLPSession)?
            try GLPKSolver().withSession(LinearProgram()) { kept = $0 }
            _ = try kept?.solve()
        }
    }

    @Test func aSessionTouchedFromAnotherThreadStopsTheProgram() async {
        await #expect(processExitsWith: .failure) {
            try GLPKSolver().withSession(LinearProgram()) { session in
                _ = try SolverThread.runBlocking { try session.solve() }
            }
        }
    }
}

extension LPLaws {
    /// Checks that every demand is met.
    static func expectCoverage(of demands: [Double], by solution: LPSolution) {
        for (demand, activity) in zip(demands, solution.activities) {
            #expect(activity >= demand - tolerance)
        }
    }
}
