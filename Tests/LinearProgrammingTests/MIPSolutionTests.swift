import LinearProgramming
import Testing

@Suite struct MIPSolutionTests {
    @Test(arguments: [
        (110.0, 100.0, 10.0 / 110),
        (0.5, 0.25, 0.25),  // below 1 the gap is absolute
        (-90.0, -100.0, 10.0 / 90),
        (5.0, 6.0, 0.0),  // a bound above by rounding noise is no negative gap
    ])
    func gapIsRelativeToTheObjective(objective: Double, bound: Double, expected: Double) throws {
        let solution = MIPSolution(
            termination: .timeLimit,
            incumbent: .init(values: [], objective: objective),
            bestBound: bound,
            nodes: 1
        )
        let gap = try #require(solution.relativeGap)
        #expect(abs(gap - expected) < 1e-12)
    }

    @Test func thereIsNoGapWithoutIncumbentOrBound() {
        let incumbent = MIPSolution.Incumbent(values: [], objective: 1)
        #expect(
            MIPSolution(termination: .stopped, incumbent: nil, bestBound: 1, nodes: 0).relativeGap == nil
        )
        #expect(
            MIPSolution(termination: .stopped, incumbent: incumbent, bestBound: -.infinity, nodes: 0).relativeGap
                == nil
        )
    }
}
