import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Plans with persons who have two contracts.
@Suite struct PersonPlanTests {
    private func plan(_ scenario: Scenario, work: Int = 20_000) throws -> (PlanResult, RosterReview) {
        let result = try Planner(scenario, parameters: PlanParameters(work: work)).plan(clock: { 0 })
        return (result, RosterChecker.check(result.roster, against: scenario))
    }

    private func tied(_ scenario: Scenario) -> Scenario {
        var scenario = scenario
        for index in 0..<2 { scenario.agents[index] = scenario.agents[index].changed(personKey: "p1") }
        return scenario
    }

    @Test func `one person is no pair, and rests after both contracts`() throws {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.regime.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source)
        town.shift("late", "20:00", "24:00")
        town.shift("morning", "08:00", "12:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "20:00", "24:00", days: [0])
        town.need(kinds: ["alone"], "08:00", "12:00", days: [1])
        town.agent("m1", shifts: ["late"])
        town.agent("m2", shifts: ["morning"])
        let free = try plan(town.scenario)
        #expect(free.0.levels.points == 0)
        // Midnight to 08:00 is no rest: one of the two needs stays open, and the bound does not see it.
        let one = try plan(tied(town.scenario))
        #expect(one.1.isLawful && one.0.levels.points == 24_000)
        #expect(one.0.bound(.points) <= 24_000)
    }

    @Test("random towns with a person of two contracts stay lawful, and their bounds hold", arguments: 1...4)
    func staysLawful(_ block: Int) throws {
        var isWorkedForBoth = false
        for seed in UInt64(block * 30)..<UInt64(block * 30 + 30) {
            let draw = RandomTinyScenario(withFurtherRules: seed).scenario
            // Pins and published shifts may leave a person nothing lawful, and a minimum is none of persons.
            guard draw.pins.isEmpty, draw.published == nil, draw.agents.prefix(2).allSatisfy({ $0.minimumMinutes == 0 })
            else { continue }
            // Both contracts know the history and the given work of both.
            var scenario = tied(draw)
            let both = scenario.agents.prefix(2)
            let past = both.compactMap(\.history).flatMap(\.shifts)
            let busy = both.first(where: { !$0.busy.isEmpty })?.busy ?? []
            for index in 0..<2 {
                scenario.agents[index] = scenario.agents[index].changed(
                    busy: busy, standby: both.flatMap(\.standby),
                    history: both.allSatisfy { $0.history == nil } ? nil : Agent.History(shifts: Self.disjoint(past)))
            }
            // A second regime that differs from the first in what the person meets most often.
            let first = scenario.regimes[0]
            var second = Regime(
                id: "second", name: "second", nightClock: first.nightClock, breakCountsAsWork: !first.breakCountsAsWork)
            second.dailyRest = DailyRest(minutes: 720, source: TinyScenario.source)
            second.maximumDay = MaximumDay(minutes: 560, source: TinyScenario.source)
            second.maximumCivilWeek = MaximumCivilWeek(minutes: 1200, source: TinyScenario.source)
            scenario.regimes.append(second)
            scenario.agents[1] = scenario.agents[1].changed(regime: RegimeID(1))
            let (result, review) = try plan(scenario)
            #expect(review.isLawful, "seed \(seed): \(review.violations)")
            #expect(review.coverage.levels == result.levels, "seed \(seed)")
            let certificate = Certificate(
                scenarioHash: scenario.hash, rosterHash: result.roster.hash(in: scenario), levels: result.levels,
                lateMissingMinutes: review.coverage.lateMissingMinutes, proofs: result.proofs)
            let proof = CertificateChecker.verify(certificate, roster: result.roster, scenario: scenario)
            #expect(proof.isProved, "seed \(seed): \(proof.proofs)")
            #expect(result.bound(.points) <= result.levels.points, "seed \(seed)")
            let workers = Set(result.roster.shifts.map(\.agent.value))
            if workers.isSuperset(of: [0, 1]) { isWorkedForBoth = true }
        }
        #expect(isWorkedForBoth)
    }

    /// Past shifts without those that overlap an earlier one.
    private static func disjoint(_ shifts: [Agent.PastShift]) -> [Agent.PastShift] {
        shifts.sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }.reduce(into: []) { kept, shift in
            if kept.last.map({ $0.minutes.upperBound <= shift.minutes.lowerBound }) ?? true { kept.append(shift) }
        }
    }
}
