import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// A split shift of a person with two contracts: its gap is free for the other contract, and rules look at the parts of both.
@Suite struct SplitPersonTests {
    /// One person, Monday 5 and Tuesday 6 October 2026: 09:00 to 12:00 and 17:00 to 21:00 for the city, other hours for another
    /// employer, whose night begins at 20:00.
    private func town(_ rules: (inout Regime, inout Regime) -> Void) -> Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        var second = Regime(
            id: "second", name: "second", nightClock: ClockRange(start: 1200, end: 1740), nightShiftMinutes: 180,
            breakCountsAsWork: false)
        rules(&town.regime, &second)
        town.regimes.append(second)
        town.splitShift("split", [("09:00", "12:00"), ("17:00", "21:00")])
        town.shift("gap", "13:00", "16:00", breakMinutes: 20)
        town.shift("cut", "11:00", "14:00")
        town.shift("late", "21:30", "24:00")
        town.kind("alone", [.init(1, ["m"])])
        for (start, end) in [("09:00", "12:00"), ("13:00", "16:00"), ("17:00", "21:00")] {
            town.need(kinds: ["alone"], start, end)
        }
        town.agent("city", shifts: ["split"])
        town.agent("private", regime: "second", shifts: ["gap", "cut", "late"])
        var scenario = town.scenario
        for index in 0..<2 { scenario.agents[index] = scenario.agents[index].changed(personKey: "p1") }
        return scenario
    }

    /// What the check finds on these shifts, and whether the engine takes them.
    private func verdict(
        _ city: [Int], _ other: [(day: Int, shift: String)], _ rules: (inout Regime, inout Regime) -> Void
    ) -> (broken: [String], isTaken: Bool) {
        let scenario = town(rules)
        let duty = Duty(scenario)
        let shifts = city.map { duty("city", $0, "split") } + other.map { duty("private", $0.day, $0.shift) }
        let broken = RosterChecker(scenario).violations(in: Roster(shifts: shifts)).map {
            "\(scenario[$0.agent].id) \($0.rule) \($0.measured)"
        }
        let problem = PlanProblem(scenario, threads: 1)
        let isTaken = PersonTies(problem).areLawful(0) { agent, day in
            let worked = shifts.first { $0.agent.value == agent && $0.day == day }
            let number = (0..<problem.dutyCount).first {
                worked != nil && problem.workedShift(agent: AgentID(agent), day: day, duty: $0) == worked
            }
            return number.map(Int32.init) ?? -1
        }
        return (broken, isTaken)
    }

    @Test func `the gap is free for the other contract, and a part is not`() {
        let inside = verdict([0], [(0, "gap")]) { _, _ in }
        #expect(inside.broken == [] && inside.isTaken)
        let across = verdict([0], [(0, "cut")]) { _, _ in }
        #expect(across.broken == ["city busyTime 0", "private busyTime 0"] && !across.isTaken)
    }

    @Test func `the amplitude of either contract runs over the whole split shift`() {
        func amplitude(_ minutes: Int) -> (broken: [String], isTaken: Bool) {
            verdict([0], [(0, "gap")]) { _, second in
                // An hour parts the shift in the gap from both parts around it, which belong together all the same.
                second.dailyRest = DailyRest(minutes: 60, source: TinyScenario.source)
                second.amplitude = Amplitude(minutes: minutes, source: TinyScenario.source)
            }
        }
        #expect(amplitude(720).broken == [] && amplitude(720).isTaken)
        #expect(amplitude(719).broken == ["private amplitude 720"] && !amplitude(719).isTaken)
    }

    @Test func `the day is the sum of the parts of both, and the rest inside it what both leave`() {
        func day(_ minutes: Int) -> (broken: [String], isTaken: Bool) {
            verdict([0], [(0, "gap")]) { first, _ in
                first.maximumDay = MaximumDay(minutes: minutes, source: TinyScenario.source)
            }
        }
        // 3 h and 4 h, and 3 h less the break of the other contract.
        #expect(day(580).broken == [] && day(580).isTaken)
        #expect(day(579).broken == ["city maximumDay 580"] && !day(579).isTaken)
        func rest(_ minutes: Int) -> (broken: [String], isTaken: Bool) {
            verdict([0], [(0, "gap")]) { first, _ in
                first.innerRest = InnerRest(
                    minutes: minutes, amplitudeMinutes: 720, leastMinutes: 60, largestShare: 50,
                    source: TinyScenario.source)
            }
        }
        // An hour before the other shift and one after it.
        #expect(rest(120).broken == [] && rest(120).isTaken)
        #expect(rest(121).broken == ["city innerRest 120"] && !rest(121).isTaken)
    }

    @Test func `parts of both contracts make a night together`() {
        func nights(_ city: [Int]) -> (broken: [String], isTaken: Bool) {
            verdict(city, [(0, "late"), (1, "late")]) { _, second in
                second.consecutiveNights = ConsecutiveNights(nights: 1, source: TinyScenario.source)
            }
        }
        // 2 h 30 from 21:30 are no night; with the hour until 21:00 they are.
        #expect(nights([0]).broken == [] && nights([0]).isTaken)
        #expect(nights([0, 1]).broken == ["private consecutiveNights 2"] && !nights([0, 1]).isTaken)
    }

    @Test(arguments: [(720, 0), (719, 36_000)])
    func `plans use the gap where the rules allow it`(amplitude: Int, points: Int) throws {
        let scenario = town { _, second in
            second.amplitude = Amplitude(minutes: amplitude, source: TinyScenario.source)
        }
        let result = try Planner(scenario, parameters: PlanParameters(work: 20_000)).plan(clock: { 0 })
        let review = RosterChecker.check(result.roster, against: scenario)
        // The three hours of the gap, each day, are what costs least to leave.
        #expect(review.isLawful)
        #expect(result.levels.points == points)
        #expect(result.bound(.points) <= points)
    }
}
