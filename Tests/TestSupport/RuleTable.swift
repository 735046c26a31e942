import RosterIO
package import RosterModel

/// Rule × regime × situation, for pricing and for the check.
///
/// The rules and their limits are those of the supplied regimes, of one more regime that has every rule, and of one whose weeks
/// begin on Wednesday; ``RuleBench`` writes the lines of a row from the limits, so that a changed limit needs no change there.
package enum RuleTable {
    /// What a line of the table is about.
    package struct Row: CustomStringConvertible, Sendable {
        package let regime: Regime
        package let rule: Rule
        package let situation: Situation
        package var description: String { "\(rule) of \(regime.id), \(situation)" }
    }

    /// When the work is done.
    package enum Situation: String, CaseIterable, Sendable {
        /// A week without anything special.
        case ordinary
        /// At the start of the first month of the horizon, with the work before it in the history.
        case monthEdge
        /// The same, and nothing is known of what was before.
        case unknownPast
        /// In the night in which an hour is repeated.
        case october
        /// In the night in which an hour is skipped.
        case march

        /// Whether the night of the third day is longer or shorter.
        var hasClockChange: Bool { self == .october || self == .march }

        /// Whether the work begins before the horizon.
        var isAtEdge: Bool { self == .monthEdge || self == .unknownPast }
    }

    private static let source = RuleSource(level: .law, article: "article")

    /// A regime with every rule, other than any text has them.
    package static var complete: Regime {
        var regime = Regime(
            id: "complet", name: "complet", nightClock: ClockRange(start: 1320, end: 1740), breakCountsAsWork: false)
        regime.dailyRest = DailyRest(minutes: 615, source: source)
        regime.maximumDay = MaximumDay(minutes: 495, source: source)
        regime.amplitude = Amplitude(minutes: 705, source: source)
        regime.maximumCivilWeek = MaximumCivilWeek(minutes: 1515, source: source)
        regime.averageOverHorizon = AverageOverHorizon(weeklyMinutes: 700, source: source)
        regime.weeklyRest = WeeklyRest(minutes: 2105, minutesWithinWeek: 1440, source: source)
        regime.workedDaysPerWeek = WorkedDaysPerWeek(days: 4, source: source)
        regime.consecutiveDays = ConsecutiveDays(days: 3, source: source)
        regime.consecutiveNights = ConsecutiveNights(nights: 2, source: source)
        regime.sundaysOff = SundaysOff(off: 1, ofSundays: 2, source: source)
        regime.nightForbidden = NightForbidden(source: source)
        regime.averageOverWeeks = AverageOverWeeks(weeklyMinutes: 1201, weeks: 3, source: source)
        regime.nightWorkerDay = NightWorkerDay(minutes: 425, source: source)
        regime.nightWorkerAverage = NightWorkerAverage(weeklyMinutes: 901, weeks: 2, source: source)
        regime.missionHours = MissionHours(hours: ClockRange(start: 360, end: 1380), source: source)
        regime.rollingDay = RollingDay(minutes: 555, source: source)
        regime.shortestShift = ShortestShift(minutes: 185, source: source)
        regime.breakDuringWork = BreakDuringWork(minutes: 25, afterMinutes: 365, source: source)
        regime.restAfterWork = RestAfterWork(restMinutes: 1500, workMinutes: 1255, source: source)
        regime.weekendRest = WeekendRest(halfDays: 3, source: source)
        regime.noticeOfChange = NoticeOfChange(days: 3, source: source)
        regime.splitDay = SplitDay(parts: 2, source: source)
        regime.weeklyHalfDays = WeeklyHalfDays(halfDays: 4, restMinutes: 2100, source: source)
        regime.publicHolidaysOff = PublicHolidaysOff(source: source)
        regime.innerRest = InnerRest(
            minutes: 200, amplitudeMinutes: 700, leastMinutes: 30, largestShare: 70, source: source)
        return regime
    }

    /// Names of the supplied regimes.
    package static let suppliedIDs = [
        "fpt", "police-municipale", "prive-jour", "prive-jour-temps-partiel", "prive-nuit", "mineur", "ccn66",
        "ccn66-irregulier", "ccn66-temps-partiel", "ccn1351",
        "ccn1351-cycle", "ccn1043a", "ccn1043b", "ccn1043b-3h",
    ]

    /// The supplied regimes, read as a scenario that uses them all.
    package static var supplied: [Regime] {
        let ids = suppliedIDs
        let yaml = """
            horizon: {first: 2026-10-01, last: 2026-10-31}
            sectors: [{id: a}]
            employers: [{id: e}]
            professions: [{id: p}]
            shifts: [{id: s, professions: [p], start: "16:00", end: "20:00"}]
            team_kinds: [{id: k, places: [{of: [p]}]}]
            requirements: [{id: r, sector: a, kinds: [k], needs: [{from: "17:00", to: "20:00", teams: 1}]}]

            """
        let agents = "agent,employer,profession,regime\n" + ids.map { "x-\($0),e,p,\($0)\n" }.joined()
        let files = ScenarioFiles(
            name: "regimes", contents: ["scenario.yaml": Array(yaml.utf8), "agents.csv": Array(agents.utf8)])
        return (try? ScenarioReader.read(files: files, language: .english).scenario.regimes) ?? []
    }

    /// The same with weeks that begin on Wednesday.
    private static var wednesday: Regime {
        let complete = complete
        var regime = Regime(
            id: "mercredi", name: "mercredi", nightClock: complete.nightClock, breakCountsAsWork: true)
        regime.weekStart = .wednesday
        regime.maximumCivilWeek = complete.maximumCivilWeek
        regime.weeklyRest = complete.weeklyRest
        regime.workedDaysPerWeek = complete.workedDaysPerWeek
        regime.averageOverWeeks = complete.averageOverWeeks
        regime.nightWorkerAverage = complete.nightWorkerAverage
        return regime
    }

    /// One row per regime, rule in force and situation.
    package static var rows: [Row] {
        (supplied + [complete, wednesday]).flatMap { regime in
            regime.sources.flatMap { rule, _ in
                Situation.allCases.map { Row(regime: regime, rule: rule, situation: $0) }
            }
        }
    }
}

