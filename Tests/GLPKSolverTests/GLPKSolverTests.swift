import GLPKSolver
import LinearProgramming
import Testing

@Suite struct GLPKSolverTests {
    @Test func smoke() throws {
        var program = LinearProgram(objectiveConstant: 1)
        let x = program.addVariable(cost: 2)
        let y = program.addVariable(cost: 3, upper: 2)
        let r = program.addConstraint(lower: 4, row: [.init(x, 1), .init(y, 2)])
        for presolve in [true, false] {
            var s = GLPKSolver()
            s.settings.presolve = presolve
            let sol = try s.solve(program)
            #expect(sol.termination == .optimal)
            #expect(abs(sol.objective - 7) < 1e-9)
            #expect((1.5...2).contains(sol.duals[r]))
        }
        try GLPKSolver().withSession(program) { session in
            var sol = try session.solve()
            #expect(abs(sol.objective - 7) < 1e-9)
            let z = try session.addVariable(LPColumn(cost: 1, entries: [.init(r, 1)]))
            sol = try session.solve()
            #expect(abs(sol.objective - 5) < 1e-9)
            #expect(sol[z] == 4)
            #expect(sol.reducedCost(of: x) == 1)
            #expect(try session.removeNonBasicVariables([x, y, z]) == [x, y])
            #expect(try session.solve()[z] == 4)
        }
        program[x].isInteger = true
        let mip = try GLPKSolver().solve(integer: program)
        #expect(mip.termination == .optimal)
    }
}
