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

    @Test func `both contracts are planned where they agree`() throws {
        var town = TinyScenario(first: "2026-10-05", days: 4)
        town.regime.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source)
        town.regime.maximumCivilWeek = MaximumCivilWeek(minutes: 720, source: TinyScenario.source)
        town.shift("late", "20:00", "24:00")
        town.shift("evening", "18:00", "22:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "20:00", "22:00")
        town.agent("m1", shifts: ["late"])
        town.agent("m2", shifts: ["evening"])
        var scenario = tied(town.scenario)
        for index in 0..<2 {
            let agent = scenario.agents[index]
            scenario.agents[index] = Agent(
                id: agent.id, employer: agent.employer, profession: agent.profession, regime: agent.regime,
                type: agent.type, maximumMinutes: 480, availableMinutes: 480, sectors: agent.sectors,
                shifts: agent.shifts, personKey: agent.personKey)
        }
        // Two shifts by each contract, three in the week of the person.
        let (result, review) = try plan(scenario)
        #expect(review.isLawful && result.levels.points == 12_000)
        #expect(Set(result.roster.shifts.map(\.agent.value)) == [0, 1])
    }

    @Test("random towns with a person of two contracts stay lawful, and their bounds hold", arguments: 1...4)
    func staysLawful(_ block: Int) throws {
        for seed in UInt64(block * 30)..<UInt64(block * 30 + 30) {
            let draw = RandomTinyScenario(withFurtherRules: seed).scenario
            // Pins and published shifts may leave a person nothing lawful, and a minimum is none of persons.
            guard draw.pins.isEmpty, draw.published == nil, draw.agents.prefix(2).allSatisfy({ $0.minimumMinutes == 0 })
            else { continue }
            let scenario = withPerson(draw)
            let (result, review) = try plan(scenario)
            #expect(review.isLawful, "seed \(seed): \(review.violations)")
            #expect(review.coverage.levels == result.levels, "seed \(seed)")
            let proof = result.certificateReview(for: scenario, review)
            #expect(proof.isProved, "seed \(seed): \(proof.proofs)")
            #expect(result.bound(.points) <= result.levels.points, "seed \(seed)")
        }
    }

    /// What the engine says of two lines against what the check says.
    @Test("pairs of lines that are lawful together are those of the check", arguments: 0..<4)
    func pairsAgreeWithTheCheck(_ block: Int) {
        var (lawful, accepted) = (0, 0)
        for seed in UInt64(block * 15)..<UInt64(block * 15 + 15) {
            var scenario = RandomTinyScenario(withFurtherRules: seed).scenario
            scenario.pins = []
            scenario.published = nil
            scenario = withPerson(scenario)
            let problem = PlanProblem(scenario, threads: 1)
            let ties = PersonTies(problem)
            let checker = RosterChecker(scenario)
            let enumeration = LineEnumeration(scenario)
            let lines = [0, 1].map { enumeration.lines(of: AgentID($0)) }
            guard lines.allSatisfy({ !$0.lines.isEmpty }) else { continue }
            var random = SplitMix(seed: seed)
            for _ in 0..<60 {
                let shifts = lines.map { $0.shifts(random.pick($0.lines)) }
                let violations = (0..<2).flatMap { index in
                    checker.violations(of: AgentID(index), working: shifts[index], beside: shifts[1 - index])
                }.filter { $0.rule != .contractMinimum }
                let isLawful = violations.isEmpty
                let isAccepted = ties.areLawful(0) { agent, day in
                    guard let worked = shifts[agent].first(where: { $0.day == day }) else { return -1 }
                    let duty = (0..<problem.dutyCount).first {
                        problem.workedShift(agent: AgentID(agent), day: day, duty: $0) == worked
                    }
                    return duty.map(Int32.init) ?? -1
                }
                if isLawful { lawful += 1 }
                if isAccepted {
                    accepted += 1
                    #expect(
                        isLawful, "seed \(seed), \(violations): \(shifts.map { $0.map { "\($0.day) \($0.name)" } })")
                }
            }
        }
        // The engine also keeps to a limit that the shifts of the other contract break by themselves.
        #expect(lawful > 100 && accepted * 4 >= lawful * 3, "\(accepted) of \(lawful)")
    }

    /// A person of the first two agents, who both know the history and the given work of both, under two regimes.
    private func withPerson(_ draw: Scenario) -> Scenario {
        var scenario = tied(draw)
        let both = scenario.agents.prefix(2)
        let past = both.compactMap(\.history).flatMap(\.shifts)
        let busy = both.first(where: { !$0.busy.isEmpty })?.busy ?? []
        for index in 0..<2 {
            scenario.agents[index] = scenario.agents[index].changed(
                busy: busy, standby: both.flatMap(\.standby),
                history: both.allSatisfy { $0.history == nil } ? nil : Agent.History(shifts: Self.disjoint(past)))
        }
        // The second regime differs from the first in what the person meets most often.
        let first = scenario.regimes[0]
        var second = Regime(
            id: "second", name: "second", nightClock: first.nightClock, breakCountsAsWork: !first.breakCountsAsWork)
        second.dailyRest = DailyRest(minutes: 720, source: TinyScenario.source)
        second.maximumDay = MaximumDay(minutes: 560, source: TinyScenario.source)
        second.maximumCivilWeek = MaximumCivilWeek(minutes: 1200, source: TinyScenario.source)
        scenario.regimes.append(second)
        scenario.agents[1] = scenario.agents[1].changed(regime: RegimeID(1))
        return scenario
    }

    /// Past shifts without those that overlap an earlier one.
    private static func disjoint(_ shifts: [Agent.PastShift]) -> [Agent.PastShift] {
        shifts.sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }.reduce(into: []) { kept, shift in
            if kept.last.map({ $0.minutes.upperBound <= shift.minutes.lowerBound }) ?? true { kept.append(shift) }
        }
    }
}
