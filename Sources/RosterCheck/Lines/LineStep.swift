import RosterModel

/// A duty as the rules between days see it, with its cost.
struct LineStep {
    let start: Int
    let end: Int
    /// Working minutes.
    let work: Int
    /// Part of them in the civil week of the date, and in the next one.
    let inWeek: Int
    let inNextWeek: Int
    let isNight: Bool
    /// Whether the day's Sunday is worked.
    let worksSunday: Bool
    var cost: Int

    /// Reads a duty; what no counted rule looks at is the same for all duties.
    ///
    /// - Parameter parts: Parts of the duty's shift, in order; none when a clock change swallows it.
    init(_ parts: [Piece], day: Int, cost: Int, _ rules: LineRules) {
        let calendar = rules.calendar
        let looksAtHours = rules.dailyRest != nil || rules.weeklyRest != nil
        let whole = parts.first?.whole ?? rules.days[day].start..<rules.days[day].start
        start = looksAtHours ? whole.lowerBound : rules.days[day].start
        end = looksAtHours ? whole.upperBound : rules.days[day].start
        let counts = rules.maximum != nil || rules.minimum != nil
        work =
            counts
            ? parts.reduce(0) {
                $0 + calendar.workingMinutes($1.minutes, breakMinutes: $1.breakMinutes, rules.regime)
            } : 0
        func part(_ week: Range<Int>) -> Int {
            rules.weekMinutes == nil
                ? 0
                : parts.reduce(0) {
                    $0
                        + calendar.workingMinutes(
                            $1.minutes, breakMinutes: $1.breakMinutes, inside: week, rules.regime)
                }
        }
        inWeek = part(rules.days[day].week)
        inNextWeek = part(rules.days[day].nextWeek)
        isNight =
            rules.nights != nil
            && parts.reduce(0) { $0 + calendar.minutes(of: $1.minutes, day: day, inside: rules.regime.nightClock) }
                >= rules.regime.nightShiftMinutes
        worksSunday =
            rules.sundays.map { sundays in
                parts.contains {
                    calendar.sundays(workedBy: $0.minutes, day: day, startsOnly: sundays.startsOnly)
                        .contains(rules.days[day].sunday)
                }
            } ?? false
        self.cost = cost
    }

    /// Whether every line with the other duty stays lawful, and costs no more, with this one in its place.
    func replaces(_ other: LineStep, minimumCounts: Bool) -> Bool {
        cost <= other.cost && start >= other.start && end <= other.end
            && (minimumCounts ? work == other.work : work <= other.work) && inWeek <= other.inWeek
            && inNextWeek <= other.inNextWeek && (!isNight || other.isNight) && (!worksSunday || other.worksSunday)
    }
}
