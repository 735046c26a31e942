import RosterModel

/// Working time of runs of consecutive civil weeks, against one limit for each week in which a run ends.
///
/// Within a horizon shorter than a run every run holds all weeks of the horizon so far: one sum from the start of the
/// horizon is enough, and its limits are what the history leaves. In a longer horizon each week is held to an allowance of
/// its own such that every run keeps the limit. That is the rule itself for runs of one week; for longer ones it is stricter,
/// as a light week lends nothing to its neighbours.
struct AverageWindow: Sendable {
    private let weekOfDay: [Int]
    private let endsWeek: [Bool]
    private let before: [[Int]]
    private let after: [[Int]]
    /// Limit of the sum by week in which a run ends.
    private let limits: [Int]
    /// Sums up to here cannot break any later limit; by day.
    private let harmless: [Int]
    private let sumsOneWeek: Bool

    /// Nil when the limit cannot be reached.
    init?(_ context: LineContext, weeklyMinutes: Int, weeks: Int) {
        let days = context.axis.dayCount
        let offset = context.dayOfWeek(0)
        let weekOfDay = (0..<days).map { ($0 + offset) / 7 }
        let endsWeek = (0..<days).map(context.endsWeek)
        let parts = (0..<days).map { day in
            context.options[day].map { $0.pieces.work(cutAt: context.week(ofDay: day).upperBound) }
        }
        let firstWeek = context.axis.date(ofDay: -offset)
        // Work of the last day may reach into one week more.
        let reachesOn = parts.last?.contains { $0.after > 0 } ?? false
        let count = (weekOfDay.last ?? 0) + (reachesOn ? 2 : 1)
        let left = (0..<count).map { week in
            let start = context.axis.minute(date: firstWeek.advanced(by: 7 * (week - weeks + 1)), clock: 0)
            return weeklyMinutes * weeks - context.past.reduce(0) { $0 + $1.piece.work(cutAt: start).after }
        }
        let mostOfDay = context.options.map { $0.map(\.dayWork).max() ?? 0 }
        let mostSpill = parts.flatMap { $0.map(\.after) }.max() ?? 0
        let weekLimit = context.hasAcceptedBreach ? nil : context.regime.maximumCivilWeek?.minutes
        // What can be worked from some day on in the run that ends with each week.
        func most(from day: Int) -> [Int] {
            var sums = Array(repeating: 0, count: count)
            for next in day..<days { sums[weekOfDay[next]] += mostOfDay[next] }
            let ofWeek = sums.map { min($0 + mostSpill, weekLimit ?? .max) }
            return ofWeek.indices.map { ofWeek[max(0, $0 - weeks + 1)...$0].reduce(0, +) }
        }
        if zip(left, most(from: 0)).allSatisfy({ $0 >= $1 }) { return nil }
        sumsOneWeek = count > weeks
        if sumsOneWeek {
            var allowances: [Int] = []
            for left in left {
                let given = allowances.suffix(weeks - 1).reduce(0, +)
                allowances.append(max(0, min(weeklyMinutes, left - given)))
            }
            limits = allowances
            harmless = Array(repeating: 0, count: days)
        } else {
            limits = left
            harmless = (0..<days).map { day in
                let later = most(from: day + 1)
                let weeks = weekOfDay[day]..<count
                return weeks.map { left[$0] - later[$0] }.min() ?? 0
            }
        }
        self.weekOfDay = weekOfDay
        self.endsWeek = endsWeek
        before = parts.map { $0.map(\.before) }
        after = parts.map { $0.map(\.after) }
    }

    /// The sum after a service day, and whether the limits of the weeks worked in hold.
    func extend(_ sum: Int, day: Int, option: Int?) -> (sum: Int, holds: Bool) {
        let ownPart = option.map { before[day][$0] } ?? 0
        let spill = option.map { after[day][$0] } ?? 0
        let own = sum + ownPart
        let next = sumsOneWeek ? (endsWeek[day] ? spill : own) : max(own + spill, harmless[day])
        guard option != nil else { return (next, true) }
        let week = weekOfDay[day]
        let nextSum = sumsOneWeek ? spill : own + spill
        return (next, own <= limits[week] && (spill == 0 || nextSum <= limits[week + 1]))
    }
}
