import RosterModel
import RosterReport
import Testing

@Suite struct ProgressTextTests {
    // 90.05 % of 10,000 points are covered by 995 missing: 90.0 % reached, and 90.1 % at most possible.
    @Test func `a proved roster has one figure, an open one two`() {
        func text(_ points: Int?, _ bound: Int?, _ language: Language = .french) -> String {
            ProgressText.cover(points: points, bound: bound, demand: 10_000, language: language)
        }
        #expect(text(995, 995) == "couvert 90,0 % (pondéré), aucun planning ne peut faire mieux")
        #expect(text(995, 995, .english) == "covered 90.0% (weighted), no roster can do better")
        #expect(text(995, 994) == "couvert 90,0 % (pondéré), possible au plus 90,1 %")
        #expect(text(995, nil) == "couvert 90,0 % (pondéré), possible au plus –")
        #expect(text(nil, 995, .english) == "covered – (weighted), at most possible 90.1%")
    }

    @Test func `progress and summary say the same of a proved roster`() {
        var town = SmallTown()
        town.summary.dualBound = town.summary.levels.points
        let progress = ProgressText.cover(
            points: town.summary.levels.points, bound: town.summary.dualBound, demand: town.summary.weightedDemand,
            language: .french)
        // 264,000 of 336,000 points are missing: 21.42 %.
        #expect(progress.hasPrefix("couvert 21,4 % "))
        #expect(town.terminal().contains("21,4 % en pondéré, aucun planning ne peut faire mieux\n"))
    }
}
