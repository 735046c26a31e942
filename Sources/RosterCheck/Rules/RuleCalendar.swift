import RosterModel

/// What all rules of a scenario need to know of its calendar.
struct RuleCalendar: Sendable {
    /// A civil week that meets the horizon.
    struct Week: Sendable {
        /// Service day of its first date; may be negative.
        let first: Int
        /// 00:00 of the first date to 00:00 seven dates later, in elapsed minutes.
        let minutes: Range<Int>
    }

    let scenario: Scenario
    /// Civil weeks that meet the horizon, in order, by the weekday on which weeks begin.
    private let weeksByStart: [[Week]]
    private let shiftsByID: [String: Int]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        let axis = scenario.axis
        weeksByStart = Weekday.allCases.map { start in
            var weeks: [Week] = []
            var first = Self.firstDay(axis, ofWeekOf: 0, startingOn: start)
            while Self.midnight(axis, first) < axis.endMinute {
                let minutes = Self.midnight(axis, first)..<Self.midnight(axis, first + 7)
                if minutes.upperBound > 0 { weeks.append(Week(first: first, minutes: minutes)) }
                first += 7
            }
            return weeks
        }
        shiftsByID = Dictionary(
            scenario.shifts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func midnight(_ axis: TimeAxis, _ day: Int) -> Int {
        axis.minute(date: axis.date(ofDay: day), clock: 0)
    }

    /// Position of the menu's shift with this ``Shift/id``.
    func shift(named id: String) -> ShiftID? { shiftsByID[id].map { ShiftID($0) } }

    /// Civil weeks that meet the horizon, in order.
    func weeks(startingOn start: Weekday) -> [Week] { weeksByStart[start.rawValue] }

    /// Last service day of the horizon in a civil week that meets it.
    func lastDay(of week: Week) -> Int { min(week.first + 6, scenario.axis.dayCount - 1) }

    /// First service day of the civil week of a service day.
    func firstDay(ofWeekOf day: Int, startingOn start: Weekday) -> Int {
        Self.firstDay(scenario.axis, ofWeekOf: day, startingOn: start)
    }

    private static func firstDay(_ axis: TimeAxis, ofWeekOf day: Int, startingOn start: Weekday) -> Int {
        day - (axis.weekday(ofDay: day).rawValue - start.rawValue).flooredRemainder(by: 7)
    }

    /// 12:00 of the date of a service day, in elapsed minutes.
    func noon(ofDay day: Int) -> Int { scenario.axis.minute(date: scenario.axis.date(ofDay: day), clock: 720) }

    /// 00:00 of the date of a service day, in elapsed minutes.
    func midnight(ofDay day: Int) -> Int { Self.midnight(scenario.axis, day) }

    /// Elapsed minutes of a shift of the menu on a service day, from the first start to the last end; empty when a clock
    /// change swallows it.
    func minutes(of shift: Shift, day: Int) -> Range<Int> {
        let parts = parts(of: shift, day: day)
        let start = parts.first?.lowerBound ?? 0
        return start..<(parts.last?.upperBound ?? start)
    }

    /// Elapsed minutes of the parts of a shift of the menu on a service day; a gap that a clock change swallows is none.
    func parts(of shift: Shift, day: Int) -> [Range<Int>] {
        var parts = shift.parts.map { scenario.axis.minutes(day: day, range: $0) }.filter { !$0.isEmpty }
        var position = 1
        while position < parts.count {
            let (before, after) = (parts[position - 1], parts[position])
            if after.lowerBound > before.upperBound {
                position += 1
            } else {
                parts[position - 1] = before.lowerBound..<max(before.upperBound, after.upperBound)
                parts.remove(at: position)
            }
        }
        return parts
    }

    /// Stays of a round of the menu on a service day, gaps left out, and those that a clock change swallows.
    func stages(of shift: Shift, day: Int) -> [WorkedShift.Stage] {
        let whole = minutes(of: shift, day: day)
        let parts = parts(of: shift, day: day)
        let date = scenario.axis.date(ofDay: day)
        var start = whole.lowerBound
        var stages: [WorkedShift.Stage] = []
        for (index, stage) in shift.stages.enumerated() {
            let until =
                index == shift.stages.count - 1
                ? whole.upperBound : min(whole.upperBound, scenario.axis.minute(date: date, clock: stage.until))
            if until > start {
                stages += parts.filter { $0.overlaps(start..<until) }.map {
                    WorkedShift.Stage(sector: stage.sector, minutes: $0.clamped(to: start..<until))
                }
            }
            start = max(start, until)
        }
        return stages
    }

    /// A shift of the menu as an agent works it; the sector matters only for shifts that are no rounds.
    func worked(_ id: ShiftID, by agent: AgentID, on day: Int, in sector: SectorID) -> WorkedShift {
        let shift = scenario[id]
        return WorkedShift(
            agent: agent, day: day, name: shift.id, minutes: minutes(of: shift, day: day),
            breakMinutes: shift.breakMinutes,
            stages: shift.stages.isEmpty
                ? parts(of: shift, day: day).map { .init(sector: sector, minutes: $0) } : stages(of: shift, day: day))
    }

    /// Elapsed minutes of a span that lie in a daily clock range of any date.
    ///
    /// - Parameter day: Service day that owns the span.
    func minutes(of span: Range<Int>, day: Int, inside clock: ClockRange) -> Int {
        (day - 2...day + 1).reduce(0) {
            $0 + span.clamped(to: scenario.axis.minutes(day: $1, range: clock)).count
        }
    }

    /// Working minutes of a shift.
    func workingMinutes(_ minutes: Range<Int>, breakMinutes: Int, _ regime: Regime) -> Int {
        max(0, minutes.count - (regime.breakCountsAsWork ? 0 : breakMinutes))
    }

    /// Working minutes of a shift that lie inside a civil week; its break counts in the longer part.
    func workingMinutes(_ minutes: Range<Int>, breakMinutes: Int, inside week: Range<Int>, _ regime: Regime) -> Int {
        let part = minutes.clamped(to: week).count
        if part == 0 || regime.breakCountsAsWork { return part }
        let rest = minutes.count - part
        let holdsBreak = part > rest || (part == rest && minutes.lowerBound >= week.lowerBound)
        return max(0, part - (holdsBreak ? breakMinutes : 0))
    }

    /// Service day whose date is the Sunday of the civil week of a service day.
    func sunday(ofWeekOf day: Int) -> Int { day + 6 - scenario.axis.weekday(ofDay: day).rawValue }

    /// Sundays (as service days) made worked by a shift.
    func sundays(workedBy minutes: Range<Int>, day: Int, startsOnly: Bool) -> [Int] {
        // A shift lies inside its service day, which meets at most two dates.
        (day - 1...day + 2).filter {
            guard scenario.axis.weekday(ofDay: $0) == .sunday else { return false }
            let civil = midnight(ofDay: $0)..<midnight(ofDay: $0 + 1)
            return startsOnly ? civil.contains(minutes.lowerBound) : civil.overlaps(minutes)
        }
    }
}
