public import RosterModel

/// One agent under random rules of every sort, with a random history, given work, contract and permissions.
///
/// Small ones can be enumerated; what they hold over a few hundred seeds: every rule of ``Rule`` that a regime may have, civil
/// weeks that begin on any day, horizons across Mondays, Sundays, month ends and both clock changes.
public enum RandomLaw {
    /// A scenario of a few days and shifts.
    ///
    /// - Parameter busyPercent: Chance of given work on each day; with much of it, it breaks many a rule by itself.
    public static func small(seed: UInt64, busyPercent: Int = 12) -> Scenario {
        var random = SplitMix(seed: seed)
        let firsts = [
            "2026-10-05", "2026-10-08", "2026-10-09", "2026-10-10", "2026-10-11", "2026-10-22", "2026-10-23",
            "2026-10-24", "2026-03-26", "2026-03-27", "2026-03-28", "2026-10-30",
        ]
        let days = random.number(4...6)
        var town = TinyScenario(first: random.pick(firsts), days: days)
        town.sectors = random.chance(70) || days > 5 ? ["a"] : ["a", "b"]
        town.regime = regime(&random)
        let pool: [(id: String, start: String, end: String)] = [
            ("day", "09:00", "17:00"), ("long", "08:00", "18:00"), ("early", "07:00", "11:30"),
            ("noon", "11:00", "20:00"),
            ("late", "16:00", "24:00"), ("night", "21:00", "29:00"), ("short", "20:00", "22:30"),
            ("deep", "23:00", "28:00"),
        ]
        for shift in pool.shuffled(using: &random).prefix(town.sectors.count == 1 && days < 6 ? 3 : 2) {
            town.shift(
                shift.id, shift.start, shift.end, breakMinutes: random.pick([0, 15, 30]),
                isStaticGuard: random.chance(10))
        }
        if random.chance(60) {
            town.splitShift(
                "split",
                random.pick([
                    [("09:00", "13:00"), ("17:00", "21:00")],
                    [("08:00", "10:00"), ("12:00", "14:30"), ("18:00", "20:00")],
                    [("19:00", "22:30"), ("24:00", "29:00")], [("21:00", "26:00"), ("27:00", "30:00")],
                ]), breakMinutes: random.pick([0, 15, 30]))
        }
        town.kind("single", [.init(1, ["m"])])
        town.need(kinds: ["single"], "20:00", "24:00")
        agent(&town, "x0", town.regime.id, busyPercent: busyPercent, &random)
        var scenario = town.scenario
        addPermissions(&scenario, &random)
        if random.chance(15) { addPublished(&scenario, &random) }
        if random.chance(20) { scenario.regimes[0].publicHolidaysOff = PublicHolidaysOff(source: TinyScenario.source) }
        scenario.publicHolidays = [scenario.axis.date(ofDay: random.number(0...days))]
        return scenario
    }

    /// A month of agents, one or more for each of the regimes, of a menu that no regime allows in full.
    public static func month(seed: UInt64, regimes: [Regime]) -> Scenario {
        var random = SplitMix(seed: seed)
        var town = TinyScenario(first: random.pick(["2026-10-01", "2026-10-05", "2026-03-01", "2026-03-14"]), days: 31)
        town.sectors = ["a", "b"]
        town.regimes = regimes
        let pool = [
            ("day", "09:00", "17:30"), ("long", "08:00", "18:30"), ("early", "07:00", "12:30"),
            ("late", "16:00", "24:30"),
            ("night", "20:00", "29:00"), ("deep", "21:00", "29:30"), ("twelve", "10:00", "22:30"),
        ]
        for (id, start, end) in pool.shuffled(using: &random).prefix(3) { town.shift(id, start, end, breakMinutes: 30) }
        let split = random.pick([
            [("08:00", "12:00"), ("16:00", "21:00")], [("09:00", "12:00"), ("14:00", "17:00")],
            [("07:00", "11:00"), ("12:00", "16:00"), ("19:00", "20:00")], [("16:00", "20:00"), ("22:30", "27:00")],
        ])
        town.splitShift("split", split, breakMinutes: random.pick([0, 30]))
        town.kind("single", [.init(1, ["m"])])
        town.need(kinds: ["single"], "20:00", "24:00")
        for (number, regime) in regimes.enumerated() { agent(&town, "x\(number)", regime.id, busyPercent: 3, &random) }
        var scenario = town.scenario
        addPermissions(&scenario, &random)
        scenario.publicHolidays = Set((0..<3).map { _ in scenario.axis.date(ofDay: random.number(0...31)) })
        return scenario
    }

