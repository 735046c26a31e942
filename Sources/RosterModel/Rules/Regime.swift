/// Pack of working-time rules of a kind of contract. A nil rule is not in force.
public struct Regime: Sendable {
    /// Name of the regime in files.
    public let id: String
    /// Name shown to people.
    public let name: String
    /// Hours that count as night, in minutes after 00:00 of a date (22:00 to 05:00 is 1320...1740).
    public let nightClock: ClockRange
    /// Minutes inside ``nightClock`` from which a shift is a night shift.
    public let nightShiftMinutes: Int
    /// Whether breaks count as working time.
    public let breakCountsAsWork: Bool
    /// First day of the civil week of every rule that counts weeks; it begins at 00:00.
    public var weekStart: Weekday = .monday
    /// Night shifts in one civil week that make an agent a night worker, for ``nightWorkerDay`` and ``nightWorkerAverage``.
    public var nightWorkerNights = 2
    /// Night minutes of twelve months in a row, history and plan together, that make an agent a night worker as well; nil when only the weekly pattern does.
    public var nightWorkerYearMinutes: Int?
    /// Rest between shifts.
    public var dailyRest: DailyRest?
    /// Longest working day.
    public var maximumDay: MaximumDay?
    /// Longest span of a day.
    public var amplitude: Amplitude?
    /// Longest civil week.
    public var maximumCivilWeek: MaximumCivilWeek?
    /// Weekly average over the horizon.
    public var averageOverHorizon: AverageOverHorizon?
    /// Weekly rest.
    public var weeklyRest: WeeklyRest?
    /// Worked days in a civil week.
    public var workedDaysPerWeek: WorkedDaysPerWeek?
    /// Worked days in a row.
    public var consecutiveDays: ConsecutiveDays?
    /// Nights in a row.
    public var consecutiveNights: ConsecutiveNights?
    /// Sundays off.
    public var sundaysOff: SundaysOff?
    /// No night work at all.
    public var nightForbidden: NightForbidden?
    /// Weekly average over consecutive weeks, history included.
    public var averageOverWeeks: AverageOverWeeks?
    /// Longest working day of a night worker.
    public var nightWorkerDay: NightWorkerDay?
    /// Weekly average of a night worker.
    public var nightWorkerAverage: NightWorkerAverage?
    /// Hours of missions without permission.
    public var missionHours: MissionHours?
    /// Longest work in any 24 hours.
    public var rollingDay: RollingDay?
    /// Shortest shift.
    public var shortestShift: ShortestShift?
    /// Break of a long shift.
    public var breakDuringWork: BreakDuringWork?
    /// Long rest after much work.
    public var restAfterWork: RestAfterWork?
    /// Half-days off around Sunday.
    public var weekendRest: WeekendRest?
    /// Notice of changes to the published roster.
    public var noticeOfChange: NoticeOfChange?
    /// Split shifts.
    public var splitDay: SplitDay?
    /// Rest inside the amplitude.
    public var innerRest: InnerRest?
    /// Half-days off in a civil week.
    public var weeklyHalfDays: WeeklyHalfDays?
    /// No work on public holidays.
    public var publicHolidaysOff: PublicHolidaysOff?
    /// This regime with its soft rules in the place of those that they are stricter than, or in none; nil without soft rules.
    ///
    /// The rules of level ``RuleSource/Level/soft`` in it are what reports hold a roster against. No plan has to keep them.
    public var wished: Regime? {
        get { ownWished.first }
        set { ownWished = newValue.map { [$0] } ?? [] }
    }
    /// At most one: a value cannot hold another of its kind but through a list.
    private var ownWished: [Regime] = []
    /// Rest earned by work; no rule of the plan.
    public var compensatoryRests: [CompensatoryRest] = []
    /// Agreements and decisions by which rules of this regime were loosened; reports print them.
    public var agreements: [Agreement] = []

    /// Describes a regime without any rule; rules are set afterwards.
    public init(
        id: String, name: String, nightClock: ClockRange, nightShiftMinutes: Int = 180, breakCountsAsWork: Bool
    ) {
        self.id = id
        self.name = name
        self.nightClock = nightClock
        self.nightShiftMinutes = nightShiftMinutes
        self.breakCountsAsWork = breakCountsAsWork
    }

    /// The soft rules with their sources, in the order of ``Rule``; their values are those of ``wished``.
    public var softSources: [(rule: Rule, source: RuleSource)] {
        wished?.sources.filter { $0.source.level == .soft } ?? []
    }

    /// The rules in force with their sources, in the order of ``Rule``.
    public var sources: [(rule: Rule, source: RuleSource)] {
        let all: [(Rule, RuleSource?)] = [
            (.dailyRest, dailyRest?.source), (.maximumDay, maximumDay?.source), (.amplitude, amplitude?.source),
            (.maximumCivilWeek, maximumCivilWeek?.source), (.averageOverHorizon, averageOverHorizon?.source),
            (.weeklyRest, weeklyRest?.source), (.workedDaysPerWeek, workedDaysPerWeek?.source),
            (.consecutiveDays, consecutiveDays?.source), (.consecutiveNights, consecutiveNights?.source),
            (.sundaysOff, sundaysOff?.source), (.nightForbidden, nightForbidden?.source),
            (.averageOverWeeks, averageOverWeeks?.source), (.nightWorkerDay, nightWorkerDay?.source),
            (.nightWorkerAverage, nightWorkerAverage?.source), (.missionHours, missionHours?.source),
            (.rollingDay, rollingDay?.source), (.shortestShift, shortestShift?.source),
            (.breakDuringWork, breakDuringWork?.source), (.restAfterWork, restAfterWork?.source),
            (.weekendRest, weekendRest?.source), (.noticeOfChange, noticeOfChange?.source),
            (.splitDay, splitDay?.source), (.innerRest, innerRest?.source),
            (.weeklyHalfDays, weeklyHalfDays?.source), (.publicHolidaysOff, publicHolidaysOff?.source),
        ]
        return all.compactMap { rule, source in source.map { (rule, $0) } }
    }
}
