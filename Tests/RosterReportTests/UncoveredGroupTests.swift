import RosterModel
import RosterReport
import Testing

@Suite struct UncoveredGroupTests {
    private func interval(_ day: Int, sector: Int = 0, missing: Int = 1, points: Int = 10) -> UncoveredInterval {
        UncoveredInterval(
            day: day, sector: SectorID(sector), requirement: nil, slots: day * 24 + 14..<day * 24 + 18, required: 2,
            missing: missing, isNobody: false, points: points)
    }

    @Test func `equal hours of several nights are one group, heaviest first`() {
        let groups = UncoveredGroup.list([
            interval(0, sector: 1, points: 15), interval(2), interval(0), interval(1, missing: 2, points: 12),
        ]) { _ in "20:00–24:00" }
        #expect(groups.map { $0.intervals.map(\.day) } == [[0, 2], [0], [1]])
        #expect(groups.map(\.points) == [20, 15, 12])
    }

    @Test func `other hours are another group`() {
        let groups = UncoveredGroup.list([interval(0), interval(1)]) { "\($0.day)" }
        #expect(groups.count == 2)
    }
}
