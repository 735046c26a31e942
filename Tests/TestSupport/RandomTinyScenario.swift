public import RosterModel

/// Random scenarios small enough for ``BruteForce``, with as much variety as the rules allow.
///
/// Over a few hundred seeds they hold: pairs, trios, mixed teams, a leader by qualification, several requirements in one
/// slot, kinds with hours, rounds, all rules of regimes, absences in days and in minutes, contract maximum and minimum,
/// history, pins (some with an accepted reason), horizons across Mondays, month ends and both clock changes.
public struct RandomTinyScenario {
    /// The scenario.
    public let scenario: Scenario
    /// Seed that made it.
    public let seed: UInt64

    /// Draws the scenario of a seed.
    public init(seed: UInt64) {
        self.seed = seed
        var random = SplitMix(seed: seed)
        let days = random.number(3...5)
        let firsts = [
            "2026-10-05", "2026-10-07", "2026-10-09", "2026-10-10", "2026-10-11", "2026-10-22", "2026-10-23",
            "2026-10-24", "2026-10-25", "2026-03-26", "2026-03-27", "2026-03-28", "2026-10-30", "2026-12-30",
        ]
        var town = TinyScenario(first: random.pick(firsts), days: days, grid: random.chance(80) ? 60 : 30)
        town.sectors = random.chance(55) ? ["a"] : ["a", "b"]
        town.professions = random.chance(50) ? ["m"] : ["m", "e"]
        Self.addRules(&town, &random)
        Self.addShifts(&town, &random)
        Self.addCover(&town, &random)
        Self.addAgents(&town, &random, days)
        scenario = town.scenario
    }

    init(scenario: Scenario, seed: UInt64) {
        self.scenario = scenario
        self.seed = seed
    }

    private static func addRules(_ town: inout TinyScenario, _ random: inout SplitMix) {
        let source = TinyScenario.source
        var regime = Regime(
            id: "drawn", name: "drawn", nightClock: ClockRange(start: 1320, end: 1740),
            nightShiftMinutes: random.pick([120, 180]), breakCountsAsWork: random.chance(30))
        if random.chance(70) {
            regime.dailyRest = DailyRest(minutes: random.pick([600, 660, 720, 1080]), source: source)
        }
        if random.chance(20) { regime.maximumDay = MaximumDay(minutes: random.pick([400, 420, 480]), source: source) }
        if random.chance(20) { regime.amplitude = Amplitude(minutes: random.pick([420, 420, 480]), source: source) }
        if random.chance(35) {
            regime.maximumCivilWeek = MaximumCivilWeek(minutes: random.pick([420, 800, 1200]), source: source)
        }
        if random.chance(25) {
            regime.averageOverHorizon = AverageOverHorizon(
                weeklyMinutes: random.pick([1000, 1700, 2400]), source: source)
        }
        if random.chance(40) {
            let minutes = random.pick([1440, 2100, 2880])
            regime.weeklyRest = WeeklyRest(
                minutes: minutes, minutesWithinWeek: random.pick([minutes / 2, min(minutes, 1440), minutes]),
                source: source)
        }
        if random.chance(30) {
            regime.workedDaysPerWeek = WorkedDaysPerWeek(days: random.number(1...3), source: source)
        }
        if random.chance(40) { regime.consecutiveDays = ConsecutiveDays(days: random.number(1...3), source: source) }
        if random.chance(30) {
            regime.consecutiveNights = ConsecutiveNights(nights: random.number(1...2), source: source)
        }
        if random.chance(30) {
            let length = random.number(1...3)
            regime.sundaysOff = SundaysOff(
                off: random.number(1...length), ofSundays: length, countsStartsOnly: random.chance(40), source: source)
        }
        if random.chance(4) { regime.nightForbidden = NightForbidden(source: source) }
        town.regime = regime
        town.hourWeight = random.chance(50) ? { _ in 100 } : { $0 >= 22 || $0 < 4 ? 300 : $0 >= 20 ? 200 : 100 }
    }

