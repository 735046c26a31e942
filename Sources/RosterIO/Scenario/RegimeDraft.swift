import RosterModel

/// A regime while its parts are gathered.
struct RegimeDraft {
    var id: String
    var name: String
    /// Supplied regime that this one is or comes from; nil for one from scratch, and while the supplied ones are read.
    var pack: String?
    var nightClock: ClockRange
    /// What else the night clock may be; nil where no text says it.
    var nightClockTerms: NightClockTerms?
    var nightShiftMinutes: Int
    var breakCountsAsWork: Bool
    var weekStart = Weekday.monday
    var nightWorkerNights = 2
    var nightWorkerYearMinutes: Int?
    /// Most weekly minutes of two posts of one person that are both under such regimes; nil for no limit.
    var postsTogetherMinutes: Int?
    var rules: [Rule: RuleEntry] = [:]
    /// Rules of level ``RuleSource/Level/soft``, each stricter than the one of ``rules`` if there is one.
    var softRules: [Rule: RuleEntry] = [:]
    var agreements: [Agreement] = []
    var compensatoryRests: [CompensatoryRest] = []

    /// Whether texts set limits for night workers, so that it matters who becomes one.
    var hasNightWorkerStatus: Bool {
        [Rule.nightWorkerDay, .nightWorkerAverage].contains { rule in
            [.law, .default].contains(rules[rule]?.source.level)
        }
    }

    var regime: Regime {
        var regime = regime(rules)
        regime.agreements = agreements
        regime.compensatoryRests = compensatoryRests
        if !softRules.isEmpty { regime.wished = self.regime(rules.merging(softRules) { _, soft in soft }) }
        return regime
    }

    /// The regime with these rules alone.
    private func regime(_ rules: [Rule: RuleEntry]) -> Regime {
        var regime = Regime(
            id: id, name: name, nightClock: nightClock, nightShiftMinutes: nightShiftMinutes,
            breakCountsAsWork: breakCountsAsWork)
        regime.weekStart = weekStart
        regime.nightWorkerNights = nightWorkerNights
        regime.nightWorkerYearMinutes = nightWorkerYearMinutes
        for (rule, entry) in rules {
            switch (rule, entry.value) {
            case (.dailyRest, .rest(let minutes)): regime.dailyRest = .init(minutes: minutes, source: entry.source)
            case (.maximumDay, .most(let minutes)): regime.maximumDay = .init(minutes: minutes, source: entry.source)
            case (.amplitude, .most(let minutes)): regime.amplitude = .init(minutes: minutes, source: entry.source)
            case (.maximumCivilWeek, .most(let minutes)):
                regime.maximumCivilWeek = .init(minutes: minutes, source: entry.source)
            case (.averageOverHorizon, .most(let minutes)):
                regime.averageOverHorizon = .init(weeklyMinutes: minutes, source: entry.source)
            case (.weeklyRest, .weeklyRest(let minutes, let within)):
                regime.weeklyRest = .init(minutes: minutes, minutesWithinWeek: within, source: entry.source)
            case (.workedDaysPerWeek, .count(let days)):
                regime.workedDaysPerWeek = .init(days: days, source: entry.source)
            case (.consecutiveDays, .count(let days)): regime.consecutiveDays = .init(days: days, source: entry.source)
            case (.consecutiveNights, .count(let nights)):
                regime.consecutiveNights = .init(nights: nights, source: entry.source)
            case (.sundaysOff, .sundays(let off, let run, let startsOnly, let joined)):
                regime.sundaysOff = .init(
                    off: off, ofSundays: run, countsStartsOnly: startsOnly, isJoined: joined, source: entry.source)
            case (.averageOverWeeks, .average(let minutes, let weeks)):
                regime.averageOverWeeks = .init(weeklyMinutes: minutes, weeks: weeks, source: entry.source)
            case (.nightWorkerDay, .most(let minutes)):
                regime.nightWorkerDay = .init(minutes: minutes, source: entry.source)
            case (.nightWorkerAverage, .average(let minutes, let weeks)):
                regime.nightWorkerAverage = .init(weeklyMinutes: minutes, weeks: weeks, source: entry.source)
            case (.missionHours, .hours(let hours)): regime.missionHours = .init(hours: hours, source: entry.source)
            case (.rollingDay, .most(let minutes)): regime.rollingDay = .init(minutes: minutes, source: entry.source)
            case (.shortestShift, .period(let minutes, let gap)):
                regime.shortestShift = .init(minutes: minutes, gapMinutes: gap, source: entry.source)
            case (.breakDuringWork, .breakAfter(let minutes, let work)):
                regime.breakDuringWork = .init(minutes: minutes, afterMinutes: work, source: entry.source)
            case (.restAfterWork, .restAfter(let minutes, let work)):
                regime.restAfterWork = .init(restMinutes: minutes, workMinutes: work, source: entry.source)
            case (.weekendRest, .least(let halfDays)):
                regime.weekendRest = .init(halfDays: halfDays, source: entry.source)
            case (.noticeOfChange, .notice(let days, let working)):
                regime.noticeOfChange = .init(days: days, countsWorkingDays: working, source: entry.source)
            case (.nightForbidden, .forbidden): regime.nightForbidden = .init(source: entry.source)
            case (.splitDay, .split(let parts, let gap)):
                regime.splitDay = .init(parts: parts, gapMinutes: gap, source: entry.source)
            case (.innerRest, .innerRest(let minutes, let amplitude, let least, let share)):
                regime.innerRest = .init(
                    minutes: minutes, amplitudeMinutes: amplitude, leastMinutes: least, largestShare: share,
                    source: entry.source)
            case (.weeklyHalfDays, .halfDays(let halfDays, let rest)):
                regime.weeklyHalfDays = .init(halfDays: halfDays, restMinutes: rest, source: entry.source)
            case (.publicHolidaysOff, .forbidden): regime.publicHolidaysOff = .init(source: entry.source)
            default: preconditionFailure("rule \(rule) with value \(entry.value)")
            }
        }
        return regime
    }
}
