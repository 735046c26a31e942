package import RosterCheck
package import RosterModel

/// Two lines of one agent for a row of ``RuleTable``: at the limit of the rule, and one step beyond it.
package struct RuleBench {
    /// A piece of work: elapsed minutes from 06:00 of the date of a service day.
    package struct Work: Sendable {
        package var day: Int
        var start: Int
        var length: Int
        var breakMinutes = 0
        /// Gaps of a split shift, in minutes after its start.
        var gaps: [Range<Int>] = []
    }

    /// Days of the horizon.
    private static let days = 25

    let row: RuleTable.Row
    private let axis: TimeAxis

    package init(_ row: RuleTable.Row) {
        self.row = row
        axis = TinyScenario(first: Self.firstDay(row), days: Self.days).axis
    }

    /// A Thursday, with a clock change in the night of the third day (Saturday); at an edge the first of a month. For rules around
    /// a Sunday that month begins with one.
    private static func firstDay(_ row: RuleTable.Row) -> String {
        switch row.situation {
        case .ordinary: "2026-10-08"
        case .monthEdge, .unknownPast: row.rule == .weekendRest ? "2026-11-01" : "2026-10-01"
        case .october: "2026-10-22"
        case .march: "2026-03-26"
        }
    }

    private var regime: Regime { row.regime }

    // MARK: What the check says

    /// The town of the row: days before 0 are history, or left out when nothing is known.
    private func town(_ line: [Work]) -> TinyScenario {
        var town = TinyScenario(first: Self.firstDay(row), days: Self.days)
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "20:00", "24:00")
        town.regimes = [regime]
        if row.situation == .unknownPast {
            town.agent("m1")
        } else {
            let past = line.filter { $0.day < 0 }
            town.agent(
                "m1",
                history: Agent.History(
                    shifts: past.map { .init(day: $0.day, minutes: minutes($0), breakMinutes: $0.breakMinutes) },
                    knownFrom: -400))
        }
        return town
    }

    /// The scenario with what the row's rule asks for beside the line.
    private func completed(_ scenario: Scenario) -> Scenario {
        var scenario = scenario
        if row.rule == .noticeOfChange {
            // Nothing is published: whatever is worked within the notice is a change that comes too late.
            scenario.published = PublishedRoster(decisionDay: 2, roster: Roster(shifts: []))
        }
        if row.rule == .publicHolidaysOff { scenario.publicHolidays = [axis.date(ofDay: day + 1)] }
        return scenario
    }

    private func worked(_ work: Work) -> WorkedShift {
        WorkedShift(
            agent: AgentID(0), day: work.day, name: "any", minutes: minutes(work), breakMinutes: work.breakMinutes,
            stages: parts(work).map { .init(sector: SectorID(0), minutes: $0) })
    }

    private func checked(_ line: [Work]) -> Scenario {
        var town = town(line)
        town.shift("any", "08:00", "16:00")
        return completed(town.scenario)
    }

    /// Breaches of the row's rule that the check finds in a line.
    package func breaches(_ line: [Work]) -> [Violation] {
        let roster = Roster(shifts: line.filter { $0.day >= 0 }.map(worked))
        return RosterChecker(checked(line)).violations(in: roster).filter { $0.rule == row.rule }
    }

    /// Rules that are listed as unverifiable when nothing is known of the past.
    package var unverifiable: Set<Rule> {
        Set(RosterChecker.check(Roster(shifts: []), against: checked([])).unverifiable.map(\.rule))
    }

    // MARK: What is planned

    /// A town of this rule alone whose menu is the line's shifts, each on its day and no other.
    ///
    /// - Precondition: each shift lies inside its service day and begins and ends at times that a recurring clock can name.
    package func planned(_ line: [Work]) -> Scenario {
        var town = town(line)
        town.regimes = [regime.only(row.rule)]
        for work in line where work.day >= 0 {
            let parts = parts(work).map {
                (start: clock($0.lowerBound, of: work.day), end: clock($0.upperBound, of: work.day))
            }
            town.splitShift("day\(work.day)", parts, breakMinutes: work.breakMinutes, days: [work.day])
        }
        if line.allSatisfy({ $0.day < 0 }) { town.shift("none", "08:00", "16:00", days: []) }
        let scenario = completed(town.scenario)
        for (work, shift) in zip(line.filter { $0.day >= 0 }, scenario.shifts) {
            precondition(
                shift.minutes(day: work.day, axis: axis) == minutes(work), "\(row): \(work) is no shift of a menu")
        }
        return scenario
    }

    /// Local time of an elapsed minute, counted on from the date of a service day.
    private func clock(_ minute: Int, of day: Int) -> String {
        let local = axis.local(minute)
        let clock = local.clock + 1440 * (local.date.daysSinceEpoch - axis.date(ofDay: day).daysSinceEpoch)
        return "\(clock / 60):\(clock % 60)"
    }

    // MARK: Work

    private func at(_ clock: String) -> Int { TinyScenario.clock(clock) - 360 }

    private func start(ofDay day: Int) -> Int { axis.minute(date: axis.date(ofDay: day), clock: 360) }

    private func minutes(_ work: Work) -> Range<Int> {
        start(ofDay: work.day) + work.start..<start(ofDay: work.day) + work.start + work.length
    }

    /// Parts of a piece of work.
    private func parts(_ work: Work) -> [Range<Int>] {
        let whole = minutes(work)
        let cuts = work.gaps.map { whole.lowerBound + $0.lowerBound..<whole.lowerBound + $0.upperBound }
        let starts = [whole.lowerBound] + cuts.map(\.upperBound)
        return zip(starts, cuts.map(\.lowerBound) + [whole.upperBound]).map { $0..<$1 }
    }

    /// Some working minutes.
    private func work(_ day: Int, _ clock: String, _ minutes: Int) -> Work {
        Work(day: day, start: at(clock), length: minutes)
    }

    /// Work that ends at 03:30, so that a clock change lies in it; a break comes on top unless it counts as work.
    private func late(_ day: Int, _ minutes: Int, breakMinutes: Int = 0, gaps: [Range<Int>] = []) -> Work {
        let length = minutes + (regime.breakCountsAsWork ? 0 : breakMinutes)
        let end = axis.minute(date: axis.date(ofDay: day), clock: TinyScenario.clock("27:30"))
        return Work(
            day: day, start: end - length - start(ofDay: day), length: length, breakMinutes: breakMinutes, gaps: gaps)
    }

    /// Work that starts at an elapsed minute.
    private func work(from minute: Int, length: Int) -> Work {
        var day = -400
        while start(ofDay: day + 1) <= minute { day += 1 }
        return Work(day: day, start: minute - start(ofDay: day), length: length)
    }

    /// Work of some minutes on some days, an equal part each day; in the night of a clock change over the change itself.
    private func spread(_ total: Int, over days: [Int], _ clock: String) -> [Work] {
        days.enumerated().map { index, day in
            let minutes = total / days.count + (index < total % days.count ? 1 : 0)
            return row.situation.hasClockChange && day == 2 ? late(day, minutes) : work(day, clock, minutes)
        }
    }

    /// Where the work is: the Saturday with the clock change, the one a week later, or the last day before the horizon.
    private var base: Int { row.situation.isAtEdge ? -1 : row.situation.hasClockChange ? 2 : 9 }

    /// A day of the horizon for rules of single days.
    private var day: Int { max(base, 0) }

    /// First day of the civil week that holds the base.
    private var week: Int {
        var day = base
        while axis.weekday(ofDay: day) != regime.weekStart { day -= 1 }
        return day
    }

    /// A line that keeps the rule at its limit and one that breaks it by one step; nil for rules that no regime has.
    package var cases: (kept: [Work], broken: [Work])? {
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
        case .maximumDay: return regime.maximumDay.map { pair({ [late(day, $0)] }, $0.minutes) }
        case .amplitude: return regime.amplitude.map { pair({ [late(day, $0)] }, $0.minutes) }
        case .shortestShift: return regime.shortestShift.map { pair({ [late(day, $0)] }, $0.minutes, step: -1) }
        case .breakDuringWork:
            return regime.breakDuringWork.map { rule in
                pair({ [late(day, rule.afterMinutes, breakMinutes: $0)] }, rule.minutes, step: -1)
            }
        case .nightForbidden:
            return pair({ [Work(day: day, start: $0 - 600, length: 240)] }, regime.nightClock.start)
        case .publicHolidaysOff:
            // The evening before a holiday, until midnight.
            return pair({ [Work(day: day, start: at("24:00") - 240 + $0, length: 240)] }, 0)
        case .missionHours:
            return regime.missionHours.map { pair({ [Work(day: day, start: $0 - 600, length: 240)] }, $0.hours.end) }
        case .nightWorkerDay:
            // Nights of the week after, or of the history, make the night worker; the long day is another one.
            let nights = (0..<regime.nightWorkerNights).map {
                work((row.situation.isAtEdge ? week : week + 7) + $0, "20:00", 360)
            }
            return regime.nightWorkerDay.map { pair({ nights + [late(day, $0)] }, $0.minutes) }
        case .rollingDay:
            // 4 h from 20:00 on, and as much as the limit leaves in the last of the 24 hours after 20:00, and an hour more.
            let first = work(base, "20:00", 240)
            let end = minutes(first).lowerBound + 1440
            return regime.rollingDay.map { rule in
                pair({ [first, work(from: end - ($0 - 240), length: rule.minutes - 180)] }, rule.minutes)
            }
        case .restAfterWork:
            return regime.restAfterWork.map {
                pair({ spread($0, over: (-2...3).map { base + $0 }, "21:30") }, $0.workMinutes)
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
            return regime.consecutiveNights.map { pair({ (0..<$0).map { late(base + $0, 420) } }, $0.nights) }
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
            // Parts of an hour with half an hour between them; a clock change lies in the last, of three hours.
            return regime.splitDay.map { rule in
                pair(
                    { parts in
                        let gaps = (1..<max(1, parts)).map { $0 * 90 - 30..<$0 * 90 }
                        return [
                            Work(
                                day: day, start: at("25:30") - (parts - 1) * 90, length: parts * 90 + 90, gaps: gaps)
                        ]
                    }, rule.parts)
            }
        case .innerRest:
            // The full amplitude with one gap.
            return regime.innerRest.map { rule in
                pair({ [late(day, rule.amplitudeMinutes, gaps: [300..<300 + $0])] }, rule.minutes, step: -1)
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

    /// Work from 13:00 to 21:00 every day around the week, but for one rest of this length over a clock change.
    private func weekWithRest(_ rest: Int) -> [Work] {
        let gap = row.situation.isAtEdge ? -1 : base - 1
        let end = minutes(work(gap, "13:00", 480)).upperBound + rest
        let after = work(from: end, length: 120)
        let days = (week - 1...week + 7).map { work($0, "13:00", 480) }
        return days.filter {
            minutes($0).upperBound <= end - rest || (minutes($0).lowerBound > end && $0.day != after.day)
        }
            + [after]
    }

    /// Work in the evenings around one rest of the week that holds just so many half-days, then a minute of the last of them; a
    /// clock change lies in it.
    private func weekOfHalfDays(_ rule: WeeklyHalfDays) -> (kept: [Work], broken: [Work]) {
        func around(_ early: Int) -> [Work] {
            // Free from the midnight after the first day on, until midnight or noon.
            let isOdd = rule.halfDays % 2 == 1
            let first = isOdd ? base - 2 : base - 1
            let last = first + rule.halfDays / 2 + 1
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
                Work(day: base, start: end - 120, length: 120),
                work(base + 2, rule.halfDays == 4 ? "12:00" : "08:00", 120),
            ]
        }
        return (around(0), around(1))
    }
}
