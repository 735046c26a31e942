package import RosterModel

/// Value of one rule of a regime, whatever it counts.
package enum RuleValue: Hashable, Sendable {
    /// Least minutes of rest.
    case rest(Int)
    /// Most minutes of work or span.
    case most(Int)
    /// Weekly rest, and the part of it inside the week.
    case weeklyRest(Int, within: Int)
    /// Most days or nights.
    case count(Int)
    /// Sundays off in a run of Sundays.
    case sundays(off: Int, of: Int, startsOnly: Bool, joined: Bool = false)
    /// Most working minutes a week, on average over a run of weeks.
    case average(Int, weeks: Int)
    /// Hours of the day.
    case hours(ClockRange)
    /// Least minutes of break, and the work from which it is due.
    case breakAfter(Int, work: Int)
    /// Least minutes of a long rest, and the work after which it is due.
    case restAfter(Int, work: Int)
    /// Least half-days off.
    case least(Int)
    /// Least days of notice, of all days or of working days.
    case notice(Int, working: Bool)
    /// Least minutes of a period of work, and the longest gap that does not end it.
    case period(Int, gap: Int)
    /// Most parts of a day, and the longest gap between them.
    case split(Int, gap: Int?)
    /// Least half-days off in a week, and the least rest that they lie in.
    case halfDays(Int, rest: Int)
    /// Rest inside a day.
    case innerRest(Int, amplitude: Int, least: Int, share: Int)
    /// No work at night, or on public holidays.
    case forbidden

    /// Whether some line of work that this value allows is one that the other value forbids.
    package func isLooser(than other: RuleValue) -> Bool {
        switch (self, other) {
        case (.rest(let own), .rest(let old)): return own < old
        case (.most(let own), .most(let old)), (.count(let own), .count(let old)): return own > old
        case (.weeklyRest(let own, let part), .weeklyRest(let old, let oldPart)): return own < old || part < oldPart
        case (
            .sundays(let off, let run, let startsOnly, let joined),
            .sundays(let oldOff, let oldRun, let oldStartsOnly, let oldJoined)
        ):
            // Most Sundays worked in a run of the old length under the new value.
            let worked = oldRun / run * (run - off) + min(oldRun % run, run - off)
            return worked > oldRun - oldOff || startsOnly && !oldStartsOnly || oldJoined && !joined
        case (.average(let own, let weeks), .average(let old, let oldWeeks)):
            // Only runs that the old ones are made of keep the old average: two full runs of 8 weeks leave 4 of 12 to be
            // filled anew, and 44 h over 8 weeks with weeks of 48 h is 45 h 20 over 12.
            return own > old || !oldWeeks.isMultiple(of: weeks)
        case (.hours(let own), .hours(let old)): return own.start < old.start || own.end > old.end
        case (.breakAfter(let own, let work), .breakAfter(let old, let oldWork)),
            (.restAfter(let own, let work), .restAfter(let old, let oldWork)):
            return own < old || work > oldWork
        case (.least(let own), .least(let old)): return own < old
        case (.notice(let own, let working), .notice(let old, let oldWorking)):
            return own < old || oldWorking && !working
        case (.halfDays(let own, let rest), .halfDays(let old, let oldRest)): return own < old || rest < oldRest
        case (.period(let own, let gap), .period(let old, let oldGap)): return own < old || gap > oldGap
        case (.split(let own, let gap), .split(let old, let oldGap)):
            return own > old || own > 1 && gap ?? .max > oldGap ?? .max
        case (
            .innerRest(let own, let amplitude, let least, let share),
            .innerRest(let old, let oldAmplitude, let oldLeast, let oldShare)
        ):
            // What is due grows with the amplitude, minute for minute: only the difference of the two counts.
            return own - amplitude < old - oldAmplitude || least < oldLeast || share < oldShare
        default: return false
        }
    }
}

extension Rule {
    /// Rules that a regime may hold, by their key in files.
    static let keys: [(key: String, rule: Rule)] = [
        ("daily_rest", .dailyRest), ("maximum_day", .maximumDay), ("amplitude", .amplitude),
        ("maximum_civil_week", .maximumCivilWeek), ("average_over_horizon", .averageOverHorizon),
        ("weekly_rest", .weeklyRest), ("worked_days_per_week", .workedDaysPerWeek),
        ("consecutive_days", .consecutiveDays), ("consecutive_nights", .consecutiveNights),
        ("sundays_off", .sundaysOff), ("night_forbidden", .nightForbidden),
        ("average_over_weeks", .averageOverWeeks), ("night_worker_day", .nightWorkerDay),
        ("night_worker_average", .nightWorkerAverage), ("mission_hours", .missionHours),
        ("rolling_day", .rollingDay), ("shortest_shift", .shortestShift), ("break_during_work", .breakDuringWork),
        ("rest_after_work", .restAfterWork), ("weekend_rest", .weekendRest),
        ("notice_of_change", .noticeOfChange), ("split_day", .splitDay), ("inner_rest", .innerRest),
        ("weekly_half_days", .weeklyHalfDays), ("public_holidays_off", .publicHolidaysOff),
    ]
}
