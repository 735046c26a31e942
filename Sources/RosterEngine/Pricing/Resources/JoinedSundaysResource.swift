import RosterModel

/// ``SundaysOff`` with `isJoined`: which of the last Sundays count as worked, the newest lowest; and whether the Saturday
/// before the Sunday that is not yet decided was worked.
struct JoinedSundaysResource: LineResource {
    private static let coming: Int32 = 1 << 30
    private static let saturdayWorked: Int32 = 1 << 29
    private let limit: Int
    private let mask: Int32
    private let weekday: [Weekday]
    private let worksOwn: [[Bool]]
    private let worksNext: [[Bool]]
    private let start: Int32

    init?(_ context: LineContext) {
        guard let rule = context.regime.sundaysOff, rule.isJoined else { return nil }
        limit = rule.ofSundays - rule.off
        mask = Int32(1 << rule.ofSundays) - 1
        let axis = context.axis
        if axis.dayCount / 7 + 2 + context.past.count <= limit { return nil }
        func works(_ pieces: [WorkPiece], _ date: CivilDate) -> Bool {
            guard date.weekday == .sunday else { return false }
            let sunday = axis.minutes(ofCivilDay: date)
            return pieces.contains {
                rule.countsStartsOnly ? sunday.contains($0.minutes.lowerBound) : sunday.overlaps($0.minutes)
            }
        }
        weekday = context.options.indices.map { axis.weekday(ofDay: $0) }
        worksOwn = context.options.indices.map { day in
            context.options[day].map { works($0.pieces, axis.date(ofDay: day)) }
        }
        worksNext = context.options.indices.map { day in
            context.options[day].map { works($0.pieces, axis.date(ofDay: day).advanced(by: 1)) }
        }
        let pieces = context.past.map(\.piece)
        let days = Set(context.past.map(\.day))
        // Service day of the last Sunday before the horizon.
        let last = -1 - axis.weekday(ofDay: 0).rawValue
        var bits: Int32 = 0
        for back in 0..<rule.ofSundays {
            let sunday = last - 7 * back
            if works(pieces, axis.date(ofDay: sunday)) || (days.contains(sunday - 1) && days.contains(sunday + 1)) {
                bits |= 1 << Int32(back)
            }
        }
        if works(pieces, axis.firstDay) { bits |= Self.coming }
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
            lane = lane & ~Self.saturdayWorked | (option != nil ? Self.saturdayWorked : 0)
            if let option, worksNext[day][option] {
                holds = (lane & mask >> 1).nonzeroBitCount + 1 <= limit
                lane |= Self.coming
            }
        case .sunday:
            let isWorkedNow = option.map { worksOwn[day][$0] } ?? false
            let isWorked = isWorkedNow || lane & Self.coming != 0
            // A worked Sunday is decided; one off waits for its Monday.
            let open = isWorked ? 0 : lane & Self.saturdayWorked
            lane = (lane << 1 | (isWorked ? 1 : 0)) & mask
            if isWorkedNow { holds = lane.nonzeroBitCount <= limit }
            lane |= open
        case .monday:
            if option != nil, lane & Self.saturdayWorked != 0, lane & 1 == 0 {
                lane |= 1
                holds = (lane & mask).nonzeroBitCount <= limit
            }
            lane &= ~Self.saturdayWorked
        default: break
        }
        state[Lane.joinedSundays] = lane
        return holds
    }
}
