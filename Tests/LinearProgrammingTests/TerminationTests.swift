import LinearProgramming
import Testing

@Suite struct TerminationTests {
    @Test(arguments: [
        (Termination.optimal, true), (.infeasible, true), (.unbounded, true), (.gapLimit, true),
        (.iterationLimit, false), (.timeLimit, false), (.stopped, false), (.numericalTrouble("singular"), false),
    ])
    func onlyAnswersAreConclusive(termination: Termination, expected: Bool) {
        #expect(termination.isConclusive == expected)
    }

    @Test func troubleSaysWhatTheSolverReported() {
        #expect(Termination.numericalTrouble("singular basis").description == "numerical trouble: singular basis")
        #expect(Termination.timeLimit.description == "time limit")
    }
}
