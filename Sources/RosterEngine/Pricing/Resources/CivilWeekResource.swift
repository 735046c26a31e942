import RosterModel

/// ``MaximumCivilWeek``: working minutes since the civil week began.
///
/// Only work of the week's last service day can reach into the next civil week, so one lane is enough: on that day it changes
/// from the old week's sum to what the day spills into the new one.
struct CivilWeekResource: LineResource {
    private let limit: Int
    private let before: [[Int]]
    private let after: [[Int]]
    private let endsWeek: [Bool]
    private let pastMinutes: Int

    init?(_ context: LineContext) {
        guard let rule = context.regime.maximumCivilWeek else { return nil }
        limit = rule.minutes
        let parts = context.options.indices.map { day in
            let end = context.week(ofDay: day).upperBound
            return context.options[day].map { $0.pieces.work(cutAt: end) }
        }
        before = parts.map { $0.map(\.before) }
        after = parts.map { $0.map(\.after) }
        endsWeek = context.options.indices.map(context.endsWeek)
        let week = context.week(ofDay: 0)
        pastMinutes = context.past.reduce(0) { $0 + $1.piece.work(cutAt: week.lowerBound).after }
        // The rule cannot bind when the longest days of any week together stay below the limit.
        let longest = before.map { $0.max() ?? 0 }
        let mostDays = context.regime.workedDaysPerWeek?.days ?? 7
        let mostSpill = after.flatMap { $0 }.max() ?? 0
        if pastMinutes == 0, (longest.max() ?? 0) * mostDays + mostSpill <= limit { return nil }
    }

    func begin(_ state: inout LineState) { state[Lane.weekMinutes] = Int32(pastMinutes) }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        let sum = Int(state[Lane.weekMinutes]) + (option.map { before[day][$0] } ?? 0)
        let spill = option.map { after[day][$0] } ?? 0
        state[Lane.weekMinutes] = Int32(min(limit, endsWeek[day] ? spill : sum))
        // A week already over its limit by history forbids work, not rest.
        return option == nil || (sum <= limit && spill <= limit)
    }
}
