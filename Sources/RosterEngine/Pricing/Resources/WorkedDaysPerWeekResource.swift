import RosterModel

/// ``WorkedDaysPerWeek``: service days with a shift since the Monday of the civil week.
struct WorkedDaysPerWeekResource: LineResource {
    private let limit: Int
    private let isSunday: [Bool]
    private let pastDays: Int

    init?(_ context: LineContext) {
        guard let rule = context.regime.workedDaysPerWeek, rule.days < 7 else { return nil }
        limit = rule.days
        isSunday = context.options.indices.map(context.isSunday)
        let monday = -context.axis.firstDay.weekday.rawValue
        pastDays = Set((context.agent.history?.shifts ?? []).map(\.day).filter { $0 >= monday }).count
    }

    func begin(_ state: inout LineState) { state[Lane.weekDays] = Int32(min(pastDays, limit)) }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        let days = Int(state[Lane.weekDays]) + (option == nil ? 0 : 1)
        state[Lane.weekDays] = isSunday[day] ? 0 : Int32(min(days, limit))
        return days <= limit
    }
}
