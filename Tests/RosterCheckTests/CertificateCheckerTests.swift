import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Certificates: hand-computed bounds, tampering, shapes that are refused.
@Suite struct CertificateCheckerTests {
    /// Two days with a need of one pair from 20:00 to 24:00 (24,000 points each) and two agents who may work one of them.
    private var town: TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.regime.consecutiveDays = ConsecutiveDays(days: 1, source: TinyScenario.source)
        town.shift("late", "20:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        town.agent("m1")
        town.agent("m2")
        return town
    }

    private func proof(
        _ scenario: Scenario, bound: Int, scale: Int = 1, prices: [Int], counted: Set<Rule> = Set(Rule.allCases),
        objective: BoundObjective = .points
    ) -> BoundProof {
        BoundProof(
            objective: objective, bound: bound, scale: scale,
            blocks: prices.enumerated().map { day, price in
                BlockPrices(
                    day: day, sector: SectorID(0),
                    form: .staffings([DutyPrice(type: AgentTypeID(0), shift: ShiftID(0), price: price)]))
            },
            countedRules: scenario.agents.map { _ in counted })
    }

    @Test func `half a pair's points on each duty prove one evening uncovered`() {
        let scenario = town.scenario
        let checker = CertificateChecker(scenario)
        let review = checker.review(proof(scenario, bound: 24_000, prices: [12_000, 12_000]))
        // A block costs min(24,000, 2 × 12,000); an agent works one of two days: −12,000.
        #expect(review.blockSum == 48_000 && review.lineSum == -24_000)
        #expect(review.derived == 24_000 && review.isProved)
        // Steps of 6,000 points (an hour of a team): 23,000 becomes 24,000.
        #expect(checker.review(proof(scenario, bound: 24_000, prices: [11_500, 11_500])).derived == 24_000)
        // One price is enough more than the other: 24,000 + 20,000 − 2 × 12,000 = 20,000, so 24,000 by steps.
        #expect(checker.review(proof(scenario, bound: 24_000, prices: [12_000, 10_000])).lineSum == -24_000)
        #expect(checker.review(proof(scenario, bound: 0, prices: [])).derived == 0)
    }

    @Test func `rules left out give a smaller bound and no wrong one`() {
        let scenario = town.scenario
        let all: Set<Rule> = Set(Rule.allCases).subtracting([.consecutiveDays])
        let review = CertificateChecker(scenario).review(
            proof(scenario, bound: 24_000, prices: [12_000, 12_000], counted: all))
        #expect(review.derived == 0 && !review.isProved)
    }

    @Test func `late minutes are bounded by steps of the grid`() {
        let scenario = town.scenario
        // A missing pair costs 240 minutes × 64; each duty 100 × 64: blocks 200, agents −100, so 200 minutes, 240 by steps.
        let review = CertificateChecker(scenario).review(
            proof(scenario, bound: 240, scale: 64, prices: [6400, 6400], objective: .lateMinutes))
        #expect(review.blockSum == 25_600 && review.lineSum == -12_800)
        #expect(review.derived == 240 && review.isProved)
    }

    @Test func `a lone caretaker makes no pair`() {
        var other = TinyScenario(first: "2026-10-05", days: 1)
        other.professions = ["m", "g"]
        other.shift("late", "20:00", "24:00")
        other.kind("own", [.init(2, ["g"])])
        other.need(kinds: ["own"], "20:00", "24:00")
        other.agent("g1", "g")
        let scenario = other.scenario
        // With no price at all the only caretaker leaves everything uncovered.
        let review = CertificateChecker(scenario).review(
            BoundProof(objective: .points, bound: 24_000, scale: 1, blocks: [], countedRules: [[]]))
        #expect(review.derived == 24_000 && review.isProved)
    }

    private func certificate(_ scenario: Scenario, _ roster: Roster, _ proof: BoundProof) -> Certificate {
        let coverage = RosterChecker(scenario).coverage(of: roster)
        return Certificate(
            scenarioHash: scenario.hash, rosterHash: roster.hash(in: scenario), levels: coverage.levels,
            lateMissingMinutes: coverage.lateMissingMinutes, proofs: [proof])
    }

