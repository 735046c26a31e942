import RosterModel

/// What the rules of one regime count of a piece of work, for the neutral model.
struct ModelWork {
    private let axis: TimeAxis
    private let regime: Regime

    init(_ regime: Regime, _ axis: TimeAxis) {
        self.regime = regime
        self.axis = axis
    }

    /// Working minutes of each part of a shift; the break lies in the longest, the first of equals.
    func pieces(_ parts: [Range<Int>], breakMinutes: Int, inside whole: Range<Int>? = nil) -> [Int] {
        let longest = parts.map(\.count).max()
        let holder = parts.firstIndex { $0.count == longest }
        return parts.indices.map { index in
            minutes(parts[index], breakMinutes: index == holder ? breakMinutes : 0, inside: whole ?? parts[index])
        }
    }

    /// Working minutes of the parts of a shift, or of what lies of them inside a span of time.
    func minutes(_ parts: [Range<Int>], breakMinutes: Int, inside whole: Range<Int>? = nil) -> Int {
        pieces(parts, breakMinutes: breakMinutes, inside: whole).reduce(0, +)
    }

    /// Working minutes inside a span of time; the break counts in the longer side of a piece that is cut, in the first when
    /// both are equal.
    private func minutes(_ span: Range<Int>, breakMinutes: Int, inside whole: Range<Int>) -> Int {
        let part = span.clamped(to: whole).count
        if part == 0 || regime.breakCountsAsWork { return part }
        let rest = span.count - part
        let isFirst = span.lowerBound >= whole.lowerBound
        return max(0, part - (part > rest || (part == rest && isFirst) ? breakMinutes : 0))
    }

    /// Elapsed minutes in the night clock of any date.
    func nightMinutes(_ parts: [Range<Int>], day: Int) -> Int {
        (day - 2...day + 1).reduce(0) { sum, day in
            let night = axis.minutes(day: day, range: regime.nightClock)
            return parts.reduce(sum) { $0 + $1.clamped(to: night).count }
        }
    }

    /// What counts of a shift of these parts; a busy interval has no break.
    func facts(_ parts: [Range<Int>], day: Int, breakMinutes: Int) -> ModelJSON.Facts {
        let pieces = pieces(parts, breakMinutes: breakMinutes)
        return ModelJSON.Facts(
            working: pieces.reduce(0, +), nightMinutes: nightMinutes(parts, day: day),
            sundays: (day - 1...day + 2).filter { date in
                guard axis.weekday(ofDay: date) == .sunday else { return false }
                let civil = midnight(date)..<midnight(date + 1)
                let startsOnly = regime.sundaysOff?.countsStartsOnly ?? false
                return parts.contains { startsOnly ? civil.contains($0.lowerBound) : civil.overlaps($0) }
            }, parts: parts.count > 1 ? zip(parts, pieces).map { ModelJSON.bounds($0) + [$1] } : nil)
    }

    // MARK: Spans of time

    private func midnight(_ day: Int) -> Int { axis.minute(date: axis.date(ofDay: day), clock: 0) }

    /// First dates, as service days, of the civil weeks that meet the horizon.
    private var weekStarts: [Int] {
        var first = firstDay(ofWeekOf: 0)
        if midnight(first + 7) <= 0 { first += 7 }
        return stride(from: first, to: .max, by: 7).prefix { midnight($0) < axis.endMinute }
    }

    /// First date of the civil week of a service day.
    func firstDay(ofWeekOf day: Int) -> Int {
        let behind = (axis.weekday(ofDay: day).rawValue - regime.weekStart.rawValue) % 7
        return day - (behind < 0 ? behind + 7 : behind)
    }

    /// Civil weeks that meet the horizon.
    var weeks: [ModelJSON.Week] {
        weekStarts.map { first in
            let span = midnight(first)..<midnight(first + 7)
            return ModelJSON.Week(
                minutes: ModelJSON.bounds(span), days: [first, first + 7],
                halfDays: regime.weeklyHalfDays.map { _ in halfDays(first..<first + 7) })
        }
    }

    /// Both halves of some dates, cut at noon.
    private func halfDays(_ days: Range<Int>) -> [[Int]] {
        days.flatMap { day in
            let noon = axis.minute(date: axis.date(ofDay: day), clock: 720)
            return [[midnight(day), noon], [noon, midnight(day + 1)]]
        }
    }

    /// A limit on the working minutes of a span of time.
    struct Limit {
        let rule: Rule
        let span: Range<Int>
        let minutes: Int
        var nightWorkersOnly = false
    }

    /// Limits of civil weeks and of averages.
    var limits: [Limit] {
        var limits: [Limit] = []
        if let rule = regime.maximumCivilWeek {
            limits += weekStarts.map {
                Limit(rule: .maximumCivilWeek, span: midnight($0)..<midnight($0 + 7), minutes: rule.minutes)
            }
        }
        if let rule = regime.averageOverHorizon {
            limits.append(
                Limit(
                    rule: .averageOverHorizon, span: 0..<axis.endMinute,
                    minutes: rule.weeklyMinutes * axis.dayCount / 7))
        }
        if let rule = regime.averageOverWeeks {
            limits += averages(.averageOverWeeks, rule.weeklyMinutes, weeks: rule.weeks)
        }
        if let rule = regime.nightWorkerAverage {
            limits += averages(.nightWorkerAverage, rule.weeklyMinutes, weeks: rule.weeks).map {
                Limit(rule: $0.rule, span: $0.span, minutes: $0.minutes, nightWorkersOnly: true)
            }
        }
        return limits
    }

    private func averages(_ rule: Rule, _ weekly: Int, weeks: Int) -> [Limit] {
        weekStarts.map { last in
            Limit(rule: rule, span: midnight(last - 7 * (weeks - 1))..<midnight(last + 7), minutes: weekly * weeks)
        }
    }

    /// By Sunday on or next to a service day: the spans of which ``WeekendRest`` asks one to be free.
    var weekendRests: [[[Int]]]? {
        regime.weekendRest.map { rule in
            (-1...axis.dayCount).filter { axis.weekday(ofDay: $0) == .sunday }.map { sunday in
                let edges = (sunday - 1...sunday + 2).flatMap { day in
                    [0, 720].map { axis.minute(date: axis.date(ofDay: day), clock: $0) }
                }
                // Half-days 2 and 3 are those of the Sunday; the Monday ends with half-day 5.
                return (max(0, 4 - rule.halfDays)...min(2, 6 - rule.halfDays)).map {
                    [edges[$0], edges[$0 + rule.halfDays]]
                }
            }
        }
    }
}
