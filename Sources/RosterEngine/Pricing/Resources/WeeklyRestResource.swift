import RosterModel

/// ``WeeklyRest``: whether the civil week has had its rest, and since when the agent rests.
///
/// A rest may be completed after the week has ended, when enough of it lies inside the week: the state then says that the
/// rest is *owed*, and the next shift must wait for its full length.
struct WeeklyRestResource: LineResource {
    private static let hasRested: Int32 = 1
    private static let owesRest: Int32 = 2
    /// A start of rest so far back that it meets every length.
    private static let longAgo = -100_000

    private let rest: Int
    private let within: Int
    private let shifts: [[Range<Int>]]
    private let weeks: [Range<Int>]
    private let weekOfDay: [Int]
    private let dayEnd: [Int]
    private let past: [Range<Int>]
    /// Weeks without rest even if no shift is worked: they are no breach of the plan, whatever else it decides.
    private let isBroken: [Bool]

    init?(_ context: LineContext) {
        guard let rule = context.regime.weeklyRest else { return nil }
        rest = rule.minutes
        within = rule.minutesWithinWeek
        let axis = context.axis
        // A rest that counts is longer than any gap within a service day, so the pieces of a day are one span.
        shifts = context.options.map { $0.map(\.minutes) }
        let offset = context.dayOfWeek(0)
        let first = axis.date(ofDay: -offset)
        weekOfDay = (0..<axis.dayCount).map { ($0 + offset) / 7 }
        weeks = (0...(weekOfDay.last ?? 0) + 1).map { week in
            let start = first.advanced(by: 7 * week)
            return axis.minute(date: start, clock: 0)..<axis.minute(date: start.advanced(by: 7), clock: 0)
        }
        dayEnd = (0..<axis.dayCount).map { axis.minutes(ofDay: $0).upperBound }
        past = context.past.map(\.piece.minutes)
        let given = context.givenPieces.map(\.minutes).sorted { $0.lowerBound < $1.lowerBound }
        isBroken = weeks.map { !Self.leavesRest(given, in: $0, rule) }
    }

    /// Whether some rest around these spans, sorted by start, gives a week what it needs.
    private static func leavesRest(_ spans: [Range<Int>], in week: Range<Int>, _ rule: WeeklyRest) -> Bool {
        var start = longAgo
        return (spans + [-longAgo..<1 - longAgo]).contains { span in
            defer { start = max(start, span.upperBound) }
            let inside = min(span.lowerBound, week.upperBound) - max(start, week.lowerBound)
            return span.lowerBound - start >= rule.minutes && inside >= rule.minutesWithinWeek
        }
    }

    /// The state as values.
    private struct Rest {
        var start: Int
        var has: Bool
        var owes: Bool
    }

    func begin(_ state: inout LineState) {
        var memory = Rest(start: Self.longAgo, has: false, owes: false)
        let week = weeks[0]
        for shift in past {
            if isComplete(memory, until: shift.lowerBound, in: week) { memory.has = true }
            memory.start = shift.upperBound
        }
        memory.has = memory.has || isBroken[0]
        memory.start = max(memory.start, Self.longAgo)
        store(memory, in: &state)
    }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        var memory = Rest(
            start: Int(state[Lane.weeklyRestEnd]), has: state[Lane.weeklyRestFlags] & Self.hasRested != 0,
            owes: state[Lane.weeklyRestFlags] & Self.owesRest != 0)
        var week = weekOfDay[day]
        // With the horizon the last week ends too: after it the agent is free.
        var isOpen = day + 1 == weekOfDay.count || weekOfDay[day + 1] != week
        var holds = true
        if let option {
            let shift = shifts[day][option]
            if isOpen, shift.lowerBound >= weeks[week].upperBound {
                holds = close(&memory, week: week)
                isOpen = false
                week += 1
            }
            if memory.owes {
                holds = holds && shift.lowerBound - memory.start >= rest
                memory.owes = false
            }
            if isComplete(memory, until: shift.lowerBound, in: weeks[week]) { memory.has = true }
            if isOpen, shift.upperBound > weeks[week].upperBound {
                // At work when the week ends: nothing after it can count for it.
                holds = holds && memory.has
                memory.has = isBroken[week + 1]
                isOpen = false
            }
            memory.start = shift.upperBound
        } else {
            if memory.owes, dayEnd[day] - memory.start >= rest { memory.owes = false }
            if isComplete(memory, until: dayEnd[day], in: weeks[week]) { memory.has = true }
        }
        if isOpen { holds = close(&memory, week: week) && holds }
        forget(&memory, after: day)
        store(memory, in: &state)
        return holds
    }

    /// Whether the rest that lasts from `memory.start` until `instant` gives the week what it needs.
    private func isComplete(_ memory: Rest, until instant: Int, in week: Range<Int>) -> Bool {
        instant - memory.start >= rest
            && min(instant, week.upperBound) - max(memory.start, week.lowerBound) >= within
    }

    /// Ends a week during a rest.
    private func close(_ memory: inout Rest, week: Int) -> Bool {
        defer { memory.has = isBroken[week + 1] }
        if memory.has { return true }
        guard weeks[week].upperBound - max(memory.start, weeks[week].lowerBound) >= within else { return false }
        memory.owes = true
        return true
    }

    /// Moves the start of a long rest forward as far as no later decision can tell, so that states coincide.
    private func forget(_ memory: inout Rest, after day: Int) {
        let length = dayEnd[day] - rest
        if memory.has {
            memory.start = max(memory.start, length)
        } else if day + 1 < weekOfDay.count {
            memory.start = max(memory.start, min(length, weeks[weekOfDay[day + 1]].lowerBound))
        } else {
            memory.start = max(memory.start, length)
        }
    }

    private func store(_ memory: Rest, in state: inout LineState) {
        state[Lane.weeklyRestEnd] = Int32(memory.start)
        state[Lane.weeklyRestFlags] = (memory.has ? Self.hasRested : 0) | (memory.owes ? Self.owesRest : 0)
    }
}