    private static func regime(_ random: inout SplitMix) -> Regime {
        let source = TinyScenario.source
        var regime = Regime(
            id: "drawn", name: "drawn", nightClock: ClockRange(start: 1260, end: 1800),
            nightShiftMinutes: random.pick([120, 180]), breakCountsAsWork: random.chance(30))
        if random.chance(25) { regime.weekStart = random.pick(Weekday.allCases) }
        if random.chance(70) { regime.dailyRest = DailyRest(minutes: random.pick([540, 660, 720]), source: source) }
        if random.chance(40) { regime.maximumDay = MaximumDay(minutes: random.pick([450, 480, 600]), source: source) }
        if random.chance(40) { regime.amplitude = Amplitude(minutes: random.pick([480, 720, 780]), source: source) }
        if random.chance(30) {
            regime.maximumCivilWeek = MaximumCivilWeek(minutes: random.pick([900, 1500]), source: source)
        }
        if random.chance(30) {
            regime.weeklyRest = WeeklyRest(minutes: random.pick([2100, 2160]), minutesWithinWeek: 1440, source: source)
        }
        if random.chance(25) {
            regime.workedDaysPerWeek = WorkedDaysPerWeek(days: random.number(2...4), source: source)
        }
        if random.chance(40) {
            regime.averageOverWeeks = AverageOverWeeks(
                weeklyMinutes: random.pick([600, 1200, 2400]), weeks: random.pick([1, 3, 4, 12]), source: source)
        }
        if random.chance(40) {
            regime.nightWorkerDay = NightWorkerDay(minutes: random.pick([450, 480]), source: source)
            regime.nightWorkerNights = random.number(1...3)
        }
        if random.chance(35) {
            regime.nightWorkerAverage = NightWorkerAverage(
                weeklyMinutes: random.pick([600, 1200]), weeks: random.pick([1, 3, 4]), source: source)
            regime.nightWorkerNights = random.number(1...2)
        }
        if random.chance(20) { regime.nightWorkerYearMinutes = random.pick([1200, 4200]) }
        if random.chance(25) {
            regime.missionHours = MissionHours(hours: ClockRange(start: 360, end: 1380), source: source)
        }
        if random.chance(35) { regime.rollingDay = RollingDay(minutes: random.pick([480, 600, 720]), source: source) }
        if random.chance(25) {
            regime.shortestShift = ShortestShift(
                minutes: random.pick([120, 180, 270]), gapMinutes: random.pick([0, 120]), source: source)
        }
        if random.chance(25) {
            regime.splitDay = SplitDay(
                parts: random.number(1...3), gapMinutes: random.pick([nil, 120, 240]), source: source)
        }
        if random.chance(25) {
            regime.innerRest = InnerRest(
                minutes: random.pick([180, 240]), amplitudeMinutes: 780, leastMinutes: 60,
                largestShare: random.pick([50, 75]), source: source)
        }
        if random.chance(30) {
            regime.breakDuringWork = BreakDuringWork(
                minutes: 20, afterMinutes: random.pick([270, 360]), source: source)
        }
        if random.chance(35) {
            regime.restAfterWork = RestAfterWork(
                restMinutes: random.pick([1200, 1440]), workMinutes: random.pick([900, 1500]), source: source)
        }
        if random.chance(35) { regime.weekendRest = WeekendRest(halfDays: random.number(2...4), source: source) }
        if random.chance(30) {
            regime.weeklyHalfDays = WeeklyHalfDays(
                halfDays: random.number(2...8), restMinutes: random.pick([1800, 2100]), source: source)
        }
        if random.chance(40) {
            let length = random.number(1...4)
            regime.sundaysOff = SundaysOff(
                off: random.number(1...length), ofSundays: length, countsStartsOnly: random.chance(30),
                isJoined: random.chance(60), source: source)
        }
        if random.chance(25) {
            regime.consecutiveDays = ConsecutiveDays(days: random.number(2...4), source: source)
        }
        if random.chance(25) {
            regime.consecutiveNights = ConsecutiveNights(nights: random.number(1...3), source: source)
        }
        if random.chance(30) {
            regime.noticeOfChange = NoticeOfChange(
                days: random.number(1...3), countsWorkingDays: random.chance(40), source: source)
        }
        return regime
    }

