import RosterModel

/// ``MaximumCivilWeek``: working minutes since the civil week began.
///
/// Only work of the week's last service day can reach into the next civil week, so one lane is enough: on that day it changes
/// from the old week's sum to what the day spills into the new one. A week that history and given work fill beyond the limit by
/// themselves is no breach of the plan as long as no shift works in it.
struct CivilWeekResource: LineResource {
    private let limit: Int
    private let before: [[Int]]
    private let after: [[Int]]
    private let endsWeek: [Bool]
    private let pastMinutes: Int
    /// Whether a shift works in the week of the day, and in the next one, by day and option.
    private let plansBefore: [[Bool]]
    private let plansAfter: [[Bool]]
    /// Whether given work alone breaks the week of the day, and the next one.
    private let isBroken: [Bool]
    private let isNextBroken: [Bool]

    init?(_ context: LineContext) {
        guard let rule = context.regime.maximumCivilWeek else { return nil }
        let limit = rule.minutes
        self.limit = limit
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
        let planned = context.options.indices.map { day in
            let end = context.week(ofDay: day).upperBound
            return context.options[day].map { $0.pieces.filter(\.isPlanned).work(cutAt: end) }
        }
        plansBefore = planned.map { $0.map { $0.before > 0 } }
        plansAfter = planned.map { $0.map { $0.after > 0 } }
        let given = context.givenPieces
        func breaks(_ week: Range<Int>) -> Bool {
            let minutes = given.reduce(0) {
                $0 + $1.work(cutAt: week.lowerBound).after - $1.work(cutAt: week.upperBound).after
            }
            return minutes > limit
        }
        isBroken = context.options.indices.map { breaks(context.week(ofDay: $0)) }
        isNextBroken = context.options.indices.map { breaks(context.week(ofDay: $0 + 7)) }
    }

    func begin(_ state: inout LineState) { state[Lane.weekMinutes] = Int32(pastMinutes) }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        let sum = Int(state[Lane.weekMinutes]) + (option.map { before[day][$0] } ?? 0)
        let spill = option.map { after[day][$0] } ?? 0
        state[Lane.weekMinutes] = Int32(min(limit, endsWeek[day] ? spill : sum))
        guard let option else { return true }
        let ownHolds = isBroken[day] ? !plansBefore[day][option] : sum <= limit
        let nextHolds = isNextBroken[day] ? !plansAfter[day][option] : spill <= limit
        return ownHolds && nextHolds
    }
}
