import GLPKSolver
import LinearProgramming
import Testing

/// Solvers under contract: the reference, GLPK in its ways of working, and sessions that build a program bit by bit.
enum Contender: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case enumeration, presolved, plain, slicedThin, sessionAtOnce, sessionByColumns, sessionByRows

    var testDescription: String { rawValue }

    var solver: any LPSolver {
        var settings = GLPKSolver.Settings()
        switch self {
        case .enumeration: return VertexEnumerationSolver()
        case .presolved: return GLPKSolver()
        case .plain:
            settings.presolve = false
            settings.pricing = .textbook
            return GLPKSolver(settings: settings)
        case .slicedThin:
            settings.presolve = false
            settings.pivotsPerSlice = 1
            return GLPKSolver(settings: settings)
        case .sessionAtOnce: return SessionSolver(growth: .none)
        case .sessionByColumns: return SessionSolver(growth: .columns)
        case .sessionByRows: return SessionSolver(growth: .rows)
        }
    }
}

/// Solves one program through a session that begins with a part of it and solves after each step.
struct SessionSolver: LPSolver {
    enum Growth {
        case none, columns, rows
    }

    let growth: Growth

    func solve(_ program: LinearProgram, limits: SolveLimits) throws -> LPSolution {
        switch growth {
        case .none:
            return try GLPKSolver().withSession(program) { try $0.solve(limits: limits) }
        case .columns:
            var beginning = LinearProgram(objectiveConstant: program.objectiveConstant)
            for constraint in program.constraints {
                beginning.addConstraint(lower: constraint.lower, upper: constraint.upper)
            }
            return try GLPKSolver().withSession(beginning) { session in
                for id in program.variableIDs {
                    _ = try session.solve(limits: limits)
                    let variable = program[id]
                    try session.addVariable(
                        LPColumn(
                            cost: variable.cost,
                            lower: variable.lower,
                            upper: variable.upper,
                            entries: program.entries.filter { $0.variable == id }.map {
                                LPColumn.Entry($0.constraint, $0.coefficient)
                            }
                        )
                    )
                }
                return try session.solve(limits: limits)
            }
        case .rows:
            var beginning = LinearProgram(objectiveConstant: program.objectiveConstant)
            for variable in program.variables {
                beginning.addVariable(cost: variable.cost, lower: variable.lower, upper: variable.upper)
            }
            return try GLPKSolver().withSession(beginning) { session in
                for id in program.constraintIDs {
                    _ = try session.solve(limits: limits)
                    let constraint = program[id]
                    try session.addConstraint(
                        LPRow(
                            lower: constraint.lower,
                            upper: constraint.upper,
                            entries: program.entries.filter { $0.constraint == id }.map {
                                LPRow.Entry($0.variable, $0.coefficient)
                            }
                        )
                    )
                }
                return try session.solve(limits: limits)
            }
        }
    }
}

/// A program with its answer worked out by hand.
struct HandCase: Sendable, CustomTestStringConvertible {
    let name: String
    let program: LinearProgram
    let termination: Termination
    let objective: Double?

    var testDescription: String { name }

    init(
        _ name: String,
        _ termination: Termination,
        objective: Double? = nil,
        _ build: (inout LinearProgram) -> Void
    ) {
        self.name = name
        self.termination = termination
        self.objective = objective
        var program = LinearProgram()
        build(&program)
        self.program = program
    }

