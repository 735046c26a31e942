import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Limits on whole teams: hand-computed sums of weights, of several limits at once, of blocks that count nothing.
@Suite struct TeamLimitSumTests {
    /// Three nights with a need of one pair from 20:00 to 24:00 (24,000 points each); of two agents one has the hours of
    /// one night, the other those of two.
    private var scenario: Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.shift("late", "20:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        town.agent("m1", maximumMinutes: 240)
        town.agent("m2", maximumMinutes: 480)
        return town.scenario
    }

    private func review(
        _ scenario: Scenario, _ limits: [TeamLimitPrice], blocks: [BlockPrices] = [], isSeen: Bool = true
    ) -> ProofReview {
        let isRound = !scenario.shifts[0].stages.isEmpty
        let groups = (0..<scenario.axis.dayCount).map { day in
            DutyGroupPrices(
                day: day, type: AgentTypeID(0),
                duties: [.init(shift: ShiftID(0), sector: isRound ? nil : SectorID(0))], price: 0,
                presence: isSeen ? scenario.sectors.indices.map { .init(sector: SectorID($0), levels: [0]) } : [])
        }
        return CertificateChecker(scenario).review(
            BoundProof(
                objective: .points, bound: 0, scale: 1, blocks: blocks, groups: groups, limits: limits,
                countedRules: scenario.agents.map { _ in Set(Rule.allCases) }))
    }

    private func limit(_ divisor: Int, weights: [Int], price: Int) -> TeamLimitPrice {
        TeamLimitPrice(
            divisor: divisor, terms: weights.enumerated().map { .init(group: $0.offset, weight: $0.element) },
            price: price)
    }

    @Test func `weights and divisors are counted block by block and line by line`() {
        let scenario = scenario
        // A pair weighs 4 and pays for one whole 3; the lines bring 2 × 3, which is two.
        let thirds = review(scenario, [limit(3, weights: [2, 2, 2], price: 24_000)])
        #expect(thirds.blockSum == 72_000 && thirds.limitSum == -48_000)
        // A pair weighs 6 and pays for three whole 2, 21,000 against 24,000 points; the lines bring 9, which is four.
        let threes = review(scenario, [limit(2, weights: [3, 3, 3], price: 7000)])
        #expect(threes.blockSum == 63_000 && threes.limitSum == -28_000)
        // 35,000, rounded up to two whole evenings.
        #expect(threes.derived == 48_000)
        // The heaviest lines take the nights that weigh most: 3 of the one, 3 + 2 of the other.
        let uneven = review(scenario, [limit(3, weights: [1, 2, 3], price: 6000)])
        #expect(uneven.blockSum == 0 + 6000 + 12_000 && uneven.limitSum == -12_000)
        // Limits are paid side by side: 24,000 points are less than 13,000 twice.
        let half = limit(2, weights: [1, 1, 1], price: 13_000)
        #expect(review(scenario, [half]).blockSum == 39_000)
        #expect(review(scenario, [half, half]).blockSum == 72_000)
        #expect(review(scenario, [half, half]).limitSum == -26_000)
        // Nights that a limit does not name pay nothing and bring nothing.
        let last = TeamLimitPrice(divisor: 2, terms: [.init(group: 2, weight: 1)], price: 24_000)
        #expect(review(scenario, [last]).blockSum == 24_000 && review(scenario, [last]).limitSum == -24_000)
    }

    @Test func `sectors that do not look at a group count nothing`() {
        let price = limit(2, weights: [1, 1, 1], price: 24_000)
        let unseen = review(scenario, [price], isSeen: false)
        #expect(unseen.problems.isEmpty && unseen.blockSum == 0 && unseen.limitSum == 0)
    }

    @Test func `blocks in slot form count nothing`() {
        let scenario = scenario
        func slots(_ days: Range<Int>) -> [BlockPrices] {
            days.map { BlockPrices(day: $0, sector: SectorID(0), form: .slots(presence: [:], missing: [:])) }
        }
        let price = limit(2, weights: [1, 1, 1], price: 24_000)
        // Of two nights left one agent works both, the other one.
        let two = review(scenario, [price], blocks: slots(0..<1))
        #expect(two.blockSum == 48_000 && two.limitSum == -24_000)
        let none = review(scenario, [price], blocks: slots(0..<3))
        #expect(none.problems.isEmpty && none.blockSum == 0 && none.limitSum == 0)
    }

    @Test func `a round counts in every sector where it is present`() {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.sectors = ["a", "b"]
        town.shift("round", "18:00", "24:00", stages: [("a", "21:00"), ("b", "24:00")])
        town.kind("pair", [.init(2, ["m"])])
        town.need("a", kinds: ["pair"], "20:00", "21:00")
        town.need("b", kinds: ["pair"], "21:00", "22:00")
        for name in ["m1", "m2", "m3"] { town.agent(name, sectors: ["a", "b"]) }
        // A pair is worth 6000 in each sector; three agents bring 6 to the two of them.
        let both = review(town.scenario, [limit(2, weights: [1], price: 5000)])
        #expect(both.problems.isEmpty && both.blockSum == 10_000 && both.limitSum == -15_000)
        let slots = BlockPrices(day: 0, sector: SectorID(1), form: .slots(presence: [:], missing: [:]))
        let one = review(town.scenario, [limit(2, weights: [1], price: 5000)], blocks: [slots])
        #expect(one.blockSum == 5000 && one.limitSum == -5000)
    }

    @Test func `agents without lawful line bring nothing`() {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.shift("late", "20:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        town.agent("m1")
        town.agent("m2", absences: [Agent.Absence(days: 0..<1)])
        town.pin("m2", day: 0, shift: "late")
        let review = review(town.scenario, [limit(2, weights: [1], price: 24_000)])
        #expect(review.agentsWithoutLine == [AgentID(1)])
        #expect(review.limitSum == 0)
    }
}
