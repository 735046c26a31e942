import LinearProgramming
import Testing

@Suite struct LinearProgramValidationTests {
    @Test func soundProgramHasNoFaults() throws {
        var program = LinearProgram(objectiveConstant: -3)
        let x = program.addVariable(cost: 1, lower: -.infinity)
        let y = program.addVariable(lower: 2, upper: 2)
        program.addConstraint(row: [.init(x, 1), .init(y, 0)])
        program.addConstraint(lower: 1, upper: 1, row: [.init(y, 1), .init(x, -1)])
        #expect(program.faults().isEmpty)
        try program.validate()
    }

    @Test func allFaultsComeAtOnceInOrder() {
        var program = LinearProgram(objectiveConstant: .infinity)
        let x = program.addVariable(cost: -.infinity, lower: 2, upper: 1)
        let row = program.addConstraint(
            lower: 5,
            upper: 4,
            row: [.init(x, .infinity), .init(x, 1), .init(VariableID(7), 1)]
        )
        program.addVariable(column: [.init(ConstraintID(9), 1)])
        #expect(
            program.faults() == [
                .objectiveConstantNotFinite(.infinity),
                .costNotFinite(x, -.infinity),
                .variableBounds(x, lower: 2, upper: 1),
                .constraintBounds(row, lower: 5, upper: 4),
                .coefficientNotFinite(row, x, .infinity),
                .unknownVariable(VariableID(7)),
                .unknownConstraint(ConstraintID(9)),
                .duplicateCoefficient(row, x),
            ]
        )
        #expect(throws: LinearProgramError.self) { try program.validate() }
    }

    @Test(arguments: [
        (0.0, 1.0, true), (1.0, 1.0, true), (-Double.infinity, .infinity, true), (-.infinity, 0.0, true),
        (1.0, 0.0, false), (.nan, 1.0, false), (0.0, .nan, false),
        // No finite value lies between these.
        (.infinity, .infinity, false), (-.infinity, -.infinity, false),
    ])
    func boundsMustLeaveAFiniteValue(lower: Double, upper: Double, expected: Bool) {
        #expect(LPBounds.areOrdered(lower, upper) == expected)
    }

    @Test func coefficientsThatAreNotNumbersAreFaults() {
        var program = LinearProgram()
        let x = program.addVariable()
        program.addConstraint(lower: 0, row: [.init(x, .nan)])
        // A number that is not a number equals nothing, itself included: compare the text.
        #expect(
            program.faults().map(\.description)
                == ["constraint r0, variable x0: coefficient is nan; expected a finite number"]
        )
    }

    @Test func theSamePairInTwoRowsOrColumnsIsNoDuplicate() {
        var program = LinearProgram()
        let x = program.addVariable()
        let y = program.addVariable()
        for _ in 0..<2 { program.addConstraint(lower: 0, row: [.init(y, 1), .init(x, 1)]) }
        #expect(program.faults().isEmpty)
        // Once more from the side of the columns, far from the first coefficient.
        program.addConstraint(upper: 3, row: [.init(x, 1), .init(y, 2), .init(x, 3)])
        #expect(program.faults() == [.duplicateCoefficient(ConstraintID(2), x)])
    }

    @Test func errorTextNamesPlaceValueAndExpectation() {
        let error = LinearProgramError([
            .variableBounds(VariableID(3), lower: 2, upper: 1), .unknownConstraint(ConstraintID(4)),
        ])
        #expect(
            error.description == """
                variable x3: bounds are 2.0...1.0; expected lower <= upper with a finite value between
                constraint r4: does not exist
                """
        )
    }
}
