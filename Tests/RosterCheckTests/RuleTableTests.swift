import RosterCheck
import RosterIO
import RosterModel
import TestSupport
import Testing

/// One line per rule, regime and night: kept at the limit, broken one step beyond it.
///
/// The rules and their limits are those of the supplied regimes and of one more regime that has every rule; the rosters are
/// written from the limits, so that a changed limit needs no change here.
@Suite struct RuleTableTests {
    /// What a line of the table is about.
    struct Row: CustomTestStringConvertible, Sendable {
        let regime: Regime
        let rule: Rule
        let situation: Situation
        var testDescription: String { "\(rule) of \(regime.id), \(situation)" }
    }

    /// When the work is done.
    enum Situation: String, CaseIterable, Sendable {
        /// A week without anything special.
        case ordinary
        /// The first night of the horizon, with the work before it in the history.
        case monthEdge
        /// The first night of the horizon, and nothing is known of what was before.
        case unknownPast
        /// In the night in which an hour is repeated.
        case october
        /// In the night in which an hour is skipped.
        case march

        /// First service day, a Thursday, with the change in the night of the third (Saturday).
        var firstDay: String {
            switch self {
            case .ordinary, .monthEdge, .unknownPast: "2026-10-08"
            case .october: "2026-10-22"
            case .march: "2026-03-26"
            }
        }

        /// Whether the night of the third day is longer or shorter.
        var hasClockChange: Bool { self == .october || self == .march }
    }

    static let source = RuleSource(level: .law, article: "article")

