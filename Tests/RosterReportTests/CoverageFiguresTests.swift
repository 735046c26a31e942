import RosterModel
import RosterReport
import Testing

struct CoverageFiguresTests {
    private let town = SmallTown()

    @Test func `sums by sector and night agree with the hand-made report`() {
        let figures = town.figures
        #expect(figures.lateSectors.map(\.required) == [14 * 60, 12 * 60])
        #expect(figures.lateSectors.map(\.missing) == [10 * 60, 10 * 60])
        #expect(figures.lateSectors.map(\.nobody) == [10 * 60, 8 * 60])
        #expect(figures.lateNights.map(\.missing) == [4 * 60, 8 * 60, 8 * 60])
        #expect(figures.coreSectors.map(\.missing) == [120, 0])
        #expect(figures.sectors.map(\.missingPoints).reduce(0, +) == town.coverage.levels.points)
        #expect(figures.sectors.map(\.demandPoints).reduce(0, +) == town.scenario.weightedDemand)
    }

    @Test func `the heat map shows the share of required hours by type of day`() throws {
        let figures = town.figures
        #expect(figures.neededHours == 20..<26)
        let number = NumberFormat(language: .french)
        func share(_ type: DayType, _ sector: Int, _ hour: Int) -> Int? {
            HeatMapSection.share(figures.hours[type.rawValue][sector][hour], number: number)
        }
        // Tilleuls 20 h: covered on Thursday only. Centre 21 h: 1 team of 6 over the three nights, on Friday.
        #expect(share(.all, 0, 20) == 33)
        #expect(share(.thursday, 0, 20) == 100)
        #expect(share(.fridayAndSaturday, 0, 20) == 0)
        #expect(share(.all, 1, 21) == 17)
        #expect(share(.fridayAndSaturday, 1, 21) == 25)
        #expect(share(.fridayAndSaturday, 0, 25) == 0)
        #expect(share(.thursday, 0, 25) == nil)
        #expect(share(.sundayToWednesday, 0, 20) == nil)
    }

    @Test func `shades follow the share`() {
        #expect([0, 1, 24, 25, 49, 50, 74, 75, 99, 100].map(HeatMapSection.shade) == [0, 1, 1, 2, 2, 3, 3, 4, 4, 5])
    }

    @Test func `the largest values come first and zeros not at all`() {
        #expect(CoverageFigures.largest(3, of: [5, 0, 7, 5, 6]) == [2, 4, 0])
        #expect(CoverageFigures.largest(3, of: [0, 0]).isEmpty)
    }

    @Test func `overlaps separate surplus from hand-overs`() {
        var town = SmallTown()
        town.coverage.isHandover[0][10] = true  // Thursday 16:00
        let overlap = OverlapFigures(scenario: town.scenario, coverage: town.coverage)
        #expect(overlap.surplus == [2 * 3 * 60, 2 * 6 * 60])
        #expect(overlap.handover == [120, 0])
        #expect(overlap.presence == [2 * 8 * 60, 2 * 8 * 60])
        #expect(overlap.avoided == [[0, 0]])
    }
}
