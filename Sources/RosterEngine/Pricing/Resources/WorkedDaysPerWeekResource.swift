import RosterModel

/// ``WorkedDaysPerWeek``: worked days of the civil week, against the limit or, where given work alone exceeds it, the days of that.
struct WorkedDaysPerWeekResource: LineResource {
    /// By service day.
    private let limits: [Int]
    private let endsWeek: [Bool]
    private let pastDays: Int

    init?(_ context: LineContext) {
        guard let rule = context.regime.workedDaysPerWeek, rule.days < 7 else { return nil }
        endsWeek = context.options.indices.map(context.endsWeek)
        let given = context.givenDays
        limits = context.options.indices.map { day in
            let first = day - context.dayOfWeek(day)
            return max(rule.days, given.count { (first..<first + 7).contains($0) })
        }
        let first = -context.dayOfWeek(0)
        pastDays = given.count { (first..<0).contains($0) }
    }

    func begin(_ state: inout LineState) { state[Lane.weekDays] = Int32(pastDays) }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        let days = Int(state[Lane.weekDays]) + (option == nil ? 0 : 1)
        state[Lane.weekDays] = endsWeek[day] ? 0 : Int32(min(days, limits[day]))
        return days <= limits[day]
    }
}
