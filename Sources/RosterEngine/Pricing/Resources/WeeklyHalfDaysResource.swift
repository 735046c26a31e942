import RosterModel

/// ``WeeklyHalfDays``: half-days off of the civil week so far, how long the agent has rested, and whether the rest under way is
/// *owed*: the week before counted on its half-days, and it must reach its length.
///
/// In the lane, above the bits of ``WeekendRestResource``: one bit for the debt, four for the half-days, then the minutes from
/// the end of the last work to the end of the service day, as far as they tell anything.
struct WeeklyHalfDaysResource: LineResource {
    private static let owesBit = Int32(1) << Lane.weekendBits
    private static let countShift = Lane.weekendBits + 1
    private static let ageShift = Lane.weekendBits + 5
    private static let below = Int32(1) << Lane.weekendBits - 1
    /// Rests that began longer ago are all alike: longer than a week and the longest rest asked for.
    private static let longest = 10_080 + 2880

    private let asked: Int
    private let rest: Int
    private let spans: [[Range<Int>]]
    /// Civil weeks that meet the horizon: their minutes, half-days, and whether they are judged.
    private let weeks: [(minutes: Range<Int>, halfDays: [Range<Int>], isJudged: Bool)]
    private let weekOfDay: [Int]
    /// End of each service day, the one before the first included.
    private let dayEnds: [Int]
    private let past: [Range<Int>]

    init?(_ context: LineContext) {
        guard let rule = context.regime.weeklyHalfDays else { return nil }
        asked = rule.halfDays
        rest = rule.restMinutes
        let axis = context.axis
        // No gap within a service day is as long as the rests that count, so the pieces of a day are one span.
        spans = context.options.map { $0.map(\.minutes) }
        let offset = context.dayOfWeek(0)
        weekOfDay = (0..<axis.dayCount).map { ($0 + offset) / 7 }
        dayEnds = [0] + (0..<axis.dayCount).map { axis.minutes(ofDay: $0).upperBound }
        past = context.past.map(\.piece.minutes)
        let given = context.givenPieces.map(\.minutes).sorted { $0.lowerBound < $1.lowerBound }
        let (rest, asked) = (self.rest, self.asked)
        weeks = (0...(weekOfDay.last ?? 0) + 1).map { week in
            let dates = (0..<7).map { axis.date(ofDay: 7 * week - offset + $0) }
            let halfDays = dates.flatMap { date -> [Range<Int>] in
                let (start, noon) = (axis.minute(date: date, clock: 0), axis.minute(date: date, clock: 720))
                return [start..<noon, noon..<axis.minute(date: date.advanced(by: 1), clock: 0)]
            }
            let minutes = halfDays[0].lowerBound..<halfDays[13].upperBound
            // A week that is lost without the plan is not judged.
            return (minutes, halfDays, Self.free(halfDays, around: given, rest: rest) >= asked)
        }
    }

    /// Half-days of a week inside rests of the length asked for, when only these spans are worked.
    private static func free(_ halfDays: [Range<Int>], around spans: [Range<Int>], rest: Int) -> Int {
        var start = Int.min / 2
        var count = 0
        for span in spans + [Int.max / 2..<Int.max / 2 + 1] {
            if span.lowerBound - start >= rest {
                count += halfDays.count { start <= $0.lowerBound && $0.upperBound <= span.lowerBound }
            }
            start = max(start, span.upperBound)
        }
        return count
    }

    /// The lane as values.
    private struct Memory {
        var owes: Bool
        var count: Int
        var start: Int
    }

    func begin(_ state: inout LineState) {
        var memory = Memory(owes: false, count: 0, start: -Self.longest)
        for span in past {
            memory.count += gained(memory, until: span.lowerBound, in: 0)
            memory.start = max(memory.start, span.upperBound)
        }
        store(memory, after: 0, in: &state)
    }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        let lane = state[Lane.weekend]
        var memory = Memory(
            owes: lane & Self.owesBit != 0, count: Int(lane >> Self.countShift) & 15,
            start: dayEnds[day] - Int(lane >> Self.ageShift))
        var week = weekOfDay[day]
        // With the horizon the last week ends too: after it the agent is free.
        var isOpen = day + 1 == weekOfDay.count || weekOfDay[day + 1] != week
        var holds = true
        if let option {
            let span = spans[day][option]
            if isOpen, span.lowerBound >= weeks[week].minutes.upperBound {
                holds = close(&memory, week)
                isOpen = false
                week += 1
            }
            if memory.owes { holds = holds && span.lowerBound - memory.start >= rest }
            memory.owes = false
            memory.count = min(asked, memory.count + gained(memory, until: span.lowerBound, in: week))
            if isOpen, span.upperBound > weeks[week].minutes.upperBound {
                // At work when the week ends: nothing after it counts for it.
                holds = holds && (memory.count >= asked || !weeks[week].isJudged)
                memory.count = 0
                isOpen = false
            }
            memory.start = span.upperBound
        }
        if isOpen { holds = close(&memory, week) && holds }
        store(memory, after: day + 1, in: &state)
        return holds
    }

    /// Half-days of a week that a rest which ends now has given it.
    private func gained(_ memory: Memory, until instant: Int, in week: Int) -> Int {
        guard instant - memory.start >= rest else { return 0 }
        return weeks[week].halfDays.count { memory.start <= $0.lowerBound && $0.upperBound <= instant }
    }

    /// Ends a week during a rest.
    private func close(_ memory: inout Memory, _ week: Int) -> Bool {
        defer { memory.count = 0 }
        if memory.count >= asked || !weeks[week].isJudged { return true }
        let coming = weeks[week].halfDays.count { memory.start <= $0.lowerBound }
        guard memory.count + coming >= asked else { return false }
        memory.owes = true
        return true
    }

    private func store(_ memory: Memory, after day: Int, in state: inout LineState) {
        let age = min(Self.longest, dayEnds[day] - memory.start)
        // A rest that is long enough already owes nothing more.
        let owes = memory.owes && age < rest
        state[Lane.weekend] =
            state[Lane.weekend] & Self.below | (owes ? Self.owesBit : 0)
            | Int32(min(asked, memory.count)) << Self.countShift | Int32(age) << Self.ageShift
    }
}
