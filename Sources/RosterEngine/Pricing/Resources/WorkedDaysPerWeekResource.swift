import RosterModel

/// ``WorkedDaysPerWeek``: worked days of the civil week.
struct WorkedDaysPerWeekResource: LineResource {
    private let limit: Int
    private let endsWeek: [Bool]
    private let pastDays: Int

    init?(_ context: LineContext) {
        guard let rule = context.regime.workedDaysPerWeek, rule.days < 7 else { return nil }
        limit = rule.days
        endsWeek = context.options.indices.map(context.endsWeek)
        let first = -context.dayOfWeek(0)
        pastDays = Set(context.past.map(\.day).filter { $0 >= first }).count
    }

    func begin(_ state: inout LineState) { state[Lane.weekDays] = Int32(min(pastDays, limit)) }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        let days = Int(state[Lane.weekDays]) + (option == nil ? 0 : 1)
        state[Lane.weekDays] = endsWeek[day] ? 0 : Int32(min(days, limit))
        return days <= limit
    }
}
