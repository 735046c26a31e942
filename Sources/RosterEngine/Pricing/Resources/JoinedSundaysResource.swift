import RosterModel

/// ``SundaysOff`` with `isJoined`: which of the last Sundays count as worked, the newest lowest; whether the Saturday
/// before the Sunday that is not yet decided was worked, and whether a shift was part of that.
struct JoinedSundaysResource: LineResource {
    private static let coming: Int32 = 1 << 30
    private static let saturdayWorked: Int32 = 1 << 29
    private static let saturdayPlanned: Int32 = 1 << 28
    private static let saturday = saturdayWorked | saturdayPlanned
    private let mask: Int32
    private let weekday: [Weekday]
    private let work: SundayWork
    private let start: Int32

    init?(_ context: LineContext) {
        guard let rule = context.regime.sundaysOff, rule.isJoined else { return nil }
        mask = Int32(1 << rule.ofSundays) - 1
        let axis = context.axis
        if axis.dayCount / 7 + 2 + context.past.count <= rule.ofSundays - rule.off { return nil }
        weekday = context.options.indices.map { axis.weekday(ofDay: $0) }
        work = SundayWork(context, rule)
        let pieces = context.past.map(\.piece)
        let days = Set(context.past.map(\.day))
        func works(_ date: CivilDate) -> Bool { !SundayWork.works(pieces, date, axis, rule).isEmpty }
        // Service day of the last Sunday before the horizon.
        let last = -1 - axis.weekday(ofDay: 0).rawValue
        var bits: Int32 = 0
        for back in 0..<rule.ofSundays {
            let sunday = last - 7 * back
            if works(axis.date(ofDay: sunday)) || (days.contains(sunday - 1) && days.contains(sunday + 1)) {
                bits |= 1 << Int32(back)
            }
        }
        if works(axis.firstDay) { bits |= Self.coming }
        let isOpen = weekday.first == .sunday ? days.contains(-1) : weekday.first == .monday && days.contains(last - 1)
        if isOpen { bits |= Self.saturdayWorked }
        start = bits
    }

    func begin(_ state: inout LineState) { state[Lane.joinedSundays] = start }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        var lane = state[Lane.joinedSundays]
        var holds = true
        switch weekday[day] {
        case .saturday:
            lane &= ~Self.saturday
            guard let option else { break }
            lane |= Self.saturdayWorked
            if work.day[day][option] == .planned { lane |= Self.saturdayPlanned }
            let next = work.next[day][option]
            if next != .none {
                holds = work.allows((lane & mask >> 1).nonzeroBitCount + 1, sunday: day + 1, next)
                lane |= Self.coming
            }
        case .sunday:
            let share = option.map { work.own[day][$0] } ?? .none
            let isWorked = share != .none || lane & Self.coming != 0
            // A worked Sunday is decided; one off waits for its Monday.
            let open = isWorked ? 0 : lane & Self.saturday
            lane = (lane << 1 | (isWorked ? 1 : 0)) & mask
            holds = work.allows(lane.nonzeroBitCount, sunday: day, share)
            lane |= open
        case .monday:
            if let option, lane & Self.saturdayWorked != 0, lane & 1 == 0 {
                let isPlanned = lane & Self.saturdayPlanned != 0 || work.day[day][option] == .planned
                lane |= 1
                holds = work.allows((lane & mask).nonzeroBitCount, sunday: day - 1, isPlanned ? .planned : .given)
            }
            lane &= ~Self.saturday
        default: break
        }
        state[Lane.joinedSundays] = lane
        return holds
    }
}
