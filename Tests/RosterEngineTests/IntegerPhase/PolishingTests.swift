import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Levels 2 to 4 of rosters whose lines hang together, against the best of all lawful rosters.
@Suite struct PolishingTests {
    /// Plans on work alone, with the polish it brings.
    private func plan(_ scenario: Scenario, work: Int = 400_000) throws -> LevelValues {
        let result = try Planner(scenario, parameters: PlanParameters(work: work, threads: 1)).plan(clock: { 0 })
        let review = RosterChecker.check(result.roster, against: scenario)
        #expect(review.isLawful, "\(review.violations)")
        #expect(review.coverage.levels == result.levels)
        return result.levels
    }

    /// Three nights of which the educator is absent on the second, two weeks, and a mediator who has nobody to go with.
    @Test func `a constituted team works only the nights that it is needed for`() throws {
        var town = TinyScenario(first: "2026-10-19", days: 14)
        town.professions = ["m", "e"]
        town.sectors = ["centre", "north"]
        town.shift("night", "20:00", "26:00", breakMinutes: 20)
        town.shift("evening", "17:00", "22:00")
        town.kind("mixed", [.init(1, ["m"]), .init(1, ["e"])])
        town.need("centre", kinds: ["mixed"], "20:00", "26:00", days: [2, 3, 4])
        town.agent("m1", maximumMinutes: 6000, teamKey: "est")
        town.agent("e1", "e", maximumMinutes: 6000, teamKey: "est", absences: [.init(days: 3..<4)])
        town.agent("m3", maximumMinutes: 6000)
        // One night of six hours is missing. Nobody works besides the two others, 21 and 23 October, a Friday, so m1 has two
        // nights and m3 none of a share of one each: 2 × 100 hundredths, and 2 × 50 of the weekend night. Twice two nights of
        // 340 minutes are used of 18,000.
        let best = LevelValues(points: 36_000, overlapMinutes: 0, unfairnessHundredths: 300, unusedMinutes: 16_640)
        #expect(try plan(town.scenario) == best)
    }

    @Test("teams and persons reach the best of all rosters of small towns", arguments: 0..<6)
    func reachesTheBest(_ seed: Int) throws {
        for tie in Tie.allCases {
            let scenario = town(tie, seed: UInt64(seed))
            let levels = try plan(scenario)
            let best = try #require(bestLevels(scenario))
            #expect(levels == best, "seed \(seed), \(tie)")
        }
    }

    private enum Tie: CaseIterable { case teams, teamAndPerson, person }

    /// Three nights, two shifts, and lines for five agents of whom some share one.
    private func town(_ tie: Tie, seed: UInt64) -> Scenario {
        var random = SplitMix(seed: seed)
        var town = TinyScenario(first: "2026-10-09", days: 3)
        town.regime.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source)
        if random.chance(50) {
            town.regime.maximumCivilWeek = MaximumCivilWeek(minutes: 720, source: TinyScenario.source)
        }
        town.shift("late", "20:00", "26:00")
        town.shift("dawn", "06:00", "10:00")
        town.kind("alone", [.init(1, ["m"])])
        town.kind("pair", [.init(2, ["m"])])
        let kind = tie == .person ? "alone" : random.chance(70) ? "pair" : "alone"
        for day in 0..<3 where random.chance(70) { town.need(kinds: [kind], "20:00", "26:00", days: [day]) }
        town.need(kinds: ["alone"], "08:00", "10:00", days: [random.number(0...2)])
        let keys: [String?] =
            switch tie {
            case .teams: ["a", "a", "b", "b", nil]
            case .teamAndPerson: ["a", "a", nil, nil]
            case .person: [nil, nil, nil]
            }
        for (number, key) in keys.enumerated() {
            let day = random.number(0...2)
            town.agent(
                "m\(number)", maximumMinutes: 1500, availableMinutes: random.pick([300, 600]), teamKey: key,
                absences: random.chance(25) ? [.init(days: day..<day + 1)] : [])
            if random.chance(30) {
                town.wish("m\(number)", day: random.number(0...2), random.chance(50) ? .off : .work, weight: 70)
            }
        }
        var scenario = town.scenario
        if tie != .teams {
            for agent in scenario.agents.indices.suffix(tie == .person ? 3 : 2).prefix(2) {
                scenario.agents[agent] = scenario.agents[agent].changed(personKey: "p")
            }
        }
        return scenario
    }

    /// Best values of all lawful rosters, tried one by one.
    private func bestLevels(_ scenario: Scenario) -> LevelValues? {
        let checker = RosterChecker(scenario)
        let enumeration = LineEnumeration(scenario)
        let lines = scenario.agents.indices.map { agent in
            let known = enumeration.lines(of: AgentID(agent))
            return known.lines.map { known.shifts($0) }
        }
        var best: LevelValues?
        var chosen: [[WorkedShift]] = []
        /// Whether the last of the lines may stand beside those before it.
        func fits(_ agent: Int) -> Bool {
            let scenario = checker.scenario
            let person = scenario.agents[agent]
            let areTeamsAlike = (0..<agent).allSatisfy { mate in
                guard person.teamKey != nil, scenario.agents[mate].teamKey == person.teamKey else { return true }
                return (0..<scenario.axis.dayCount).allSatisfy { day in
                    [agent, mate].contains { scenario.agents[$0].absences.contains { $0.days.contains(day) } }
                        || chosen[agent].first { $0.day == day }?.name == chosen[mate].first { $0.day == day }?.name
                }
            }
            guard areTeamsAlike else { return false }
            guard let other = scenario.otherContract(of: AgentID(agent))?.value, other < agent else { return true }
            return [(agent, other), (other, agent)].allSatisfy {
                checker.violations(of: AgentID($0), working: chosen[$0], beside: chosen[$1]).isEmpty
            }
        }
        func visit(_ agent: Int) {
            guard agent < lines.count else {
                let levels = checker.coverage(of: Roster(shifts: chosen.flatMap(\.self))).levels
                if best.map({ levels < $0 }) ?? true { best = levels }
                return
            }
            for line in lines[agent] {
                chosen.append(line)
                if fits(agent) { visit(agent + 1) }
                chosen.removeLast()
            }
        }
        visit(0)
        return best
    }
}