    private static func agent(
        _ town: inout TinyScenario, _ id: String, _ regime: String, busyPercent: Int, _ random: inout SplitMix
    ) {
        var history: Agent.History?
        if random.chance(60) {
            let reach = random.pick([9, 30, 84])
            let density = random.pick([30, 60])
            let past = (-reach ... -1).filter { _ in random.chance(density) }.map { day -> Agent.PastShift in
                let hours = random.pick([
                    ("16:00", "24:00"), ("21:00", "28:00"), ("09:00", "17:30"), ("08:00", "13:00"),
                ])
                return town.past(day, hours.0, hours.1, breakMinutes: 20)
            }
            history = Agent.History(shifts: past)
        }
        let days = town.axis.dayCount
        var busy: [BusyInterval] = []
        for day in 0..<days where random.chance(busyPercent) {
            let hours = random.pick([("09:00", "12:00"), ("14:00", "15:30"), ("26:00", "27:00"), ("08:00", "15:00")])
            let interval = town.busy(day, hours.0, hours.1, kind: random.pick(BusyInterval.Kind.allCases))
            // An hour that the clock change swallows is refused when it is read.
            if !interval.minutes.isEmpty { busy.append(interval) }
        }
        var standby: [Range<Int>] = []
        if random.chance(10) {
            let start = random.number(0...town.axis.endMinute - 700)
            standby = [start..<start + 600]
        }
        let first = random.chance(12) ? random.number(1...days - 1) : Agent.openContract.lowerBound
        let last = random.chance(12) ? random.number(max(1, first)...days) : Agent.openContract.upperBound
        town.agent(
            id, regime: regime, maximumMinutes: random.chance(40) ? random.number(2...6) * days * 50 : nil,
            nightAllowed: !random.chance(8), isNightWorker: random.chance(10),
            contractDays: first..<max(first + 1, last), busy: busy, standby: standby, history: history)
    }

    private static func addPermissions(_ scenario: inout Scenario, _ random: inout SplitMix) {
        for _ in 0..<random.number(0...2) {
            scenario.nightPermissions.append(
                NightPermission(
                    reference: "drawn", date: scenario.axis.firstDay,
                    sectors: random.chance(50) ? nil : [SectorID(random.number(0...scenario.sectors.count - 1))],
                    days: (0..<scenario.axis.dayCount).map { _ in random.chance(60) },
                    hours: random.pick([ClockRange(start: 1380, end: 1560), ClockRange(start: 1320, end: 1800)])))
        }
        if random.chance(20) {
            scenario.dayNames[random.number(0...scenario.axis.dayCount - 1)].insert(MissionHours.festivities)
        }
    }

    private static func addPublished(_ scenario: inout Scenario, _ random: inout SplitMix) {
        let duty = Duty(scenario)
        let shifts = (0..<scenario.axis.dayCount).filter { _ in random.chance(50) }.map { day in
            duty(0, day, random.pick(scenario.agents[0].shifts), SectorID(0))
        }
        scenario.published = PublishedRoster(
            decisionDay: random.number(-1...1), roster: Roster(shifts: shifts),
            publicHolidays: random.chance(30) ? [scenario.axis.date(ofDay: 2)] : [])
    }
}
