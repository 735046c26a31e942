import RosterModel

/// Working time of runs of consecutive civil weeks, against one limit for each week in which a run ends.
///
/// Within a horizon shorter than a run every run holds all weeks of the horizon so far: one sum from the start of the
/// horizon is enough, and its limits are what the history leaves. In a longer horizon each week is held to an allowance of
/// its own such that every run keeps the limit. That is the rule itself for runs of one week; for longer ones it is stricter,
/// as a light week lends nothing to its neighbours.
///
/// A run that given work alone brings above the limit is no breach of the plan as long as no shift works in it: its given work
/// is let pass, and its weeks are closed to shifts.
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
    /// Whether given work alone breaks the run that ends with the week.
    private let isBroken: [Bool]
    /// Whether a shift works in a closed week, by day and option.
    private let isBarred: [[Bool]]

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
        func midnight(_ week: Int) -> Int {
            context.axis.minute(date: firstWeek.advanced(by: 7 * week), clock: 0)
        }
        let left = (0..<count).map { week in
            weeklyMinutes * weeks
                - context.past.reduce(0) { $0 + $1.piece.work(cutAt: midnight(week - weeks + 1)).after }
        }
        let busy = context.agent.busy.map(WorkPiece.init)
        let given = (0..<count).map { week in
            busy.reduce(0) { $0 + $1.work(cutAt: midnight(week)).after - $1.work(cutAt: midnight(week + 1)).after }
        }
        func run(_ week: Int) -> Range<Int> { max(0, week - weeks + 1)..<week + 1 }
        let isBroken = (0..<count).map { given[run($0)].reduce(0, +) > left[$0] }
        let closed = (0..<count).filter { week in (week..<min(count, week + weeks)).contains { isBroken[$0] } }
            .map { midnight($0)..<midnight($0 + 1) }
        isBarred = context.options.map { options in
            options.map { option in
                option.pieces.contains { piece in piece.isPlanned && closed.contains { $0.overlaps(piece.minutes) } }
            }
        }
        self.isBroken = isBroken
        let mostOfDay = context.options.map { $0.map(\.dayWork).max() ?? 0 }
        let mostSpill = parts.flatMap { $0.map(\.after) }.max() ?? 0
        let weekLimit = context.hasAcceptedBreach ? nil : context.regime.maximumCivilWeek?.minutes
        // What can be worked from some day on in the run that ends with each week.
        func most(from day: Int) -> [Int] {
            var sums = Array(repeating: 0, count: count)
            for next in day..<days { sums[weekOfDay[next]] += mostOfDay[next] }
            let ofWeek = sums.indices.map { min(sums[$0] + mostSpill, max(given[$0], weekLimit ?? .max)) }
            return ofWeek.indices.map { ofWeek[max(0, $0 - weeks + 1)...$0].reduce(0, +) }
        }
        if zip(left, most(from: 0)).allSatisfy({ $0 >= $1 }) { return nil }
        sumsOneWeek = count > weeks
        if sumsOneWeek {
            // Given work is kept free from the start; then each week in turn takes what the runs it is part of still leave.
            var allowances = given
            for week in 0..<count {
                let free =
                    (week..<min(count, week + weeks)).filter { !isBroken[$0] }
                    .map { left[$0] - allowances[run($0)].reduce(0, +) }.min() ?? 0
                allowances[week] += max(0, min(weeklyMinutes - given[week], free))
            }
            limits = allowances
            harmless = Array(repeating: 0, count: days)
        } else {
            limits = left
            harmless = (0..<days).map { day in
                let later = most(from: day + 1)
                let weeks = weekOfDay[day]..<count
                return weeks.filter { !isBroken[$0] }.map { left[$0] - later[$0] }.min() ?? 0
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
        guard let option else { return (next, true) }
        let week = weekOfDay[day]
        let nextSum = sumsOneWeek ? spill : own + spill
        let holds =
            !isBarred[day][option] && (isBroken[week] || own <= limits[week])
            && (spill == 0 || isBroken[week + 1] || nextSum <= limits[week + 1])
        return (next, holds)
    }
}
