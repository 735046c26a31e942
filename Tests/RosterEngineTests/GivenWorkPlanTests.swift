import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Plans of agents whose given work or published shifts break a rule of lines by themselves: bounds stay true, and the check
/// derives them.
@Suite struct GivenWorkPlanTests {
    private func plan(_ scenario: Scenario) throws -> (result: PlanResult, review: RosterReview, isProved: Bool) {
        let result = try Planner(scenario, parameters: PlanParameters(work: 20_000)).plan(clock: { 0 })
        let review = RosterChecker.check(result.roster, against: scenario)
        return (result, review, result.certificateReview(for: scenario, review).isProved)
    }

    /// Friday to Monday, a need each evening, one agent.
    private func town(_ busy: [(day: Int, start: String, end: String)], _ rules: (inout Regime) -> Void) -> Scenario {
        var town = TinyScenario(first: "2026-10-09", days: 4)
        rules(&town.regime)
        town.shift("late", "18:00", "24:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "20:00", "24:00")
        town.agent("m1", busy: busy.map { town.busy($0.day, $0.start, $0.end) })
        return town.scenario
    }

    @Test func `a training on a Sunday leaves the other evenings`() throws {
        let scenario = town([(2, "09:00", "12:00")]) {
            $0.sundaysOff = SundaysOff(off: 1, ofSundays: 1, source: TinyScenario.source)
        }
        let (result, review, isProved) = try plan(scenario)
        #expect(review.isLawful && isProved)
        #expect(result.roster.shifts.map(\.day) == [0, 1, 3])
        #expect(result.levels.points == 24_000 && result.agentsWithoutLine.isEmpty)
    }

    @Test func `a week that given work has filled leaves the next one`() throws {
        let scenario = town([(0, "08:00", "16:00"), (1, "08:00", "16:00")]) {
            $0.maximumCivilWeek = MaximumCivilWeek(minutes: 900, source: TinyScenario.source)
        }
        let (result, review, isProved) = try plan(scenario)
        #expect(review.isLawful && isProved)
        // The Monday.
        #expect(result.roster.shifts.map(\.day) == [3] && result.agentsWithoutLine.isEmpty)
        #expect(result.levels.points == 72_000 && BruteForce.optimum(scenario).points == 72_000)
    }

    /// A training on the Sunday and what it leaves of the evenings of Friday to Monday.
    @Test(
        "Sundays that history and given work break by themselves leave the days that take no part",
        arguments: [
            // One of three Sundays may be worked, and the one before was: the Sunday is closed to shifts.
            (SundaysOff(off: 2, ofSundays: 3, source: TinyScenario.source), "2026-10-04", [0, 1, 3]),
            // Two of three: the Sunday is worked anyway.
            (SundaysOff(off: 1, ofSundays: 3, source: TinyScenario.source), "2026-10-04", [0, 1, 2, 3]),
            // A worked Sunday is none between a worked Saturday and a worked Monday.
            (SundaysOff(off: 1, ofSundays: 1, isJoined: true, source: TinyScenario.source), nil, [0, 1, 3]),
            (SundaysOff(off: 2, ofSundays: 3, isJoined: true, source: TinyScenario.source), "2026-10-04", [0, 1, 3]),
        ] as [(SundaysOff, String?, [Int])])
    func brokenSundays(_ rule: SundaysOff, _ worked: String?, _ days: [Int]) throws {
        var scenario = town([(2, "09:00", "12:00")]) { $0.sundaysOff = rule }
        if let worked, let date = CivilDate(iso: worked) {
            let start = scenario.axis.minute(date: date, clock: 600)
            let day = scenario.axis.dayIndex(of: date)
            scenario.agents[0] = scenario.agents[0].changed(
                history: Agent.History(shifts: [.init(day: day, minutes: start..<start + 240, breakMinutes: 0)]))
        }
        let (result, review, isProved) = try plan(scenario)
        #expect(review.isLawful && isProved)
        #expect(result.roster.shifts.map(\.day) == days && result.agentsWithoutLine.isEmpty)
        #expect(result.levels.points == (4 - days.count) * 24_000)
        #expect(BruteForce.optimum(scenario).points == result.levels.points)
    }

    /// Saturday and Monday given: the Sunday between is worked by them alone, and a shift on either day would take part.
    @Test func `given work on both sides of a Sunday closes the days around it`() throws {
        let scenario = town([(1, "09:00", "12:00"), (3, "09:00", "12:00")]) {
            $0.sundaysOff = SundaysOff(off: 1, ofSundays: 1, isJoined: true, source: TinyScenario.source)
        }
        let (result, review, isProved) = try plan(scenario)
        #expect(review.isLawful && isProved)
        #expect(result.roster.shifts.map(\.day) == [0] && result.agentsWithoutLine.isEmpty)
        #expect(BruteForce.optimum(scenario).points == result.levels.points)
    }

    @Test func `given work alone never makes a plan infeasible`() throws {
        // Six hours between two trainings.
        let scenario = town([(1, "14:00", "23:00"), (2, "05:00", "08:00")]) {
            $0.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source)
        }
        let (result, review, isProved) = try plan(scenario)
        #expect(review.isLawful && isProved)
        #expect(result.agentsWithoutLine.isEmpty && result.agentsBoundByPublished.isEmpty)
        #expect(result.status != .infeasible)
        #expect(BruteForce.optimum(scenario).points == result.levels.points)
    }