    static let all = [
        // Largest 3x + 2y with x + y <= 4, x + 3y <= 6: x = 4, y = 0.
        HandCase("two rows", .optimal, objective: -12) { program in
            let x = program.addVariable(cost: -3)
            let y = program.addVariable(cost: -2)
            program.addConstraint(upper: 4, row: [.init(x, 1), .init(y, 1)])
            program.addConstraint(upper: 6, row: [.init(x, 1), .init(y, 3)])
        },
        // x + 2y >= 4, y <= 2: y gives two units for 3, x one for 2, so y = 2; plus the constant 1.
        HandCase("bounded variable and constant", .optimal, objective: 7) { program in
            program.objectiveConstant = 1
            let x = program.addVariable(cost: 2)
            let y = program.addVariable(cost: 3, upper: 2)
            program.addConstraint(lower: 4, row: [.init(x, 1), .init(y, 2)])
        },
        // x + y = 5, x − y = 1: the only point is (3, 2).
        HandCase("equality rows", .optimal, objective: 13) { program in
            let x = program.addVariable(cost: 3, lower: -.infinity)
            let y = program.addVariable(cost: 2, lower: -.infinity)
            program.addConstraint(lower: 5, upper: 5, row: [.init(x, 1), .init(y, 1)])
            program.addConstraint(lower: 1, upper: 1, row: [.init(x, 1), .init(y, -1)])
        },
        // |z| as a free variable pair: smallest t with t >= z, t >= −z, z = −3.
        HandCase("free variable", .optimal, objective: 3) { program in
            let t = program.addVariable(cost: 1, lower: -.infinity)
            let z = program.addVariable(lower: -.infinity)
            program.addConstraint(lower: 0, row: [.init(t, 1), .init(z, -1)])
            program.addConstraint(lower: 0, row: [.init(t, 1), .init(z, 1)])
            program.addConstraint(lower: -3, upper: -3, row: [.init(z, 1)])
        },
        // 1 <= x + y <= 2 with negative cost: the upper side acts.
        HandCase("row with two sides", .optimal, objective: -2) { program in
            let x = program.addVariable(cost: -1)
            let y = program.addVariable(cost: -1)
            program.addConstraint(lower: 1, upper: 2, row: [.init(x, 1), .init(y, 1)])
        },
        // Four constraints through the origin, the optimum: every basis there is degenerate.
        HandCase("degenerate vertex", .optimal, objective: 0) { program in
            let x = program.addVariable(cost: 1)
            let y = program.addVariable(cost: 1)
            for factor in 1...4 {
                program.addConstraint(lower: 0, row: [.init(x, 1), .init(y, Double(factor))])
            }
        },
        // Beale's example, on which the plain simplex method cycles; optimum −0.05.
        HandCase("cycling example", .optimal, objective: -0.05) { program in
            let x = [-0.75, 150, -0.02, 6].map { program.addVariable(cost: $0) }
            program.addConstraint(
                upper: 0,
                row: [.init(x[0], 0.25), .init(x[1], -60), .init(x[2], -0.04), .init(x[3], 9)]
            )
            program.addConstraint(
                upper: 0,
                row: [.init(x[0], 0.5), .init(x[1], -90), .init(x[2], -0.02), .init(x[3], 3)]
            )
            program.addConstraint(upper: 1, row: [.init(x[2], 1)])
        },
        // Only bounds, no constraints at all: each variable at its cheaper end.
        HandCase("no constraints", .optimal, objective: -7) { program in
            program.addVariable(cost: 2, lower: -2, upper: 5)
            program.addVariable(cost: -1, lower: 0, upper: 3)
        },
        HandCase("empty row that holds", .optimal, objective: 0) { program in
            program.addVariable(cost: 1)
            program.addConstraint(lower: -1, upper: 1)
        },
        HandCase("empty row that cannot hold", .infeasible) { program in
            program.addVariable(cost: 1)
            program.addConstraint(lower: 1)
        },
        // x + y >= 3 with both at most 1.
        HandCase("infeasible by bounds", .infeasible) { program in
            let x = program.addVariable(upper: 1)
            let y = program.addVariable(upper: 1)
            program.addConstraint(lower: 3, row: [.init(x, 1), .init(y, 1)])
        },
        // x − y >= 1 and y − x >= 1 contradict each other; no bound does.
        HandCase("infeasible by rows", .infeasible) { program in
            let x = program.addVariable(cost: 1, lower: -.infinity)
            let y = program.addVariable(cost: -1, lower: -.infinity)
            program.addConstraint(lower: 1, row: [.init(x, 1), .init(y, -1)])
            program.addConstraint(lower: 1, row: [.init(x, -1), .init(y, 1)])
        },
        // The objective falls for ever along (1, 1).
        HandCase("unbounded", .unbounded) { program in
            let x = program.addVariable(cost: -1)
            let y = program.addVariable()
            program.addConstraint(upper: 1, row: [.init(x, 1), .init(y, -1)])
        },
        HandCase("unbounded without constraints", .unbounded) { program in
            program.addVariable(cost: 1, lower: -.infinity)
        },
        // Infeasible, although its cost would fall for ever: infeasibility comes first.
        HandCase("infeasible with falling cost", .infeasible) { program in
            let x = program.addVariable(cost: -1)
            let y = program.addVariable(upper: 1)
            program.addConstraint(lower: 2, row: [.init(y, 1)])
            program.addConstraint(lower: 0, row: [.init(x, 1), .init(y, 1)])
        },
    ]
}

