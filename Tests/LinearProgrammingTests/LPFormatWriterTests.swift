import LinearProgramming
import Testing

@Suite struct LPFormatWriterTests {
    @Test func everyKindOfBoundHasItsForm() throws {
        var program = LinearProgram(objectiveConstant: 2.5)
        let a = program.addVariable(cost: 1, name: "a")
        let b = program.addVariable(cost: -2, lower: -.infinity, name: "b")
        let c = program.addVariable(lower: 3, upper: 3, name: "c")
        let d = program.addVariable(cost: 0.1, lower: -.infinity, upper: 4, isInteger: true, name: "d")
        let e = program.addVariable(lower: 1, name: "gelb")
        let f = program.addVariable(lower: -1, upper: 1e20, name: "f")
        program.addConstraint(lower: 1, name: "least", row: [.init(a, 1), .init(b, -1)])
        program.addConstraint(upper: 7, name: "most", row: [.init(c, 2)])
        program.addConstraint(lower: 5, upper: 5, name: "equal", row: [.init(d, 1), .init(e, 0)])
        program.addConstraint(lower: -1, upper: 1, name: "between", row: [.init(f, 1)])
        program.addConstraint(name: "nothing", row: [.init(f, 1)])
        program.addConstraint(upper: 6, name: "empty")
        #expect(
            try LPFormatWriter().text(of: program) == """
                \\ 6 variables, 6 constraints
                Minimize
                 obj: + a - 2 b + 0.1 d + 2.5 objective_constant
                Subject To
                 least: + a - b >= 1
                 most: + 2 c <= 7
                 _equal: + d = 5
                 between: + f - range_between = 0
                \\ nothing has no bounds
                 _empty: + 0 a <= 6
                Bounds
                 b free
                 c = 3
                 -inf <= d <= 4
                 gelb >= 1
                 -1 <= f <= 1e+20
                 objective_constant = 1
                 -1 <= range_between <= 1
                General
                 d
                End

                """
        )
    }

    @Test func anEmptyProgramIsStillAFile() throws {
        #expect(
            try LPFormatWriter().text(of: LinearProgram()) == """
                \\ 0 variables, 0 constraints
                Minimize
                 obj: + 0 no_variable
                Subject To
                 no_constraint: + 0 no_variable >= 0
                Bounds
                 no_variable = 0
                End

                """
        )
    }

    @Test func namesAreSanitisedAndNoTwoAlike() {
        var program = LinearProgram()
        for name in ["nuit é", "nuit è", "3h", ".x", "e4", "Free", "", "x7"] { program.addVariable(name: name) }
        program.addVariable(name: String(repeating: "n", count: 300))
        program.addVariable()
        #expect(
            LPFormatWriter().variableNames(of: program) == [
                "nuit__", "nuit___2", "_3h", "_.x", "_e4", "_Free", "_", "x7", String(repeating: "n", count: 100), "x9",
            ]
        )
    }

    @Test func helperVariablesDoNotTakeNamesInUse() throws {
        var program = LinearProgram(objectiveConstant: 1)
        program.addVariable(name: "objective_constant")
        let text = try LPFormatWriter().text(of: program)
        #expect(text.contains("objective_constant_2 = 1"))
    }

    @Test func longSumsAreBrokenIntoShortLines() throws {
        var program = LinearProgram()
        for index in 0..<200 { program.addVariable(cost: Double(index + 1)) }
        let lines = try LPFormatWriter().text(of: program).split(separator: "\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 100 })
        #expect(lines.joined(separator: " ").contains("+ 200 x199"))
    }

    @Test func faultsAreRefusedBeforeAnythingIsWritten() {
        var program = LinearProgram()
        program.addVariable(cost: .nan)
        var text = ""
        #expect(throws: LinearProgramError.self) { try LPFormatWriter().write(program, to: &text) }
        #expect(text.isEmpty)
    }
}
