import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Limits on whole teams over many nights.
@Suite struct TeamLimitTests {
    /// Three nights with a need of one pair (24,000 points each) and three agents with hours for one night each.
    private var town: TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.shift("late", "20:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        for id in ["m1", "m2", "m3"] { town.agent(id, maximumMinutes: 240) }
        return town
    }

    private func group(_ day: Int, shift: Int = 0, sector: Int? = 0) -> DutyGroupPrices {
        DutyGroupPrices(
            day: day, type: AgentTypeID(0), duties: [.init(shift: ShiftID(shift), sector: sector.map { SectorID($0) })],
            price: 0, presence: (sector.map { [$0] } ?? [0, 1]).map { .init(sector: SectorID($0), levels: [0]) })
    }

    private func limit(_ weights: [Int], divisor: Int = 2, price: Int) -> TeamLimitPrice {
        TeamLimitPrice(
            divisor: divisor, terms: weights.enumerated().map { .init(group: $0, weight: $1) }, price: price)
    }

    private func review(
        _ scenario: Scenario, blocks: [BlockPrices] = [], groups: [DutyGroupPrices], _ limits: [TeamLimitPrice]
    ) -> ProofReview {
        CertificateChecker(scenario).review(
            BoundProof(
                objective: .points, bound: 48_000, scale: 1, blocks: blocks, groups: groups, limits: limits,
                countedRules: scenario.agents.map { _ in Set(Rule.allCases) }))
    }

    @Test func `three agents with one night each make one pair`() {
        let scenario = town.scenario
        func prices(_ price: Int) -> [BlockPrices] {
            (0..<3).map {
                BlockPrices(
                    day: $0, sector: SectorID(0),
                    form: .staffings([DutyPrice(type: AgentTypeID(0), shift: ShiftID(0), price: price)]))
            }
        }
        // On duty rows three agents are worth a pair and a half: 72,000 − 3 × 12,000. Only rounding up to whole evenings
        // makes more of it.
        let plain = review(scenario, blocks: prices(12_000), groups: [], [])
        #expect(plain.blockSum == 72_000 && plain.lineSum == -36_000 && plain.limitSum == 0)
        #expect(plain.derived == 48_000)
        // A pair pays for a whole team, 24,000; of three duties one team can be made.
        let groups = (0..<3).map { group($0) }
        let whole = review(scenario, groups: groups, [limit([1, 1, 1], price: 24_000)])
        #expect(whole.problems.isEmpty && whole.blockSum == 72_000 && whole.limitSum == -24_000)
        #expect(whole.lineSum == 0 && whole.derived == 48_000 && whole.isProved)
        // With half the price on the duties: 72,000 − 3 × 6,000 − 12,000 = 42,000.
        let mixed = review(scenario, blocks: prices(6000), groups: groups, [limit([1, 1, 1], price: 12_000)])
        #expect(mixed.blockSum == 72_000 && mixed.lineSum == -18_000 && mixed.limitSum == -12_000)
        // Rounding comes night by night: two agents of weight 1 reach no 3, so the nights cost nothing and M is 3.
        let light = review(scenario, groups: groups, [limit([1, 1, 1], divisor: 3, price: 24_000)])
        #expect(light.blockSum == 0 && light.limitSum == -24_000)
        // The heaviest line takes the last night: 3 × 3 / 2 is 4 teams, two agents of that night pay for 3.
        let heavy = review(scenario, groups: groups, [limit([1, 1, 3], price: 1000)])
        #expect(heavy.blockSum == 1000 + 1000 + 3000 && heavy.limitSum == -4000)
    }

    @Test func `a block in slot form counts nothing`() {
        let scenario = town.scenario
        let slots = BlockPrices(day: 2, sector: SectorID(0), form: .slots(presence: [:], missing: [:]))
        let groups = (0..<3).map { group($0) }
        let review = review(scenario, blocks: [slots], groups: groups, [limit([1, 1, 3], price: 1000)])
        #expect(review.blockSum == 2000 && review.limitSum == -1000)
    }

    @Test func `a round counts in each sector that it visits`() {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.sectors = ["a", "b"]
        town.shift("round", "18:00", "24:00", stages: [("a", "21:00"), ("b", "24:00")])
        town.kind("one", [.init(1, ["m"])])
        town.need("a", kinds: ["one"], "20:00", "21:00")
        town.need("b", kinds: ["one"], "21:00", "22:00")
        town.agent("m1", sectors: ["a", "b"])
        let review = review(town.scenario, groups: [group(0, sector: nil)], [limit([2], price: 500)])
        #expect(review.blockSum == 1000 && review.limitSum == -1000 && review.derived == 0)
    }

    /// Six needs of two hours (12,000 points each) with a cheap and a dear duty for each, then a seventh with one duty. Each limit
    /// weighs one of the cheap duties and the last one.
    @Test func `a dear duty with less weight is kept beside a cheap one`() {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        let hours = (0..<7).map { (start: "\(6 + 2 * $0):00", end: "\(8 + 2 * $0):00") }
        for (number, hours) in hours.enumerated() {
            town.shift("cheap\(number)", hours.start, hours.end)
            if number < 6 { town.shift("dear\(number)", hours.start, hours.end) }
        }
        town.kind("one", [.init(1, ["m"])])
        town.need(kinds: ["one"], "06:00", "20:00")
        for number in 0..<7 { town.agent("m\(number)") }
        let cheap = (0..<7).map { 2 * $0 }
        let dear = (0..<6).map { DutyPrice(type: AgentTypeID(0), shift: ShiftID(2 * $0 + 1), price: 1) }
        let limits = (0..<6).map { number in
            TeamLimitPrice(
                divisor: 2, terms: [.init(group: number, weight: 1), .init(group: 6, weight: 1)], price: 3000)
        }
        let review = review(
            town.scenario, blocks: [BlockPrices(day: 0, sector: SectorID(0), form: .staffings(dear))],
            groups: cheap.map { group(0, shift: $0) }, limits)
        // A cheap duty costs nothing until the last one completes its team, 3000; six dear ones cost 6. More states are left on
        // the way than the first rough searches keep, and the one that leads here is the dearest of them.
        #expect(review.problems.isEmpty && review.inexactBlocks == 0)
        #expect(review.blockSum == 6)
        // Each agent brings at most the weight 1 to each limit: 7 / 2 is 3 teams.
        #expect(review.limitSum == -6 * 3 * 3000)
    }

    @Test func `limits that cannot be followed are refused with their reason`() {
        let scenario = town.scenario
        func problems(_ limits: TeamLimitPrice...) -> [ProofProblem] {
            review(scenario, groups: [group(0), group(1)], limits).problems
        }
        let fine = limit([1, 2], price: 5)
        #expect(problems(fine) == [])
        #expect(problems(fine, limit([1, 1, 1], price: 5)) == [.unknownLimitGroup(1)])
        #expect(problems(limit([1], divisor: 1, price: 5)) == [.limitOutOfRange(0)])
        #expect(problems(limit([1], divisor: .max, price: 5)) == [.limitOutOfRange(0)])
        #expect(problems(limit([0], price: 5)) == [.limitOutOfRange(0)])
        #expect(problems(limit([.max], price: 5)) == [.limitOutOfRange(0)])
        #expect(problems(limit([1], price: -1)) == [.limitOutOfRange(0)])
        #expect(problems(limit([1], price: .max / 2)) == [.tooLarge])
        let twice = TeamLimitPrice(
            divisor: 2, terms: [.init(group: 0, weight: 1), .init(group: 0, weight: 1)], price: 5)
        #expect(problems(twice) == [.duplicateLimitGroup(0)])
    }
}
