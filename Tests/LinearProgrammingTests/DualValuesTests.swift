import LinearProgramming
import Testing

@Suite struct DualValuesTests {
    @Test func reducedCostIsCostMinusDualsTimesCoefficients() {
        let duals = DualValues([2, -3])
        let column = LPColumn(cost: 10, entries: [.init(ConstraintID(0), 4), .init(ConstraintID(1), 5)])
        // 10 − (2·4 + −3·5) = 17.
        #expect(duals.reducedCost(of: column) == 17)
        #expect(duals[ConstraintID(1)] == -3)
        #expect(Array(duals) == [2, -3])
    }
}
