import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Certificates of towns with the rules that bounds leave out: whatever the prices, no lawful roster is below the bound.
@Suite struct FurtherRulesBoundTests {
    /// A random town with some of the further rules, given work, standby and contracts that begin or end.
    private func scenario(_ seed: UInt64) -> Scenario {
        var scenario = RandomTinyScenario(seed: seed).scenario
        var random = SplitMix(seed: seed + 9000)
        let source = TinyScenario.source
        var regime = scenario.regimes[0]
        if random.chance(40) {
            regime.averageOverWeeks = AverageOverWeeks(
                weeklyMinutes: random.pick([300, 500, 900]), weeks: random.number(1...3), source: source)
        }
        if random.chance(40) {
            regime.nightWorkerDay = NightWorkerDay(minutes: random.pick([380, 420]), source: source)
        }
        if random.chance(20) {
            regime.nightWorkerAverage = NightWorkerAverage(weeklyMinutes: 400, weeks: 2, source: source)
        }
        if random.chance(25) { regime.rollingDay = RollingDay(minutes: random.pick([420, 480, 600]), source: source) }
        if random.chance(25) {
            regime.restAfterWork = RestAfterWork(restMinutes: 1800, workMinutes: 900, source: source)
        }
        if random.chance(25) { regime.weekendRest = WeekendRest(halfDays: random.number(2...4), source: source) }
        if random.chance(25) { regime.shortestShift = ShortestShift(minutes: random.pick([240, 400]), source: source) }
        if random.chance(20) {
            regime.weeklyHalfDays = WeeklyHalfDays(halfDays: random.number(4...6), restMinutes: 2100, source: source)
        }
        if random.chance(20) { regime.splitDay = SplitDay(parts: 2, gapMinutes: 480, source: source) }
        if random.chance(20) {
            regime.innerRest = InnerRest(
                minutes: 240, amplitudeMinutes: 780, leastMinutes: 60, largestShare: 75, source: source)
        }
        if random.chance(25) {
            regime.breakDuringWork = BreakDuringWork(
                minutes: 20, afterMinutes: random.pick([300, 400]), source: source)
        }
        if random.chance(25) {
            regime.missionHours = MissionHours(hours: ClockRange(start: 360, end: 1380), source: source)
            scenario.nightPermissions = [
                NightPermission(
                    reference: "convention", date: CivilDate(daysSinceEpoch: 20_000), sectors: [SectorID(0)],
                    days: (0..<scenario.axis.dayCount).map { _ in random.chance(60) },
                    hours: ClockRange(start: 1380, end: 1800))
            ]
        }
        if random.chance(15) { regime.weekStart = random.pick([.wednesday, .sunday]) }
        scenario.regimes[0] = regime
        for index in scenario.agents.indices {
            let day = random.number(0...scenario.axis.dayCount - 1)
            let start = scenario.axis.minutes(ofDay: day).lowerBound + random.number(0...12) * 60
            if random.chance(20) {
                let kind = random.pick(BusyInterval.Kind.allCases)
                scenario.agents[index] = scenario.agents[index].changed(
                    busy: [BusyInterval(day: day, minutes: start..<start + 240, kind: kind)])
            } else if random.chance(15) {
                scenario.agents[index] = scenario.agents[index].changed(standby: [start..<start + 600])
            } else if random.chance(15) {
                scenario.agents[index] = scenario.agents[index].changed(contractDays: day..<day + 3)
            }
            if random.chance(20) { scenario.agents[index] = scenario.agents[index].changed(isNightWorker: true) }
        }
        if random.chance(15) {
            let duty = Duty(scenario)
            let shifts = scenario.agents.indices.compactMap { agent -> WorkedShift? in
                guard random.chance(70), let shift = scenario.agents[agent].shifts.first else { return nil }
                return duty(agent, random.number(0...1), shift, scenario.agents[agent].sectors[0])
            }
            scenario.published = PublishedRoster(decisionDay: random.number(0...1), roster: Roster(shifts: shifts))
            scenario.regimes[0].noticeOfChange = NoticeOfChange(days: 1, source: source)
        }
        return scenario
    }

    #if DEBUG
        private let stride = 10
    #else
        private let stride = 1
    #endif

    @Test(arguments: 0..<6)
    func `no lawful roster is below the bound of any prices`(part: Int) {
        for seed in Swift.stride(from: part * 25 + 1, through: part * 25 + 25, by: stride).map(UInt64.init) {
            let scenario = scenario(seed)
            let optimum = BruteForce.optimum(scenario)
            let checker = CertificateChecker(scenario)
            var random = SplitMix(seed: seed + 1000)
            for objective in BoundObjective.allCases {
                let truth = objective == .points ? optimum.points : optimum.lateMinutes
                for _ in 0..<3 {
                    for proof in [
                        RandomPrices.staffings(scenario, objective, counted: Set(Rule.allCases), using: &random),
                        RandomPrices.slots(scenario, objective, using: &random),
                    ] {
                        let review = checker.review(proof)
                        #expect(review.derived ?? .max <= truth, "seed \(seed), \(objective)")
                    }
                }
            }
        }
    }
}
