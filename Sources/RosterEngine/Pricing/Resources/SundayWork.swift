import RosterModel

/// Which Sundays the options of an agent work, and which runs of Sundays history and given work break by themselves.
///
/// Such a run is no breach of the plan as long as no shift takes part in it. So its given work is let pass, and its Sundays are
/// closed to shifts.
struct SundayWork: Sendable {
    /// What makes a Sunday a worked one.
    enum Share: Sendable {
        case none, given, planned

        init(_ pieces: [WorkPiece]) {
            self = pieces.isEmpty ? .none : pieces.contains(where: \.isPlanned) ? .planned : .given
        }
    }

    /// Sunday of the option's own date, and the one after it, by day and option.
    let own: [[Share]]
    let next: [[Share]]
    /// What is worked on the option's day, whatever the hours.
    let day: [[Share]]
    private let rule: SundaysOff
    /// By service day of the Sunday plus one: from the day before the horizon to the one after it.
    private let isBroken: [Bool]
    private let isClosed: [Bool]

    init(_ context: LineContext, _ rule: SundaysOff) {
        self.rule = rule
        let axis = context.axis
        let count = axis.dayCount
        func share(_ pieces: [WorkPiece], ofDay day: Int) -> Share {
            Share(Self.works(pieces, axis.date(ofDay: day), axis, rule))
        }
        own = context.options.indices.map { day in context.options[day].map { share($0.pieces, ofDay: day) } }
        next = context.options.indices.map { day in context.options[day].map { share($0.pieces, ofDay: day + 1) } }
        day = context.options.map { $0.map { Share($0.pieces) } }

        let given = context.givenPieces
        let givenDays = context.givenDays
        func isGiven(_ sunday: Int) -> Bool {
            !Self.works(given, axis.date(ofDay: sunday), axis, rule).isEmpty
                || (rule.isJoined && givenDays.contains(sunday - 1) && givenDays.contains(sunday + 1))
        }
        var isBroken = Array(repeating: false, count: count + 2)
        var isClosed = Array(repeating: false, count: count + 2)
        for sunday in -1...count where axis.weekday(ofDay: sunday) == .sunday && isGiven(sunday) {
            let run = (0..<rule.ofSundays).map { sunday - 7 * $0 }
            guard run.count(where: isGiven) > rule.ofSundays - rule.off else { continue }
            isBroken[sunday + 1] = true
            for other in run where other >= -1 { isClosed[other + 1] = true }
        }
        self.isBroken = isBroken
        self.isClosed = isClosed
    }

    /// Those of the pieces that work a date, if it is a Sunday.
    static func works(_ pieces: [WorkPiece], _ date: CivilDate, _ axis: TimeAxis, _ rule: SundaysOff) -> [WorkPiece] {
        guard date.weekday == .sunday else { return [] }
        let sunday = axis.minutes(ofCivilDay: date)
        return pieces.filter {
            rule.countsStartsOnly ? sunday.contains($0.minutes.lowerBound) : sunday.overlaps($0.minutes)
        }
    }

    /// Whether a Sunday may be worked when the run that ends with it then has so many worked Sundays.
    func allows(_ count: Int, sunday: Int, _ share: Share) -> Bool {
        let limit = rule.ofSundays - rule.off
        return switch share {
        case .none: true
        // Where every Sunday is off, a shift on any of them has been refused already.
        case .given: count <= limit || limit == 0 || isBroken[sunday + 1]
        case .planned: count <= limit && !isClosed[sunday + 1]
        }
    }
}