    /// A published evening before a published morning, both past changing, with six hours between them and twelve of work.
    private func publishedTown(_ rules: (inout Regime) -> Void, busy: Bool = false) -> Scenario {
        var town = TinyScenario(first: "2026-10-09", days: 4)
        rules(&town.regime)
        town.shift("late", "18:00", "24:00")
        town.shift("early", "06:00", "12:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "20:00", "24:00")
        town.agent("m1", busy: busy ? [town.busy(3, "08:00", "10:00")] : [])
        var scenario = town.scenario
        let duty = Duty(scenario)
        scenario.published = PublishedRoster(
            decisionDay: 2,
            roster: Roster(shifts: [duty(0, 0, ShiftID(0), SectorID(0)), duty(0, 1, ShiftID(1), SectorID(0))]))
        return scenario
    }

    /// Of the four evenings (24,000 points each) the published line leaves at least one: 24,000.
    @Test(
        "published shifts that leave no lawful line",
        arguments: [
            // Counted in bounds: there nobody has a line either, and staying at home is proved the optimum.
            (Rule.dailyRest, false, 96_000),
            // Not counted in bounds: they stay below what a line of the published shifts would leave.
            (.rollingDay, false, 24_000),
            // Beside given work bounds count single days only.
            (.dailyRest, true, 24_000),
        ])
    func publishedShifts(_ rule: Rule, _ isBusy: Bool, _ bound: Int) throws {
        let scenario = publishedTown(
            {
                if rule == .dailyRest { $0.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source) }
                if rule == .rollingDay { $0.rollingDay = RollingDay(minutes: 600, source: TinyScenario.source) }
            }, busy: isBusy)
        let (result, review, isProved) = try plan(scenario)
        #expect(isProved)
        #expect(result.roster.shifts.isEmpty && result.agentsWithoutLine == [AgentID(0)])
        #expect(result.levels.points == 96_000 && BruteForce.optimum(scenario).points == 96_000)
        #expect(result.bound(.points) == bound)
        #expect(result.status == .infeasible && result.agentsBoundByPublished == [AgentID(0)])
        // The published shifts that are not worked stay in the report.
        #expect(review.violations.map(\.rule) == [.noticeOfChange, .noticeOfChange])
    }

    /// The evening of Saturday is published, and a pin asks for that day off; the training on the Sunday breaks the rule of
    /// Sundays by itself.
    @Test("a day off by a pin against a published shift", arguments: [nil, "agreed"])
    func pinAgainstPublished(_ reason: String?) throws {
        var scenario = town([(2, "09:00", "12:00")]) {
            $0.sundaysOff = SundaysOff(off: 1, ofSundays: 1, source: TinyScenario.source)
        }
        let duty = Duty(scenario)
        scenario.published = PublishedRoster(
            decisionDay: 2, roster: Roster(shifts: [duty(0, 1, ShiftID(0), SectorID(0))]))
        scenario.pins = [Pin(agent: AgentID(0), day: 1, decision: .off, acceptedReason: reason)]
        let (result, review, isProved) = try plan(scenario)
        #expect(isProved)
        // The Friday is over, and nothing was published for it.
        #expect(result.roster.shifts.map(\.day) == (reason == nil ? [] : [3]))
        #expect(result.agentsWithoutLine == (reason == nil ? [AgentID(0)] : []))
        #expect((result.status == .infeasible) == (reason == nil))
        #expect(PinAudit.unlawful(in: scenario).isEmpty == (reason != nil))
        #expect(review.isLawful == (reason != nil))
        #expect(review.violations.map(\.rule) == [.noticeOfChange])
        #expect(result.levels.points == BruteForce.optimum(scenario).points)
    }

    /// The town has weeks from Wednesday, no rule of the week, and two agents with a contract minimum.
    @Test func `a contract minimum counts in the bound of the check wherever weeks begin`() throws {
        let scenario = RandomTinyScenario(withTeam: 103).scenario
        let regime = scenario.regimes[0]
        #expect(regime.weekStart == .wednesday && regime.weeklyRest == nil && regime.maximumCivilWeek == nil)
        #expect(scenario.agents.contains { $0.minimumMinutes > 0 })
        let (result, review, isProved) = try plan(scenario)
        #expect(review.isLawful && isProved)
        #expect(result.bound(.points) <= BruteForce.optimum(scenario).points)
    }

    @Test("random towns with given work, contracts and constituted teams", arguments: 0..<4)
    func boundsHold(_ block: Int) throws {
        for seed in UInt64(1000 + block * 25)..<UInt64(1025 + block * 25) {
            let scenario = RandomTinyScenario(withTeam: seed).scenario
            let (result, review, isProved) = try plan(scenario)
            let truth = BruteForce(scenario)
            #expect(isProved, "seed \(seed)")
            #expect(result.bound(.points) <= truth.optimum.points, "seed \(seed)")
            #expect(result.bound(.lateMinutes) <= truth.optimum.lateMinutes, "seed \(seed)")
            #expect(result.levels.points >= truth.optimum.points, "seed \(seed)")
            // Pins or published shifts against the rules leave no lawful roster.
            if result.agentsWithoutLine.isEmpty { #expect(review.isLawful, "seed \(seed): \(review.violations)") }
        }
    }
}