    @Test func `an honest certificate is proved and tampering is seen`() {
        let scenario = town.scenario
        let duty = Duty(scenario)
        let roster = Roster(shifts: [duty("m1", 0, "late"), duty("m2", 0, "late")])
        let honest = certificate(scenario, roster, proof(scenario, bound: 24_000, prices: [12_000, 12_000]))
        func verify(_ change: (inout Certificate) -> Void) -> CertificateReview {
            var certificate = honest
            change(&certificate)
            return CertificateChecker.verify(certificate, roster: roster, scenario: scenario, threads: 2)
        }
        #expect(verify { _ in }.isProved)
        #expect(!verify { $0.proofs[0].bound = 24_001 }.isProved)
        #expect(!verify { $0.proofs[0] = proof(scenario, bound: 24_000, prices: [12_000, 0]) }.isProved)
        // Prices raised beyond what a missing pair costs do not raise the bound.
        #expect(!verify { $0.proofs[0] = proof(scenario, bound: 30_000, prices: [24_000, 24_000]) }.isProved)
        #expect(!verify { $0.scenarioHash = "1" }.isForScenario)
        #expect(!verify { $0.rosterHash = "1" }.isForRoster)
        #expect(!verify { $0.levels.points -= 1 }.figuresAgree)
        #expect(!verify { $0.levels.unusedMinutes += 1 }.isProved)
        #expect(!verify { $0.lateMissingMinutes -= 60 }.figuresAgree)
    }