    private static func addShifts(_ town: inout TinyScenario, _ random: inout SplitMix) {
        let pool: [(id: String, start: String, end: String)] = [
            ("day", "09:00", "16:00"), ("early", "14:00", "21:00"), ("late", "18:00", "25:00"),
            ("night", "21:00", "28:00"), ("short", "20:00", "24:00"), ("deep", "23:00", "30:00"),
            ("odd", "19:20", "25:50"),
        ]
        let allDays = Array(0..<town.axis.dayCount)
        for shift in pool.shuffled(using: &random).prefix(random.number(2...(town.sectors.count == 1 ? 3 : 2))) {
            let professions = random.chance(80) ? town.professions : [random.pick(town.professions)]
            town.shift(
                shift.id, shift.start, shift.end, breakMinutes: random.pick([0, 20, 45]), professions: professions,
                days: random.chance(80) ? nil : allDays.filter { _ in random.chance(70) })
        }
        if random.chance(30) {
            town.splitShift(
                "split",
                random.pick([[("09:00", "12:00"), ("20:00", "24:00")], [("18:00", "21:00"), ("23:00", "27:20")]]),
                breakMinutes: random.pick([0, 20]))
        }
        if town.sectors.count == 2 && random.chance(60) {
            town.shift(
                "round", "19:00", "26:00", breakMinutes: 30,
                stages: [("a", random.pick(["21:00", "22:30"])), ("b", "26:00")])
        }
    }

    private static func addCover(_ town: inout TinyScenario, _ random: inout SplitMix) {
        let everybody = town.professions
        var kinds: [(id: String, places: [TinyScenario.Place])] = [
            ("single", [.init(1, ["m"])]), ("pair", [.init(2, everybody)]), ("own", [.init(2, ["m"])]),
            ("led", [.init(1, everybody, ["leader"]), .init(1, everybody)]), ("trio", [.init(3, everybody)]),
        ]
        if everybody.count == 2 { kinds.append(("mixed", [.init(1, ["m"]), .init(1, ["e"])])) }
        // Without a kind that few agents can form, nothing could be covered in most draws.
        let first = random.pick([0, 1, 1])
        let chosen = ([kinds.remove(at: first)] + kinds.shuffled(using: &random).prefix(random.number(0...2)))
            .shuffled(using: &random)
        for kind in chosen {
            town.kind(
                kind.id, kind.places, hours: random.chance(20) ? ("06:00", random.pick(["22:00", "24:00"])) : nil,
                sectors: random.chance(10) ? ["a"] : nil)
        }
        let windows = [
            ("20:00", "24:00"), ("18:00", "26:00"), ("22:00", "28:00"), ("14:00", "19:00"), ("24:00", "29:00"),
            ("25:00", "28:00"),
        ]
        for _ in 0..<random.number(1...4) {
            let window = random.pick(windows)
            var accepted = chosen.map(\.id).filter { _ in random.chance(60) }
            if accepted.isEmpty { accepted = [chosen[0].id] }
            town.need(
                random.pick(town.sectors), kinds: accepted, window.0, window.1, teams: random.pick([1, 1, 1, 2]),
                weight: random.pick([1, 1, 2, 3]),
                days: random.chance(80) ? nil : (0..<town.axis.dayCount).filter { _ in random.chance(60) })
        }
    }

    private static func addAgents(_ town: inout TinyScenario, _ random: inout SplitMix, _ days: Int) {
        let number = random.number(days > 4 ? 2...3 : 3...4)
        for index in 0..<number {
            var absences: [Agent.Absence] = []
            if random.chance(20) {
                let day = random.number(0...days - 1)
                absences.append(Agent.Absence(days: day..<min(days, day + random.number(1...2))))
            }
            if random.chance(10) {
                let start = random.number(0...town.axis.endMinute - 300)
                absences.append(Agent.Absence(minutes: start..<start + 240))
            }
            var history: Agent.History?
            if random.chance(40) {
                let past = (-9 ... -1).filter { _ in random.chance(40) }.map {
                    random.chance(50)
                        ? town.past($0, "18:00", "25:00", breakMinutes: 20) : town.past($0, "21:00", "28:00")
                }
                history = Agent.History(shifts: past)
            }
            town.agent(
                "x\(index)", random.pick(town.professions),
                maximumMinutes: random.chance(40) ? random.number(1...4) * 400 : nil,
                minimumMinutes: random.chance(25) ? random.number(1...3) * 350 : 0,
                sectors: random.chance(30) ? [random.pick(town.sectors)] : nil,
                qualifications: random.chance(35) ? ["leader"] : [], nightAllowed: !random.chance(8),
                absences: absences, history: history)
            if random.chance(10) { town.pin("x\(index)", day: random.number(0...days - 1)) }
        }
        if random.chance(12) {
            // Lawful or not, an accepted pin is kept.
            let scenario = town.scenario
            let agent = random.number(0...number - 1)
            if let shift = scenario.agents[agent].shifts.first {
                town.pin(
                    "x\(agent)", day: random.number(0...days - 1), shift: scenario[shift].id,
                    sector: scenario[shift].stages.isEmpty ? scenario[scenario.agents[agent].sectors[0]].id : nil,
                    reason: "agreed")
            }
        }
    }
}
