import RosterCheck
import RosterDecision
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Comparisons of tiny towns, whose optimum is enumerated.
@Suite struct ComparatorTests {
    private static func compare(
        _ base: Scenario, _ variants: [Scenario], work: Int = 60_000
    ) throws -> (
        comparison: ScenarioComparison, records: [ScenarioRecord]
    ) {
        var comparator = Comparator(
            base: ScenarioRecord(name: "base", scenario: base),
            variants: variants.enumerated().map { ScenarioRecord(name: "variant \($0)", scenario: $1) },
            parameters: ComparisonParameters(timeLimit: nil, work: work), clock: { 0 })
        return (try comparator.run(), comparator.records)
    }

    /// The scenario with one more agent like the first.
    private static func larger(_ scenario: Scenario) -> Scenario {
        var larger = scenario
        if let first = scenario.agents.first {
            larger.agents.append(
                Agent(
                    id: "extra", employer: first.employer, profession: first.profession, regime: first.regime,
                    type: first.type, maximumMinutes: first.maximumMinutes, availableMinutes: first.availableMinutes,
                    sectors: first.sectors, shifts: first.shifts, qualifications: first.qualifications))
        }
        return larger
    }

    /// A pair is needed from 20:00 to 24:00 on three nights; one mediator is alone.
    private static func lone(_ agents: Int) -> Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.shift("late", "18:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        for number in 1...agents { town.agent("m\(number)") }
        return town.scenario
    }

    @Test("a second agent makes a pair and is proved better; a third changes nothing; one fewer is proved worse")
    func verdicts() throws {
        // Alone: 3 nights × 4 h missing. Two: nothing missing.
        let (comparison, _) = try Self.compare(Self.lone(1), [Self.lone(2), Self.lone(1)])
        #expect(comparison.base.lateMinutes == ProvedInterval(bound: 720, best: 720))
        #expect(comparison.variants[0].lateMinutes == ProvedInterval(bound: 0, best: 0))
        #expect(comparison.verdictOnLate(comparison.variants[0]) == .better)
        #expect(comparison.verdictOnPoints(comparison.variants[0]) == .better)
        #expect(comparison.verdictOnLate(comparison.variants[1]) == .indistinguishable)
        #expect(comparison.lateGain(comparison.variants[0]) == (720, 720, 720))

        let (fewer, _) = try Self.compare(Self.lone(2), [Self.lone(3), Self.lone(1)])
        #expect(fewer.verdictOnLate(fewer.variants[0]) == .indistinguishable)
        #expect(fewer.verdictOnLate(fewer.variants[1]) == .worse)
        #expect(fewer.verdictOnPoints(fewer.variants[1]) == .worse)
    }

    @Test(
        "intervals hold the enumerated optimum, verdicts are true, and adding people is never worse",
        arguments: stride(from: 1, through: 60, by: 10).map { UInt64($0)..<UInt64($0 + 10) })
    func agreesWithBruteForce(_ seeds: Range<UInt64>) throws {
        for seed in seeds {
            let base = RandomTinyScenario(seed: seed).scenario
            let variants = [Self.larger(base), Self.fewer(base)]
            let (comparison, records) = try Self.compare(base, variants, work: 20_000)
            let truths = ([base] + variants).map(BruteForce.optimum)
            for (figures, truth) in zip([comparison.base] + comparison.variants, truths) {
                #expect(figures.points.bound <= truth.points && truth.points <= figures.points.best, "seed \(seed)")
                #expect(
                    figures.lateMinutes.bound <= truth.lateMinutes && truth.lateMinutes <= figures.lateMinutes.best,
                    "seed \(seed)")
            }
            for (variant, truth) in zip(comparison.variants, truths.dropFirst()) {
                switch comparison.verdictOnPoints(variant) {
                case .better: #expect(truth.points < truths[0].points, "seed \(seed)")
                case .worse: #expect(truth.points > truths[0].points, "seed \(seed)")
                case .indistinguishable: break
                }
                switch comparison.verdictOnLate(variant) {
                case .better: #expect(truth.lateMinutes < truths[0].lateMinutes, "seed \(seed)")
                case .worse: #expect(truth.lateMinutes > truths[0].lateMinutes, "seed \(seed)")
                case .indistinguishable: break
                }
            }
            // Whatever the search found, a lawful roster of the base is one of the larger town.
            if comparison.base.points.best < base.weightedDemand {
                #expect(comparison.variants[0].points.best <= comparison.base.points.best, "seed \(seed)")
                #expect(comparison.variants[0].lateMinutes.best <= comparison.base.lateMinutes.best, "seed \(seed)")
            }
            for record in records {
                guard let best = record.best else { continue }
                let certificate = Certificate(
                    scenarioHash: record.scenario.hash, rosterHash: best.roster.hash(in: record.scenario),
                    levels: best.coverage.levels, lateMissingMinutes: best.coverage.lateMissingMinutes,
                    proofs: record.proofs)
                #expect(
                    CertificateChecker.verify(certificate, roster: best.roster, scenario: record.scenario).isProved,
                    "seed \(seed)")
            }
        }
    }

    /// The scenario without its last agent.
    private static func fewer(_ scenario: Scenario) -> Scenario {
        var fewer = scenario
        guard fewer.agents.count > 1 else { return fewer }
        let last = AgentID(fewer.agents.count - 1)
        fewer.agents.removeLast()
        fewer.pins.removeAll { $0.agent == last }
        fewer.wishes.removeAll { $0.agent == last }
        return fewer
    }

    @Test("a stop request ends the comparison with what is known")
    func stops() throws {
        let stop = StopFlag()
        stop.raise()
        var comparator = Comparator(
            base: ScenarioRecord(name: "base", scenario: Self.lone(2)),
            variants: [ScenarioRecord(name: "more", scenario: Self.lone(3))],
            parameters: ComparisonParameters(timeLimit: 100), clock: { 0 }, stop: stop)
        let comparison = try comparator.run()
        #expect(comparison.variants[0].points.best <= comparison.base.points.best)
    }
}
