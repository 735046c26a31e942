import RosterDecision
import RosterModel
import TestSupport
import Testing

/// Values on tiny towns, whose late minutes are enumerated with and without each decision.
@Suite struct ValuationTests {
    private static func value(
        _ scenario: Scenario, confirmed: Int, work: Int, target: Valuation.TargetRequest? = nil
    ) throws -> StaffingValue {
        var valuation = Valuation(
            scenario, confirmed: confirmed, parameters: ComparisonParameters(timeLimit: nil, work: work), clock: { 0 })
        return try valuation.run(target: target)
    }

    /// One mediator; a pair is needed from 20:00 to 24:00 on three nights, in sector `a`.
    private static var lone: TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.shift("late", "18:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        town.agent("m1")
        return town
    }

    @Test("one more makes the pair and gains everything; two more gain no more than that")
    func valuesTheMissingPartner() throws {
        let value = try Self.value(Self.lone.scenario, confirmed: 20, work: 20_000)
        // 3 nights × 4 h.
        #expect(value.base == ProvedInterval(bound: 720, best: 720))
        for option in value.options {
            let gain = try #require(value.gain(option))
            switch option.decision {
            case .agent, .team: #expect(gain == (720, 720, 720))
            case .shiftEnd, .agreement, .sector: #expect(gain.best <= 0)
            }
        }
        #expect(value.options.count { if case .team(_, 2, _, _, _, _) = $0.decision { true } else { false } } == 1)
    }

    @Test("one more is worth nothing where two are missing, and a team is worth everything")
    func oneAloneIsWorthNothing() throws {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.shift("late", "18:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00", teams: 2)
        town.agent("m1")
        town.agent("m2")
        let value = try Self.value(town.scenario, confirmed: 20, work: 20_000)
        for option in value.options {
            let gain = try #require(value.gain(option))
            switch option.decision {
            case .agent: #expect(gain == (0, 0, 0))
            case .team: #expect(gain == (720, 720, 720))
            case .shiftEnd, .agreement, .sector: break
            }
        }
    }

    @Test("a shift that ends at midnight is worth what it reaches when moved")
    func valuesALaterEnd() throws {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.shift("late", "18:00", "24:00")
        town.kind("one", [.init(1, ["m"])])
        // Two hours after midnight; nothing is lost by coming later.
        town.need(kinds: ["one"], "20:00", "26:00")
        town.agent("m1")
        let value = try Self.value(town.scenario, confirmed: 20, work: 20_000)
        for (end, minutes) in [(1500, 120), (1560, 240)] {
            let option = try #require(value.options.first { $0.decision == .shiftEnd(shift: "late", end: end) })
            #expect(try #require(value.gain(option)) == (minutes, minutes, minutes))
        }
    }

    @Test("an agreement and a sector are worth what they open")
    func valuesRulesAndSectors() throws {
        var town = TinyScenario(first: "2026-10-09", days: 3)
        town.sectors = ["a", "b"]
        town.shift("late", "18:00", "24:00")
        town.kind("one", [.init(1, ["m"])])
        // Friday to Sunday in a; b is next to it.
        town.need("a", kinds: ["one"], "20:00", "24:00")
        town.need("b", kinds: ["one"], "20:00", "24:00", days: [2])
        town.regime.sundaysOff = SundaysOff(
            off: 1, ofSundays: 1, source: RuleSource(level: .default, article: "test"))
        town.agent("m1", sectors: ["a"])
        town.agent("m2", sectors: ["a"])
        var scenario = town.scenario
        scenario.sectors = [
            Sector(id: "a", name: "a", neighbours: [SectorID(1)]),
            Sector(id: "b", name: "b", neighbours: [SectorID(0)]),
        ]
        let value = try Self.value(scenario, confirmed: 20, work: 20_000)
        // Sunday: 4 h in a; b stays out of reach.
        let agreement = try #require(
            value.options.first { $0.decision == .agreement(regime: RegimeID(0), rule: .sundaysOff) })
        #expect(try #require(value.gain(agreement)).best == 240)
        let sector = try #require(
            value.options.first { if case .sector = $0.decision { true } else { false } })
        // Sundays stay off.
        #expect(try #require(value.gain(sector)).best == 0)
    }

    @Test(
        "gains agree with enumeration, estimates are never below the truth",
        arguments: stride(from: 1, through: 24, by: 6).map { UInt64($0)..<UInt64($0 + 6) })
    func agreesWithBruteForce(_ seeds: Range<UInt64>) throws {
        var closed = 0
        for seed in seeds {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let candidates = ValueCandidate.all(scenario)
            // Enumeration of four agents takes long; a few candidates of each town are enough.
            let chosen = candidates.filter { $0.scenario.agents.count <= 4 }.prefix(4)
            let value = try Self.value(scenario, confirmed: candidates.count, work: 20_000)
            let before = BruteForce.optimum(scenario).lateMinutes
            #expect(value.base.bound <= before && before <= value.base.best, "seed \(seed)")
            for candidate in chosen {
                let after = BruteForce.optimum(candidate.scenario).lateMinutes
                let option = try #require(value.options.first { $0.decision == candidate.decision })
                let interval = try #require(option.lateMinutes)
                #expect(interval.bound <= after && after <= interval.best, "seed \(seed), \(candidate.decision)")
                #expect(option.estimate >= value.base.best - after, "seed \(seed), \(candidate.decision)")
                if interval.isClosed, value.base.isClosed {
                    closed += 1
                    #expect(value.gain(option)?.best == before - after, "seed \(seed), \(candidate.decision)")
                }
            }
        }
        #expect(closed > 0)
    }

    @Test("the smallest staffing for a target is proved from both sides")
    func findsTheSmallestStaffing() throws {
        // One is there; a pair is wanted on three nights: one more.
        let request = Valuation.TargetRequest(
            sectors: [SectorID(0)], hours: ClockRange(start: 1200, end: 1440))
        let target = try #require(
            try Self.value(Self.lone.scenario, confirmed: 0, work: 20_000, target: request).target)
        #expect(target.needs.map(\.atLeast) == [1])
        #expect(target.needs.map(\.enough) == [1])
        // With hours for one night only, each night needs a pair of its own: five more.
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.shift("late", "18:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        town.agent("m1", maximumMinutes: 360)
        let short = try #require(try Self.value(town.scenario, confirmed: 0, work: 20_000, target: request).target)
        #expect(short.needs.map(\.enough) == [5])
        #expect(short.needs[0].atLeast <= 5 && short.needs[0].atLeast >= 1)
    }
}
