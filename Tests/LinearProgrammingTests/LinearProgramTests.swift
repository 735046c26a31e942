import LinearProgramming
import Testing

@Suite struct LinearProgramTests {
    @Test func numbersFollowTheOrderOfAddition() {
        var program = LinearProgram()
        let first = program.addVariable(cost: 1)
        let row = program.addConstraint(lower: 2, row: [.init(first, 3)])
        let second = program.addVariable(cost: 4, column: [.init(row, 5)])
        #expect(first == VariableID(0))
        #expect(second == VariableID(1))
        #expect(row == ConstraintID(0))
        #expect(program.entries.map(\.constraint) == [row, row])
        #expect(program.entries.map(\.variable) == [first, second])
        #expect(program.entries.map(\.coefficient) == [3, 5])
        #expect(Array(program.variableIDs) == [first, second])
        #expect(Array(program.constraintIDs) == [row])
    }

    @Test func objectiveAndActivitiesAreSums() {
        var program = LinearProgram(objectiveConstant: 10)
        let x = program.addVariable(cost: 2)
        let y = program.addVariable(cost: -1)
        program.addConstraint(lower: 0, row: [.init(x, 1), .init(y, 4)])
        // 10 + 2·3 − 5 and 3 + 4·5.
        #expect(program.objective(of: [3, 5]) == 11)
        #expect(program.activities(of: [3, 5]) == [23])
    }

    /// x whole in 0...3, x + y >= 2 with y in 0...1.
    private static var whole: LinearProgram {
        var program = LinearProgram()
        let x = program.addVariable(upper: 3, isInteger: true)
        let y = program.addVariable(upper: 1)
        program.addConstraint(lower: 2, row: [.init(x, 1), .init(y, 1)])
        return program
    }

    @Test(arguments: [
        ([1.0, 1.0], true),
        ([1.0, 0.5], false),  // constraint
        ([4.0, 0.0], false),  // upper bound
        ([-1.0, 1.0], false),  // lower bound
        ([1.5, 1.0], false),  // wholeness
    ])
    func feasibilityLooksAtBoundsConstraintsAndWholeness(values: [Double], expected: Bool) {
        #expect(Self.whole.isFeasible(values, tolerance: 1e-9) == expected)
    }

    @Test func wholenessCanBeWaived() {
        #expect(Self.whole.isFeasible([1.5, 1], tolerance: 1e-9, wholeIntegers: false))
    }

    @Test func hasIntegerVariablesTellsWhetherThereIsOne() {
        #expect(Self.whole.hasIntegerVariables)
        #expect(!LinearProgram().hasIntegerVariables)
    }
}