    @Test func `what cannot be followed is refused with its reason`() {
        let scenario = town.scenario
        let checker = CertificateChecker(scenario)
        let fine = proof(scenario, bound: 0, prices: [100, 100])
        func problems(_ change: (inout BoundProof) -> Void) -> [ProofProblem] {
            var proof = fine
            change(&proof)
            let review = checker.review(proof)
            #expect(review.derived == nil && !review.isProved)
            return review.problems
        }
        let first = SectorID(0)
        func staffing(_ prices: [DutyPrice], day: Int = 0, sector: Int = 0) -> BlockPrices {
            BlockPrices(day: day, sector: SectorID(sector), form: .staffings(prices))
        }
        let price = DutyPrice(type: AgentTypeID(0), shift: ShiftID(0), price: 1)
        #expect(problems { $0.scale = 0 } == [.scale(0)])
        #expect(problems { $0.countedRules = [] } == [.countedRules(given: 0, agents: 2)])
        #expect(
            problems { $0.blocks = [staffing([DutyPrice(type: AgentTypeID(0), shift: ShiftID(0), price: -1)])] }
                == [.negativePrice(day: 0, sector: first)])
        #expect(problems { $0.blocks = [staffing([price, price])] } == [.duplicate(day: 0, sector: first)])
        #expect(problems { $0.blocks.append($0.blocks[0]) } == [.duplicate(day: 0, sector: first)])
        #expect(problems { $0.blocks[0] = staffing([], day: 5) } == [.unknownPosition(day: 5, sector: first)])
        #expect(
            problems { $0.blocks[0] = staffing([], sector: 3) } == [.unknownPosition(day: 0, sector: SectorID(3))])
        #expect(
            problems { $0.blocks[0] = staffing([DutyPrice(type: AgentTypeID(9), shift: ShiftID(0), price: 1)]) }
                == [.unknownPosition(day: 0, sector: first)])
        #expect(
            problems {
                $0.blocks[0] = staffing([DutyPrice(type: AgentTypeID(0), shift: ShiftID(0), price: .max / 2)])
            } == [.tooLarge])
        #expect(problems { $0.scale = .max } == [.tooLarge])
    }

    /// Slots 14 to 17 of the day have the need; a pair's worth may be charged to two agents.
    private func slotProof(_ presence: Int, _ missing: Int, count: Int = 24) -> BoundProof {
        func night(_ value: Int) -> [Int] { (0..<count).map { (14..<18).contains($0) ? value : 0 } }
        return BoundProof(
            objective: .points, bound: 24_000, scale: 1,
            blocks: (0..<2).map {
                BlockPrices(
                    day: $0, sector: SectorID(0),
                    form: .slots(
                        presence: [AgentTypeID(0): night(presence)], missing: [RequirementID(0): night(missing)]))
            }, countedRules: [Set(Rule.allCases), Set(Rule.allCases)])
    }

    @Test func `the slot form charges needs and its inequalities are checked`() {
        let checker = CertificateChecker(town.scenario)
        // 4 slots × 6,000 a day, agents −4 × 3,000 each.
        let review = checker.review(slotProof(3000, 6000))
        #expect(review.blockSum == 48_000 && review.lineSum == -24_000 && review.isProved)
        let slot = 14
        #expect(
            checker.review(slotProof(2999, 6000)).problems.first
                == .inequality(kind: TeamKindID(0), sector: SectorID(0), slot: slot))
        #expect(
            checker.review(slotProof(9000, 6001)).problems.first
                == .missingOutOfRange(requirement: RequirementID(0), slot: slot))
        #expect(
            checker.review(slotProof(3000, -1)).problems.first
                == .missingOutOfRange(requirement: RequirementID(0), slot: slot))
        #expect(checker.review(slotProof(-1, 0)).problems.contains(.negativePrice(day: 0, sector: SectorID(0))))
        #expect(checker.review(slotProof(1, 1, count: 23)).problems.contains(.wrongShape(day: 0, sector: SectorID(0))))
    }

    @Test func `a requirement of another sector is none of the block's`() {
        var town = town
        town.sectors = ["a", "b"]
        let scenario = town.scenario
        let block = BlockPrices(
            day: 0, sector: SectorID(1),
            form: .slots(presence: [:], missing: [RequirementID(0): Array(repeating: 0, count: 24)]))
        let review = CertificateChecker(scenario).review(
            BoundProof(objective: .points, bound: 0, scale: 1, blocks: [block], countedRules: [[], []]))
        #expect(review.problems == [.unknownPosition(day: 0, sector: SectorID(1))])
    }

    @Test func `several requirements share the worth of a kind that both accept`() {
        var town = town
        town.need(kinds: ["pair"], "20:00", "24:00")
        let scenario = town.scenario
        func review(_ first: Int, _ second: Int) -> ProofReview {
            func night(_ value: Int) -> [Int] { (0..<24).map { (14..<18).contains($0) ? value : 0 } }
            let block = BlockPrices(
                day: 0, sector: SectorID(0),
                form: .slots(
                    presence: [AgentTypeID(0): night(3000)],
                    missing: [RequirementID(0): night(first), RequirementID(1): night(second)]))
            return CertificateChecker(scenario).review(
                BoundProof(objective: .points, bound: 0, scale: 1, blocks: [block], countedRules: [[], []]))
        }
        #expect(review(2000, 4000).problems == [])
        #expect(!review(2001, 4000).problems.isEmpty)
    }

    private func group(_ sector: Int, price: Int, levels: [Int]) -> DutyGroupPrices {
        DutyGroupPrices(
            day: 0, type: AgentTypeID(0), duties: [.init(shift: ShiftID(0), sector: SectorID(sector))], price: price,
            presence: [.init(sector: SectorID(sector), levels: levels)])
    }

    @Test func `three agents make one pair in two sectors`() {
        let scenario = TinyScenario.threeForTwoSectors.scenario
        let rules = scenario.agents.map { _ in Set(Rule.allCases) }
        // On duty rows alone three agents are worth a pair and a half: no prices prove more than 12,000.
        let rows = BoundProof(
            objective: .points, bound: 12_000, scale: 1,
            blocks: (0..<2).map {
                BlockPrices(
                    day: 0, sector: SectorID($0),
                    form: .staffings([DutyPrice(type: AgentTypeID(0), shift: ShiftID(0), price: 12_000)]))
            }, countedRules: rules)
        #expect(CertificateChecker(scenario).review(rows).blockSum == 48_000)
        #expect(CertificateChecker(scenario).review(rows).lineSum == -36_000)
        // Second agents cost a pair's worth, first ones nothing: the muster has one second agent only.
        let proof = BoundProof(
            objective: .points, bound: 24_000, scale: 1, blocks: [],
            groups: [group(0, price: 0, levels: [0, 24_000]), group(1, price: 0, levels: [0, 24_000])],
            countedRules: rules)
        let review = CertificateChecker(scenario).review(proof)
        #expect(review.blockSum == 48_000 && review.musterSum == -24_000 && review.lineSum == 0)
        #expect(review.derived == 24_000 && review.isProved)
    }

    @Test func `a combination ties the sectors of a round together`() {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.sectors = ["a", "b"]
        town.shift("round", "18:00", "24:00", stages: [("a", "21:00"), ("b", "24:00")])
        town.kind("pair", [.init(2, ["m"])])
        town.need("a", kinds: ["pair"], "20:00", "21:00")
        town.need("b", kinds: ["pair"], "21:00", "22:00")
        town.agent("m1", sectors: ["a", "b"])
        town.agent("m2", sectors: ["a", "b"])
        let scenario = town.scenario
        let round = DutyGroupPrices(
            day: 0, type: AgentTypeID(0), duties: [.init(shift: ShiftID(0), sector: nil)], price: 0, presence: [])
        func label(_ sector: Int, _ prices: [Int]) -> RoundPrices {
            RoundPrices(
                day: 0, sector: SectorID(sector), terms: [.init(group: 0, most: prices.count - 1)], prices: prices)
        }
        func review(_ first: [Int], _ second: [Int]) -> ProofReview {
            CertificateChecker(scenario).review(
                BoundProof(
                    objective: .points, bound: 0, scale: 1, blocks: [], groups: [round],
                    rounds: [label(0, first), label(1, second)],
                    countedRules: scenario.agents.map { _ in Set(Rule.allCases) }))
        }
        // Sector a pays for two, b is paid for two: they agree on it, and nothing is uncovered.
        let fair = review([0, 0, 6000], [0, 0, -6000])
        #expect(fair.problems.isEmpty && fair.derived == 0)
        // a: min(6000, 7000), b: min(6000, −7000), the muster: −(7000 − 7000) or 0.
        let dear = review([0, 0, 7000], [0, 0, -7000])
        #expect(dear.blockSum == -1000 && dear.musterSum == 0)
        // One agent fewer is no price below that of two, for a sector may count on fewer than come.
        #expect(review([0, 0, -500], [0, 0, 500]).blockSum == -500 + 500)
        #expect(
            review([0, 0], [0]).problems == [.wrongShape(day: 0, sector: SectorID(1))])
    }

    @Test func `groups that cannot be followed are refused with their reason`() {
        let scenario = TinyScenario.threeForTwoSectors.scenario
        func problems(_ groups: [DutyGroupPrices], _ rounds: [RoundPrices] = []) -> [ProofProblem] {
            CertificateChecker(scenario).review(
                BoundProof(
                    objective: .points, bound: 0, scale: 1, blocks: [], groups: groups, rounds: rounds,
                    countedRules: scenario.agents.map { _ in [] })
            ).problems
        }
        let fine = group(0, price: 5, levels: [1])
        #expect(problems([fine]) == [])
        #expect(problems([fine, fine]) == [.duplicateGroup(1)])
        #expect(problems([group(0, price: 5, levels: [-1])]) == [.negativeGroupPrice(0)])
        #expect(problems([group(7, price: 5, levels: [])]) == [.unknownGroup(0)])
        // A shift that is no round has a sector.
        let placeless = DutyGroupPrices(
            day: 0, type: AgentTypeID(0), duties: [.init(shift: ShiftID(0), sector: nil)], price: 0, presence: [])
        #expect(problems([placeless]) == [.unknownGroup(0)])
        #expect(problems([group(0, price: .max / 2, levels: [])]) == [.tooLarge])
        let first = SectorID(0)
        func rounds(_ terms: [(Int, Int)], _ count: Int) -> RoundPrices {
            RoundPrices(
                day: 0, sector: first, terms: terms.map { .init(group: $0.0, most: $0.1) },
                prices: Array(repeating: 0, count: count))
        }
        #expect(problems([fine], [rounds([(0, 1)], 2)]) == [])
        #expect(problems([fine], [rounds([(0, 1)], 3)]) == [.wrongShape(day: 0, sector: first)])
        #expect(problems([fine], [rounds([(0, 0)], 1)]) == [.wrongShape(day: 0, sector: first)])
        #expect(problems([fine], [rounds([(0, 1), (0, 1)], 4)]) == [.wrongShape(day: 0, sector: first)])
        #expect(problems([fine], [rounds([(0, .max)], 1)]) == [.wrongShape(day: 0, sector: first)])
        #expect(problems([fine], [rounds([(3, 1)], 2)]) == [.unknownPosition(day: 0, sector: first)])
        #expect(
            problems([fine], [rounds([(0, 1)], 2), rounds([(0, 1)], 2)]) == [.duplicate(day: 0, sector: first)])
    }

    @Test func `threads change nothing`() {
        var random = SplitMix(seed: 5)
        let scenario = RandomTinyScenario(seed: 12).scenario
        let proof = RandomPrices.staffings(scenario, .points, using: &random)
        let checker = CertificateChecker(scenario)
        let one = checker.review(proof, threads: 1)
        let many = checker.review(proof, threads: 4)
        #expect(one.blockSum == many.blockSum && one.lineSum == many.lineSum && one.derived == many.derived)
    }

    @Test func `agents for whom nothing is lawful stay at home and are named`() {
        var town = town
        town.agent("m3", absences: [Agent.Absence(days: 0..<1)])
        town.pin("m3", day: 0, shift: "late")
        let scenario = town.scenario
        let review = CertificateChecker(scenario).review(
            proof(scenario, bound: 24_000, prices: [12_000, 12_000]))
        #expect(review.agentsWithoutLine == [AgentID(2)])
        #expect(review.derived == 24_000)
    }
}
