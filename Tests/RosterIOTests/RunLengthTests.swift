import RosterIO
import Testing

@Suite struct RunLengthTests {
    @Test(arguments: [[], [1], [1, 1, 1], [0, 0, 5, 5, 5, -2]] as [[Int]]) func roundTrips(values: [Int]) {
        #expect(RunLength.decode(RunLength.encode(values), limit: 10) == values)
    }

    @Test(arguments: [[1], [0, 5], [-1, 5], [11, 5], [6, 1, 5, 2], [Int.max, 1, Int.max, 1]] as [[Int]])
    func refusesDamage(runs: [Int]) { #expect(RunLength.decode(runs, limit: 10) == nil) }
}
