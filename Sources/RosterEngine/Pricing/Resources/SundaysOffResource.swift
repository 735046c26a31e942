import RosterModel

/// ``SundaysOff``: which of the last Sundays were worked, one bit each, the newest lowest; bit 30 says that the coming
/// Sunday is already worked by a shift that reaches into it.
struct SundaysOffResource: LineResource {
    private static let coming: Int32 = 1 << 30
    private let memoryMask: Int32
    private let isSunday: [Bool]
    private let work: SundayWork
    private let pastMask: Int32

    init?(_ context: LineContext) {
        guard let rule = context.regime.sundaysOff else { return nil }
        memoryMask = Int32(1 << (rule.ofSundays - 1)) - 1
        let axis = context.axis
        let past = context.past.map(\.piece)
        // Cannot bind when the Sundays in reach are no more than may be worked.
        if axis.dayCount / 7 + 2 + past.count <= rule.ofSundays - rule.off { return nil }
        isSunday = context.options.indices.map(context.isSunday)
        work = SundayWork(context, rule)
        // Sundays before the first service day, newest first; a Saturday shift just before the horizon may already work
        // the Sunday on which the horizon starts.
        var mask: Int32 = 0
        let first = axis.firstDay
        let sinceSunday = (first.weekday.rawValue + 1) % 7
        for back in 0..<rule.ofSundays - 1 {
            let sunday = first.advanced(by: -(sinceSunday == 0 ? 7 : sinceSunday) - 7 * back)
            if !SundayWork.works(past, sunday, axis, rule).isEmpty { mask |= 1 << Int32(back) }
        }
        if !SundayWork.works(past, first, axis, rule).isEmpty { mask |= Self.coming }
        pastMask = mask
    }

    func begin(_ state: inout LineState) { state[Lane.sundays] = pastMask }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        var memory = state[Lane.sundays]
        let own = option.map { work.own[day][$0] } ?? .none
        let next = option.map { work.next[day][$0] } ?? .none
        var holds = true
        if isSunday[day] {
            let isWorked = own != .none || memory & Self.coming != 0
            memory &= ~Self.coming
            // A Saturday shift that reaches into the Sunday was judged on Saturday; one of the history forbids more work.
            holds = work.allows((memory & memoryMask).nonzeroBitCount + 1, sunday: day, own)
            memory = (memory << 1 | (isWorked ? 1 : 0)) & memoryMask
        }
        if next != .none {
            holds = holds && work.allows((memory & memoryMask).nonzeroBitCount + 1, sunday: day + 1, next)
            memory |= Self.coming
        }
        state[Lane.sundays] = memory
        return holds
    }
}
