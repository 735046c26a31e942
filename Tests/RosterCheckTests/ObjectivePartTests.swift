import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Bounds of parts of an objective that add up to one of the whole.
@Suite struct ObjectivePartTests {
    /// A pair from 20:00 to 24:00 on each of two evenings, for one that may work one of them.
    private var scenario: Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.regime.consecutiveDays = ConsecutiveDays(days: 1, source: TinyScenario.source)
        town.shift("late", "20:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        town.agent("m1")
        town.agent("m2")
        return town.scenario
    }

    private func proof(
        _ scenario: Scenario, _ number: Int, of count: Int, bound: Int, prices: [Int]
    ) -> BoundProof {
        BoundProof(
            objective: .points, part: ObjectivePart(number: number, count: count), bound: bound, scale: 1,
            blocks: prices.enumerated().map { day, price in
                BlockPrices(
                    day: day, sector: SectorID(0),
                    form: .staffings([DutyPrice(type: AgentTypeID(0), shift: ShiftID(0), price: price)]))
            },
            countedRules: scenario.agents.map { _ in Set(Rule.allCases) })
    }

    @Test func `parts add up to the bound of the whole`() {
        let scenario = scenario
        let checker = CertificateChecker(scenario)
        let step = checker.step(of: .points)
        // All four hours are one run, so an evening is covered or costs one step of 24,000.
        #expect(step == 24_000)
        // Of one step missing the first of two parts counts none, the second one: prices of the whole are prices of the second.
        let parts = [
            proof(scenario, 0, of: 2, bound: 0, prices: []),
            proof(scenario, 1, of: 2, bound: 24_000, prices: [12_000, 12_000]),
        ].map { checker.review($0) }
        #expect(parts.map(\.derived) == [0, 24_000])
        #expect(BoundClaim.derived(.points, from: parts) == 24_000)
        #expect(BoundClaim.derived(.lateMinutes, from: parts) == nil)
    }

    @Test func `a part alone, or twice, proves nothing of the whole`() {
        let scenario = scenario
        let second = proof(scenario, 1, of: 2, bound: 24_000, prices: [12_000, 12_000])
        let first = proof(scenario, 0, of: 2, bound: 0, prices: [])
        let other = proof(scenario, 0, of: 3, bound: 0, prices: [])
        let roster = Roster(shifts: [])
        let coverage = RosterChecker(scenario).coverage(of: roster)
        func verify(_ proofs: [BoundProof]) -> CertificateReview {
            CertificateChecker.verify(
                Certificate(
                    scenarioHash: scenario.hash, rosterHash: roster.hash(in: scenario), levels: coverage.levels,
                    lateMissingMinutes: coverage.lateMissingMinutes, proofs: proofs),
                roster: roster, scenario: scenario)
        }
        #expect(verify([first, second]).isProved && verify([first, second]).claims.map(\.claimed) == [24_000])
        for proofs in [[second], [first, first], [first, second, second], [other, second], [first, second, other]] {
            let review = verify(proofs)
            #expect(review.proofs.allSatisfy(\.isProved) && !review.isProved)
        }
        // More claimed for a part than its prices prove.
        #expect(!verify([proof(scenario, 0, of: 2, bound: 24_000, prices: []), second]).isProved)
    }

    @Test(arguments: [(0, 1), (0, 0), (2, 2), (-1, 2), (0, ObjectivePart.mostParts + 1), (0, .max)])
    func `parts that there are not are refused`(number: Int, count: Int) {
        let scenario = scenario
        let review = CertificateChecker(scenario).review(proof(scenario, number, of: count, bound: 0, prices: []))
        #expect(review.problems == [.part(ObjectivePart(number: number, count: count))] && review.derived == nil)
    }

    @Test func `slot forms have no parts`() {
        let scenario = scenario
        var slots = proof(scenario, 0, of: 2, bound: 0, prices: [])
        slots.blocks = [BlockPrices(day: 0, sector: SectorID(0), form: .slots(presence: [:], missing: [:]))]
        #expect(CertificateChecker(scenario).review(slots).problems == [.part(ObjectivePart(number: 0, count: 2))])
    }

    @Test func `the greatest bound claimed is that of the whole or of all parts`() {
        func proof(_ bound: Int, _ part: ObjectivePart? = nil, _ objective: BoundObjective = .points) -> BoundProof {
            BoundProof(objective: objective, part: part, bound: bound, scale: 1, blocks: [], countedRules: [])
        }
        let halves = [proof(2, .init(number: 0, count: 2)), proof(3, .init(number: 1, count: 2))]
        let thirds = [proof(9, .init(number: 0, count: 3)), proof(9, .init(number: 2, count: 3))]
        #expect(BoundProof.bound(.points, of: [proof(4)] + halves + thirds) == 5)
        #expect(BoundProof.bound(.points, of: [proof(6)] + halves) == 6)
        #expect(BoundProof.bound(.points, of: thirds + [proof(7, nil, .lateMinutes)]) == nil)
    }
}