    /// A regime with every rule, other than any text has them.
    static var complete: Regime {
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
    static let suppliedIDs = [
        "fpt", "police-municipale", "prive-jour", "prive-jour-temps-partiel", "prive-nuit", "mineur", "ccn66",
        "ccn66-irregulier", "ccn66-temps-partiel", "ccn1351",
        "ccn1351-cycle", "ccn1043a", "ccn1043b", "ccn1043b-3h",
    ]

    /// The supplied regimes, read as a scenario that uses them all.
    static var supplied: [Regime] {
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
    static var wednesday: Regime {
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

    static var rows: [Row] {
        (supplied + [complete, wednesday]).flatMap { regime in
            regime.sources.flatMap { rule, _ in
                Situation.allCases.map { Row(regime: regime, rule: rule, situation: $0) }
            }
        }
    }

    @Test func `the supplied regimes are all in the table`() {
        #expect(Self.supplied.map(\.id).sorted() == Self.suppliedIDs.sorted())
    }

    @Test(arguments: rows)
    func `kept at the limit and broken one step beyond it`(row: Row) throws {
        let bench = Bench(row)
        let (kept, broken) = try #require(bench.cases, "no case for \(row.rule)")
        let fine = bench.breaches(kept)
        #expect(fine.isEmpty, "kept: \(fine)")
        if row.situation == .unknownPast, broken.contains(where: { $0.day < 0 }) {
            // Nobody knows: it must not be called a breach, and must be called unverifiable.
            #expect(bench.breaches(broken).isEmpty)
            #expect(bench.unverifiable.contains(row.rule), "\(bench.unverifiable)")
        } else {
            let found = bench.breaches(broken)
            #expect(!found.isEmpty, "broken, yet nothing found")
            #expect(found.allSatisfy { !$0.article.isEmpty && !$0.days.isEmpty })
        }
    }
}

/// Rosters at the limit of one rule and one step beyond it.
struct Bench {
    /// A piece of work: elapsed minutes from 06:00 of the date of a service day.
    struct Work {
        var day: Int
        var start: Int
        var length: Int
        var breakMinutes = 0
        /// Gaps of a split shift, in minutes after its start.
        var gaps: [Range<Int>] = []
    }

    /// Days of the horizon.
    private static let days = 25

    let row: RuleTableTests.Row
    private let axis: TimeAxis

    init(_ row: RuleTableTests.Row) {
        self.row = row
        axis = TinyScenario(first: row.situation.firstDay, days: Self.days).axis
    }

    private var regime: Regime { row.regime }

    // MARK: What the check says

    private func scenario(_ past: [Work]?) -> Scenario {
        var town = TinyScenario(first: row.situation.firstDay, days: Self.days)
        town.regimes = [regime]
        town.shift("any", "08:00", "16:00")
        let history = past.map { past in
            Agent.History(
                shifts: past.map { .init(day: $0.day, minutes: minutes($0), breakMinutes: $0.breakMinutes) },
                knownFrom: -400)
        }
        town.agent("m1", history: history)
        var scenario = town.scenario
        if row.rule == .noticeOfChange {
            // Nothing is published: whatever is worked within the notice is a change that comes too late.
            scenario.published = PublishedRoster(decisionDay: 2, roster: Roster(shifts: []))
        }
        if row.rule == .publicHolidaysOff { scenario.publicHolidays = [axis.date(ofDay: day + 1)] }
        return scenario
    }

    private func worked(_ work: Work) -> WorkedShift {
        let whole = minutes(work)
        var start = whole.lowerBound
        var stages: [WorkedShift.Stage] = []
        for gap in work.gaps + [work.length..<work.length] {
            stages.append(.init(sector: SectorID(0), minutes: start..<whole.lowerBound + gap.lowerBound))
            start = whole.lowerBound + gap.upperBound
        }
        return WorkedShift(
            agent: AgentID(0), day: work.day, name: "any", minutes: whole, breakMinutes: work.breakMinutes,
            stages: stages)
    }

    /// Breaches of the row's rule: days before 0 are history, or left out when nothing is known.
    func breaches(_ line: [Work]) -> [Violation] {
        let past = line.filter { $0.day < 0 }
        let scenario = scenario(row.situation == .unknownPast ? nil : past)
        let roster = Roster(shifts: line.filter { $0.day >= 0 }.map(worked))
        return RosterChecker(scenario).violations(in: roster).filter { $0.rule == row.rule }
    }

    /// Rules that are listed as unverifiable when nothing is known of the past.
    var unverifiable: Set<Rule> {
        Set(RosterChecker.check(Roster(shifts: []), against: scenario(nil)).unverifiable.map(\.rule))
    }

    // MARK: Work

    private func at(_ clock: String) -> Int { TinyScenario.clock(clock) - 360 }

    private func start(ofDay day: Int) -> Int { axis.minute(date: axis.date(ofDay: day), clock: 360) }

    private func minutes(_ work: Work) -> Range<Int> {
        start(ofDay: work.day) + work.start..<start(ofDay: work.day) + work.start + work.length
    }

    /// Some working minutes; a break comes on top unless it counts as work.
    private func work(_ day: Int, _ clock: String, _ minutes: Int, breakMinutes: Int = 0) -> Work {
        Work(
            day: day, start: at(clock), length: minutes + (regime.breakCountsAsWork ? 0 : breakMinutes),
            breakMinutes: breakMinutes)
    }

    /// Work that starts at an elapsed minute and ends at a clock time of its service day, or after some minutes.
    private func work(from minute: Int, length: Int) -> Work {
        var day = -400
        while start(ofDay: day + 1) <= minute { day += 1 }
        return Work(day: day, start: minute - start(ofDay: day), length: length)
    }

    /// Work of some minutes on some days, an equal part each day; in the night of a clock change over the change itself.
    private func spread(_ total: Int, over days: [Int], _ clock: String) -> [Work] {
        days.enumerated().map { index, day in
            let isChanged = row.situation.hasClockChange && day == 2
            return work(
                day, isChanged ? "25:00" : clock, total / days.count + (index < total % days.count ? 1 : 0))
        }
    }

    /// Where the work is: the Saturday with the clock change, or the last day before the horizon.
    private var base: Int { row.situation == .monthEdge || row.situation == .unknownPast ? -1 : 2 }

    /// A day of the horizon for rules of single days.
    private var day: Int { max(base, 0) }

    /// First day of the civil week that holds the base.
    private var week: Int {
        var day = base
        while axis.weekday(ofDay: day) != regime.weekStart { day -= 1 }
        return day
    }

    /// A line that keeps the rule at its limit and one that breaks it by one step.
    var cases: (kept: [Work], broken: [Work])? {
        func pair(_ line: (Int) -> [Work], _ limit: Int, step: Int = 1) -> (kept: [Work], broken: [Work]) {
            (line(limit), line(limit + step))
        }
        switch row.rule {
        case .dailyRest:
            // From 23:00 on; a clock change lies in the rest.
            let first = work(base, "15:00", 480)
            return regime.dailyRest.map { rule in
                pair({ [first, work(from: minutes(first).upperBound + $0, length: 240)] }, rule.minutes, step: -1)
            }
        case .maximumDay: return regime.maximumDay.map { pair({ [work(day, "20:00", $0)] }, $0.minutes) }
        case .amplitude: return regime.amplitude.map { pair({ [work(day, "20:00", $0)] }, $0.minutes) }
        case .shortestShift:
            return regime.shortestShift.map { pair({ [work(day, "24:00", $0)] }, $0.minutes, step: -1) }
        case .breakDuringWork:
            return regime.breakDuringWork.map { rule in
                pair({ [work(day, "22:00", rule.afterMinutes, breakMinutes: $0)] }, rule.minutes, step: -1)
            }
        case .nightForbidden:
            return pair({ [Work(day: day, start: $0 - 600, length: 240)] }, regime.nightClock.start)
        case .publicHolidaysOff:
            // The evening before a holiday, until midnight.
            return pair({ [Work(day: day, start: at("24:00") - 240 + $0, length: 240)] }, 0)
        case .missionHours:
            return regime.missionHours.map { pair({ [Work(day: day, start: $0 - 600, length: 240)] }, $0.hours.end) }
        case .nightWorkerDay:
            // Nights of the week after make the night worker; the long day is another one.
            let nights = (0..<regime.nightWorkerNights).map { work(week + 7 + $0, "20:00", 360) }
            return regime.nightWorkerDay.map { pair({ nights + [work(day, "20:00", $0)] }, $0.minutes) }
        case .rollingDay:
            // 4 h before midnight, and from 10:00 as long as the limit allows.
            return regime.rollingDay.map {
                pair({ [work(base, "20:00", 240), work(base + 1, "10:00", $0 - 240)] }, $0.minutes)
            }
        case .restAfterWork:
            return regime.restAfterWork.map {
                pair({ spread($0, over: (-2...3).map { base + $0 }, "25:00") }, $0.workMinutes)
            }
        case .maximumCivilWeek:
            return regime.maximumCivilWeek.map {
                pair({ spread($0, over: Array(week..<week + 7), "07:00") }, $0.minutes)
            }
        case .averageOverHorizon:
            return regime.averageOverHorizon.map { rule in
                pair({ spread($0, over: Array(0..<Self.days), "18:00") }, rule.weeklyMinutes * Self.days / 7)
            }
        case .averageOverWeeks:
            return regime.averageOverWeeks.map { rule in
                let days = Array(week - 7 * (rule.weeks - 1)..<week + 7)
                return pair({ spread($0, over: days, "07:00") }, rule.weeklyMinutes * rule.weeks)
            }
        case .nightWorkerAverage:
            // Three or five nights in each week, none over the border of weeks.
            return regime.nightWorkerAverage.map { rule in
                let nights = rule.weeklyMinutes < 1500 ? [1, 3, 5] : [1, 2, 3, 4, 5]
                let days = (0..<rule.weeks).flatMap { back in nights.map { week - 7 * back + $0 } }
                return pair({ spread($0, over: days, "21:00") }, rule.weeklyMinutes * rule.weeks)
            }
        case .weeklyRest: return regime.weeklyRest.map { pair(weekWithRest, $0.minutes, step: -1) }
        case .workedDaysPerWeek:
            return regime.workedDaysPerWeek.map { pair({ (0..<$0).map { work(week + $0, "15:00", 240) } }, $0.days) }
        case .consecutiveDays:
            return regime.consecutiveDays.map { pair({ (0..<$0).map { work(base + $0, "15:00", 240) } }, $0.days) }
        case .consecutiveNights:
            return regime.consecutiveNights.map { pair({ (0..<$0).map { work(base + $0, "20:00", 420) } }, $0.nights) }
        case .sundaysOff:
            let last = row.situation == .ordinary ? 10 : 3
            return regime.sundaysOff.map { rule in
                pair({ (0..<$0).map { work(last - 7 * $0, "10:00", 240) } }, rule.ofSundays - rule.off)
            }
        case .weekendRest: return regime.weekendRest.map(weekend)
        case .noticeOfChange:
            return regime.noticeOfChange.map { rule in
                pair({ [work(dayOfNotice($0, rule), "10:00", 240)] }, rule.days, step: -1)
            }
        case .weeklyHalfDays: return regime.weeklyHalfDays.map(weekOfHalfDays)
        case .splitDay:
            // Parts of an hour with half an hour between them, from 20:00 on: a clock change lies in one of them.
            return regime.splitDay.map { rule in
                pair(
                    { parts in
                        let gaps = (1..<max(1, parts)).map { $0 * 90 - 30..<$0 * 90 }
                        return [Work(day: day, start: at("20:00"), length: parts * 90 - 30, gaps: gaps)]
                    }, rule.parts)
            }
        case .innerRest:
            // The full amplitude with one gap.
            return regime.innerRest.map { rule in
                pair(
                    { rest in
                        [Work(day: day, start: at("12:00"), length: rule.amplitudeMinutes, gaps: [300..<300 + rest])]
                    }, rule.minutes, step: -1)
            }
        case .absence, .allowedSector, .allowedShift, .oneShiftADay, .contractMaximum, .contractMinimum, .pin,
            .contractPeriod, .busyTime, .constitutedTeam:
            return nil
        }
    }

    /// First service day with so many days of notice after the decision of service day 2.
    private func dayOfNotice(_ notice: Int, _ rule: NoticeOfChange) -> Int {
        var (day, left) = (2, notice)
        while left > 0 {
            day += 1
            if !rule.countsWorkingDays || axis.weekday(ofDay: day).rawValue < 5 { left -= 1 }
        }
        return day
    }

    /// Work from 10:00 to 18:00 every day around the week, but for one rest of this length.
    private func weekWithRest(_ rest: Int) -> [Work] {
        let gap = base < 0 ? -1 : 1
        let end = minutes(work(gap, "10:00", 480)).upperBound + rest
        let after = work(from: end, length: 120)
        let days = (week - 1...week + 7).map { work($0, "10:00", 480) }
        return days.filter { minutes($0).upperBound <= end - rest || minutes($0).lowerBound > end + 120 } + [after]
    }

    /// Work in the evenings around one rest of the week that holds just so many half-days, then a minute of the last of them.
    private func weekOfHalfDays(_ rule: WeeklyHalfDays) -> (kept: [Work], broken: [Work]) {
        func around(_ early: Int) -> [Work] {
            // Free from the midnight after the second day on, until midnight or noon.
            let first = week + 1
            let last = first + rule.halfDays / 2 + 1
            let isOdd = rule.halfDays % 2 == 1
            let evenings = (week - 1...week + 7).filter { $0 <= first || $0 > last || ($0 == last && !isOdd) }
            let end =
                isOdd
                ? Work(day: last, start: at("12:00") - early, length: 120)
                : Work(day: last - 1, start: at("24:00") - early, length: 120)
            return evenings.map { work($0, "16:00", 480) } + [end]
        }
        return (around(0), around(1))
    }

    /// The Saturday ends so that just enough half-days are free, then a minute later.
    private func weekend(_ rule: WeekendRest) -> (kept: [Work], broken: [Work]) {
        func around(_ late: Int) -> [Work] {
            let end = (rule.halfDays == 2 ? at("24:00") : at("12:00")) + late
            return [
                Work(day: 2, start: end - 120, length: 120),
                work(4, rule.halfDays == 4 ? "12:00" : "08:00", 120),
            ]
        }
        return (around(0), around(1))
    }
}
