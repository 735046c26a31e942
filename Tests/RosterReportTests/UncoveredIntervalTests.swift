import RosterModel
import RosterReport
import Testing

struct UncoveredIntervalTests {
    private let town = SmallTown()

    private func list(isBySector: Bool) -> [UncoveredInterval] {
        UncoveredInterval.list(
            scenario: town.scenario, coverage: town.coverage, figures: town.figures, isBySector: isBySector)
    }

    @Test func `adjacent slots merge and the heaviest interval comes first`() {
        let intervals = list(isBySector: false)
        // Friday at Tilleuls, 20:00 to 02:00: one interval over midnight, 4 × 12,000 + 2 × 24,000 points.
        #expect(intervals.map(\.points) == [96_000, 48_000, 48_000, 48_000, 24_000])
        #expect(intervals[0].day == 1)
        #expect(intervals[0].clocks(on: town.scenario.axis) == (1200, 1560))
        #expect(intervals[0].missingMinutes(on: town.scenario.axis) == 360)
        #expect(intervals[0].isNobody)
        // Ties by night: Centre on Thursday, then Tilleuls and Centre on Saturday.
        #expect(intervals[1...3].map(\.day) == [0, 2, 2])
        #expect(intervals[1...3].map(\.sector.value) == [1, 0, 1])
        // Friday at Centre one of two teams is there.
        #expect(intervals[4].required == 2)
        #expect(intervals[4].missing == 1)
        #expect(!intervals[4].isNobody)
    }

    @Test func `no interval runs over the end of a service day or a change of need`() {
        var town = SmallTown()
        // Missing all through from the second day's 05:00 to the third day's 06:00 slot.
        for slot in 47...48 {
            town.scenario.requirements[0] = requirement(town.scenario.requirements[0], adding: slot)
            town.coverage.missing[0][slot] = 1
        }
        let intervals = UncoveredInterval.list(
            scenario: town.scenario, coverage: town.coverage, figures: town.figures, isBySector: false)
        #expect(intervals.contains { $0.slots == 47..<48 && $0.day == 1 })
        #expect(intervals.contains { $0.slots == 48..<49 && $0.day == 2 })
    }

    private func requirement(_ old: CoverRequirement, adding slot: Int) -> CoverRequirement {
        var teams = old.teams
        teams[slot] = 1
        return CoverRequirement(
            id: old.id, sector: old.sector, kinds: old.kinds, weight: old.weight, teams: teams,
            pointsPerTeam: old.pointsPerTeam)
    }

    @Test func `by sector the requirements are taken together`() {
        let intervals = list(isBySector: true)
        #expect(intervals.allSatisfy { $0.requirement == nil })
        #expect(intervals.map(\.points).reduce(0, +) == town.coverage.levels.points)
    }
}