extension Regime {
    /// The regime with one of its rules alone.
    func only(_ rule: Rule) -> Regime {
        var regime = Regime(
            id: id, name: name, nightClock: nightClock, nightShiftMinutes: nightShiftMinutes,
            breakCountsAsWork: breakCountsAsWork)
        regime.weekStart = weekStart
        regime.nightWorkerNights = nightWorkerNights
        regime.nightWorkerYearMinutes = nightWorkerYearMinutes
        switch rule {
        case .dailyRest: regime.dailyRest = dailyRest
        case .maximumDay: regime.maximumDay = maximumDay
        case .amplitude: regime.amplitude = amplitude
        case .maximumCivilWeek: regime.maximumCivilWeek = maximumCivilWeek
        case .averageOverHorizon: regime.averageOverHorizon = averageOverHorizon
        case .weeklyRest: regime.weeklyRest = weeklyRest
        case .workedDaysPerWeek: regime.workedDaysPerWeek = workedDaysPerWeek
        case .consecutiveDays: regime.consecutiveDays = consecutiveDays
        case .consecutiveNights: regime.consecutiveNights = consecutiveNights
        case .sundaysOff: regime.sundaysOff = sundaysOff
        case .nightForbidden: regime.nightForbidden = nightForbidden
        case .averageOverWeeks: regime.averageOverWeeks = averageOverWeeks
        case .nightWorkerDay: regime.nightWorkerDay = nightWorkerDay
        case .nightWorkerAverage: regime.nightWorkerAverage = nightWorkerAverage
        case .missionHours: regime.missionHours = missionHours
        case .rollingDay: regime.rollingDay = rollingDay
        case .shortestShift: regime.shortestShift = shortestShift
        case .breakDuringWork: regime.breakDuringWork = breakDuringWork
        case .restAfterWork: regime.restAfterWork = restAfterWork
        case .weekendRest: regime.weekendRest = weekendRest
        case .noticeOfChange: regime.noticeOfChange = noticeOfChange
        case .splitDay: regime.splitDay = splitDay
        case .innerRest: regime.innerRest = innerRest
        case .weeklyHalfDays: regime.weeklyHalfDays = weeklyHalfDays
        case .publicHolidaysOff: regime.publicHolidaysOff = publicHolidaysOff
        case .absence, .allowedSector, .allowedShift, .oneShiftADay, .contractMaximum, .contractMinimum, .pin,
            .contractPeriod, .busyTime, .constitutedTeam:
            break
        }
        return regime
    }
}
