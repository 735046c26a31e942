import RosterModel

/// ``SundaysOff``: which of the last Sundays were worked, one bit each, the newest lowest; bit 30 says that the coming
/// Sunday is already worked by a shift that reaches into it.
struct SundaysOffResource: LineResource {
    private static let coming: Int32 = 1 << 30
    private let limit: Int
    private let memoryMask: Int32
    private let isSunday: [Bool]
    /// Whether the option works the Sunday of its own date, and the Sunday after its date.
    private let worksOwn: [[Bool]]
    private let worksNext: [[Bool]]
    private let pastMask: Int32
    /// Options of given work alone.
    private let isGiven: [[Bool]]

    init?(_ context: LineContext) {
        guard let rule = context.regime.sundaysOff else { return nil }
        limit = rule.ofSundays - rule.off
        memoryMask = Int32(1 << (rule.ofSundays - 1)) - 1
        let axis = context.axis
        func works(_ pieces: [WorkPiece], _ date: CivilDate) -> Bool {
            guard date.weekday == .sunday else { return false }
            let sunday = axis.minutes(ofCivilDay: date)
            return pieces.contains {
                rule.countsStartsOnly ? sunday.contains($0.minutes.lowerBound) : sunday.overlaps($0.minutes)
            }
        }
        isSunday = context.options.indices.map(context.isSunday)
        isGiven = context.options.map { $0.map { $0.shift == nil } }
        worksOwn = context.options.indices.map { day in
            context.options[day].map { works($0.pieces, axis.date(ofDay: day)) }
        }
        worksNext = context.options.indices.map { day in
            context.options[day].map { works($0.pieces, axis.date(ofDay: day).advanced(by: 1)) }
        }
        // Sundays before the first service day, newest first; a Saturday shift just before the horizon may already work
        // the Sunday on which the horizon starts.
        var mask: Int32 = 0
        let past = context.past.map(\.piece)
        let first = axis.firstDay
        let sinceSunday = (first.weekday.rawValue + 1) % 7
        for back in 0..<rule.ofSundays - 1 {
            let sunday = first.advanced(by: -(sinceSunday == 0 ? 7 : sinceSunday) - 7 * back)
            if works(past, sunday) { mask |= 1 << Int32(back) }
        }
        if works(past, first) { mask |= Self.coming }
        pastMask = mask
        // Cannot bind when the Sundays in reach are no more than may be worked.
        let known = axis.dayCount / 7 + 2 + past.count
        if known <= limit { return nil }
    }

    func begin(_ state: inout LineState) { state[Lane.sundays] = pastMask }

    /// Whether one more worked Sunday is allowed.
    ///
    /// Where every Sunday is off, a shift on any Sunday is a breach already, so that one of given work alone is none.
    private func allows(_ memory: Int32, _ day: Int, _ option: Int?) -> Bool {
        if limit == 0, let option, isGiven[day][option] { return true }
        return (memory & memoryMask).nonzeroBitCount + 1 <= limit
    }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        var memory = state[Lane.sundays]
        var holds = true
        if isSunday[day] {
            let isWorkedNow = option.map { worksOwn[day][$0] } ?? false
            let isWorked = isWorkedNow || memory & Self.coming != 0
            memory &= ~Self.coming
            // A Saturday shift that reaches into the Sunday was judged on Saturday; one of the history forbids more work.
            if isWorkedNow { holds = allows(memory, day, option) }
            memory = (memory << 1 | (isWorked ? 1 : 0)) & memoryMask
        }
        if let option, worksNext[day][option] {
            holds = holds && allows(memory, day, option)
            memory |= Self.coming
        }
        state[Lane.sundays] = memory
        return holds
    }
}