/// What every `LPSolver` must do.
@Suite struct LPSolverContractTests {
    @Test(arguments: Contender.allCases, HandCase.all)
    func handCasesHaveTheirAnswer(contender: Contender, hand: HandCase) throws {
        let solution = try contender.solver.solve(hand.program)
        #expect(solution.termination == hand.termination)
        #expect(solution.values.count == hand.program.variables.count)
        #expect(solution.duals.count == hand.program.constraints.count)
        if let objective = hand.objective {
            #expect(LPLaws.near(solution.objective, objective))
            LPLaws.check(solution, of: hand.program)
        }
        if hand.termination == .infeasible { #expect(solution.primalStatus == .impossible) }
        if hand.termination == .unbounded {
            #expect(solution.primalStatus == .feasible)
            #expect(solution.dualStatus == .impossible)
        }
    }

    @Test(arguments: Contender.allCases)
    func faultsAreThrownBeforeSolving(contender: Contender) {
        var program = LinearProgram()
        program.addVariable(lower: 1, upper: 0)
        #expect(throws: LinearProgramError([.variableBounds(VariableID(0), lower: 1, upper: 0)])) {
            try contender.solver.solve(program)
        }
    }

    @Test(arguments: Contender.allCases)
    func integersAreRelaxed(contender: Contender) throws {
        // Largest x with 2x <= 3 is 1.5 for a linear solver, integer or not.
        var program = LinearProgram()
        let x = program.addVariable(cost: -1, isInteger: true)
        program.addConstraint(upper: 3, row: [.init(x, 2)])
        #expect(try LPLaws.near(contender.solver.solve(program)[x], 1.5))
    }

    @Test(arguments: Contender.allCases.filter { $0 != .enumeration })
    func tinyRandomProgramsHaveTheAnswerOfTheReference(contender: Contender) throws {
        var seen: Set<Termination> = []
        for seed in 0..<300 {
            let program = RandomPrograms.any(seed: seed, variables: 1...4, constraints: 0...4)
            let expected = try VertexEnumerationSolver().solve(program)
            let found = try contender.solver.solve(program)
            seen.insert(expected.termination)
            #expect(found.termination == expected.termination, "seed \(seed)")
            guard expected.termination == .optimal else { continue }
            #expect(LPLaws.near(found.objective, expected.objective), "seed \(seed)")
            LPLaws.check(found, of: program)
        }
        // The draw must reach all three outcomes, or it proves little.
        #expect(seen == [.optimal, .infeasible, .unbounded])
    }

    @Test func theReferenceObeysTheLawsItself() throws {
        for seed in 0..<300 {
            let program = RandomPrograms.any(seed: seed, variables: 1...4, constraints: 0...4)
            let solution = try VertexEnumerationSolver().solve(program)
            if solution.termination == .optimal { LPLaws.check(solution, of: program) }
        }
    }

    @Test(arguments: Contender.allCases.filter { $0 != .enumeration })
    func randomProgramsWithAnOptimumObeyTheLaws(contender: Contender) throws {
        for seed in 0..<60 {
            let program = RandomPrograms.optimal(seed: seed, variables: 10 + seed % 40, constraints: 5 + seed % 30)
            LPLaws.check(try contender.solver.solve(program), of: program)
        }
    }
}
