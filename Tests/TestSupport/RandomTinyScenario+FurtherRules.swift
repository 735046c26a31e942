import RosterModel

extension RandomTinyScenario {
    /// The town of a seed with some of the rules of work that bounds leave out, given work, standby, contracts that begin or
    /// end, a published roster, missions with a permission.
    public init(withFurtherRules seed: UInt64) {
        var scenario = RandomTinyScenario(seed: seed).scenario
        var random = SplitMix(seed: seed + 9000)
        Self.addFurtherRules(&scenario.regimes[0], &random)
        if random.chance(25) {
            scenario.regimes[0].missionHours = MissionHours(
                hours: ClockRange(start: 360, end: 1380), source: TinyScenario.source)
            scenario.nightPermissions = [
                NightPermission(
                    reference: "convention", date: CivilDate(daysSinceEpoch: 20_000), sectors: [SectorID(0)],
                    days: (0..<scenario.axis.dayCount).map { _ in random.chance(60) },
                    hours: ClockRange(start: 1380, end: 1800))
            ]
        }
        for index in scenario.agents.indices { Self.addGivenWork(&scenario, index, &random) }
        if random.chance(15) { Self.addPublished(&scenario, &random) }
        self.init(scenario: scenario, seed: seed)
    }

    /// The same with a constituted team of the first two agents, where no pin and no contract minimum forbids one.
    public init(withTeam seed: UInt64) {
        var scenario = RandomTinyScenario(withFurtherRules: seed).scenario
        let isFree = scenario.pins.isEmpty && scenario.published == nil
        if isFree, scenario.agents.prefix(2).allSatisfy({ $0.minimumMinutes == 0 }) {
            for index in 0..<2 { scenario.agents[index] = scenario.agents[index].changed(teamKey: "est") }
        }
        self.init(scenario: scenario, seed: seed)
    }

    private static func addFurtherRules(_ regime: inout Regime, _ random: inout SplitMix) {
        let source = TinyScenario.source
        if random.chance(40) {
            regime.averageOverWeeks = AverageOverWeeks(
                weeklyMinutes: random.pick([300, 500, 900]), weeks: random.number(1...3), source: source)
        }
        if random.chance(40) {
            regime.nightWorkerDay = NightWorkerDay(minutes: random.pick([380, 420]), source: source)
        }
        if random.chance(30) {
            regime.nightWorkerAverage = NightWorkerAverage(
                weeklyMinutes: random.pick([400, 700]), weeks: 2, source: source)
        }
        if random.chance(40) { regime.nightWorkerNights = random.number(1...3) }
        if random.chance(25) { regime.rollingDay = RollingDay(minutes: random.pick([420, 480, 600]), source: source) }
        if random.chance(30) {
            regime.restAfterWork = RestAfterWork(
                restMinutes: random.pick([1440, 1800]), workMinutes: random.pick([600, 900]), source: source)
        }
        if random.chance(25) { regime.weekendRest = WeekendRest(halfDays: random.number(2...4), source: source) }
        if random.chance(25) { regime.shortestShift = ShortestShift(minutes: random.pick([240, 400]), source: source) }
        if random.chance(25) {
            regime.breakDuringWork = BreakDuringWork(
                minutes: 20, afterMinutes: random.pick([300, 400]), source: source)
        }
        if random.chance(25) {
            let length = random.number(1...2)
            regime.sundaysOff = SundaysOff(
                off: 1, ofSundays: length, countsStartsOnly: random.chance(30), isJoined: true, source: source)
        }
        if random.chance(15) { regime.weekStart = random.pick([.wednesday, .sunday]) }
        if random.chance(20) {
            regime.weeklyHalfDays = WeeklyHalfDays(halfDays: random.number(4...6), restMinutes: 2100, source: source)
        }
        if random.chance(20) { regime.splitDay = SplitDay(parts: 2, gapMinutes: 480, source: source) }
        if random.chance(20) {
            regime.innerRest = InnerRest(
                minutes: 240, amplitudeMinutes: 780, leastMinutes: 60, largestShare: 75, source: source)
        }
    }

    private static func addGivenWork(_ scenario: inout Scenario, _ index: Int, _ random: inout SplitMix) {
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

    private static func addPublished(_ scenario: inout Scenario, _ random: inout SplitMix) {
        let duty = Duty(scenario)
        let shifts = scenario.agents.indices.compactMap { agent -> WorkedShift? in
            guard random.chance(70), let shift = scenario.agents[agent].shifts.first else { return nil }
            return duty(agent, random.number(0...1), shift, scenario.agents[agent].sectors[0])
        }
        scenario.published = PublishedRoster(decisionDay: random.number(0...1), roster: Roster(shifts: shifts))
        scenario.regimes[0].noticeOfChange = NoticeOfChange(days: 1, source: TinyScenario.source)
    }
}
