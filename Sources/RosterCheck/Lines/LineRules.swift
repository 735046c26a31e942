import RosterModel

/// The rules of one agent that tie days together, as limits on what a line has gathered so far, and what the history has
/// gathered already.
///
/// Nil limits are not counted: rules not in force, rules that a proof leaves out, and rules that accepted pins break by
/// themselves.
struct LineRules {
    /// What the horizon's weeks ask of a service day.
    struct Day {
        /// Civil week of the date.
        let week: Range<Int>
        /// The civil week after it.
        let nextWeek: Range<Int>
        let isMonday: Bool
        let isSunday: Bool
        /// Whether the horizon ends with the day, and with it what is known of the week.
        let isLast: Bool
        /// The Sunday that shifts of the day may make worked, as a service day.
        let sunday: Int
        /// Whether that Sunday is not the one of the day before.
        let opensSunday: Bool
        /// Whether the weekly rest of the week after is judged.
        let judgesNextRest: Bool
        /// Start of the service day.
        let start: Int
    }

    let calendar: RuleCalendar
    let regime: Regime
    var dailyRest: Int?
    var weekMinutes: Int?
    var weekDays: Int?
    var run: Int?
    var nights: Int?
    var sundays: (most: Int, of: Int, startsOnly: Bool)?
    var weeklyRest: (minutes: Int, within: Int)?
    /// Most working minutes of the horizon.
    var maximum: Int?
    /// Fewest working minutes of the horizon.
    var minimum: Int?
    let days: [Day]
    /// What the history leaves at the start of the horizon.
    let initial: LineLabel

    /// Takes the rules to be counted.
    ///
    /// - Parameter lowestMinimum: The contract's minimum, already lowered to what can be reached.
    init(_ audit: LineAudit, counted: Set<Rule>, lowestMinimum: Int) {
        calendar = audit.calendar
        regime = audit.regime
        let axis = calendar.scenario.axis
        let agent = audit.agent
        // Given work inside the horizon is not part of any label: only the rules of single days, which look at it, count.
        let counted = agent.busy.isEmpty ? counted.subtracting(audit.rulesBrokenByAcceptedPins) : []
        // Labels begin their weeks on Mondays.
        let countsWeeks = regime.weekStart == .monday
        func rule<Value>(_ name: Rule, _ value: Value?) -> Value? { counted.contains(name) ? value : nil }
        dailyRest = rule(.dailyRest, regime.dailyRest?.minutes)
        weekMinutes = countsWeeks ? rule(.maximumCivilWeek, regime.maximumCivilWeek?.minutes) : nil
        weekDays = countsWeeks ? rule(.workedDaysPerWeek, regime.workedDaysPerWeek?.days) : nil
        run = rule(.consecutiveDays, regime.consecutiveDays?.days)
        nights = rule(.consecutiveNights, regime.consecutiveNights?.nights)
        if let off = rule(.sundaysOff, regime.sundaysOff), off.ofSundays < 64 {
            sundays = (off.ofSundays - off.off, off.ofSundays, off.countsStartsOnly)
        }
        if countsWeeks, let rest = rule(.weeklyRest, regime.weeklyRest) {
            let within = max(1, rest.minutesWithinWeek)
            weeklyRest = (max(rest.minutes, within), within)
        }
        let average = rule(.averageOverHorizon, regime.averageOverHorizon).map {
            $0.weeklyMinutes * axis.dayCount / 7
        }
        maximum = [average, rule(.contractMaximum, agent.maximumMinutes)].compactMap { $0 ?? nil }.min()
        minimum = counted.contains(.contractMinimum) && lowestMinimum > 0 ? lowestMinimum : nil

        let calendar = calendar
        let past = audit.history
        func judged(_ monday: Int) -> Bool {
            guard let rule = audit.regime.weeklyRest,
                let week = calendar.weeks(startingOn: .monday).first(where: { $0.first == monday })
            else { return false }
            return audit.longestRest(among: past, in: week, rule) >= rule.minutes
        }
        days = (0..<axis.dayCount).map { day in
            let weekday = axis.weekday(ofDay: day)
            let monday = day - weekday.rawValue
            let sunday = weekday == .saturday ? day + 1 : weekday == .sunday ? day : monday - 1
            return Day(
                week: calendar.midnight(ofDay: monday)..<calendar.midnight(ofDay: monday + 7),
                nextWeek: calendar.midnight(ofDay: monday + 7)..<calendar.midnight(ofDay: monday + 14),
                isMonday: weekday == .monday, isSunday: weekday == .sunday,
                isLast: day + 1 == axis.dayCount, sunday: sunday,
                // The first day's label already stands on its Sunday.
                opensSunday: day > 0 && weekday == .saturday, judgesNextRest: judged(monday + 7),
                start: axis.minutes(ofDay: day).lowerBound)
        }

        var label = LineLabel()
        let first = days[0]
        let monday = -axis.weekday(ofDay: 0).rawValue
        label.end = past.map(\.minutes.upperBound).max() ?? LineLabel.longAgo
        label.ready = dailyRest.map { label.end + $0 } ?? LineLabel.longAgo
        let workedDays = Set(past.map(\.day))
        if run != nil { label.run = Int16(Self.run(before: 0, workedDays)) }
        if nights != nil {
            label.nights = Int16(Self.run(before: 0, audit.nights(past)))
        }
        if weekDays != nil { label.weekDays = Int16(workedDays.filter { $0 >= monday }.count) }
        if weekMinutes != nil {
            label.week = past.reduce(0) {
                $0
                    + calendar.workingMinutes(
                        $1.minutes, breakMinutes: $1.breakMinutes, inside: first.week, audit.regime)
            }
        }
        if let sundays {
            for piece in past {
                for sunday in calendar.sundays(
                    workedBy: piece.minutes, day: piece.day, startsOnly: sundays.startsOnly)
                {
                    let back = (first.sunday - sunday) / 7
                    if sunday <= first.sunday, back < sundays.of { label.sundays |= 1 << UInt64(back) }
                }
            }
        }
        if weeklyRest != nil {
            label.hasRested = !judged(monday) || Self.hasRested(past, first.week, audit.regime)
        } else {
            label.hasRested = true
        }
        initial = label
    }

    private static func run(before day: Int, _ days: Set<Int>) -> Int {
        var length = 0
        while days.contains(day - length - 1) { length += 1 }
        return length
    }

    /// Whether a rest that a later shift of the history ended is enough for the week.
    private static func hasRested(_ past: [Piece], _ week: Range<Int>, _ regime: Regime) -> Bool {
        guard let rule = regime.weeklyRest else { return true }
        var end = LineLabel.longAgo
        for piece in past {
            let start = piece.minutes.lowerBound
            if start - end >= rule.minutes,
                min(start, week.upperBound) - max(end, week.lowerBound) >= max(1, rule.minutesWithinWeek)
            {
                return true
            }
            end = max(end, piece.minutes.upperBound)
        }
        return false
    }
}
