import RosterModel
import RosterReport
import Testing

@Suite struct MarginTextTests {
    // 90.05 % of 10,000 points are covered by 995 missing: 90.0 % reached, and 90.1 % at most possible.
    private static func weighted(found points: Int, bound: Int) -> String {
        let town = SmallTown()
        var roster = CoverageReport(scenario: town.scenario)
        roster.weightedDemand = 10_000
        roster.levels.points = 3000
        var found = roster
        found.levels.points = points
        let claim = MarginText.Claim(points: bound, lateMinutes: nil, found: found, seconds: 1)
        return MarginText.lines(claim, coverage: roster, isLawful: true, language: .french)[1]
    }

    @Test func `a plan that is proved best has one figure, an open one two`() {
        let start = "Marge, couverture pondérée : 70,0 % dans ce planning ; 90,0 % dans celui qui a été trouvé"
        #expect(Self.weighted(found: 995, bound: 995) == start + ", et aucun planning légal ne peut faire mieux.")
        #expect(Self.weighted(found: 995, bound: 994) == start + " ; au plus 90,1 % dans tout planning légal.")
    }
}
