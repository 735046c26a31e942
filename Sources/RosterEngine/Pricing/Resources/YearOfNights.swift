import RosterModel

/// Hours of night of twelve months that end in the horizon: those of the plan on top of what the history has left.
///
/// They are counted in steps, rounded up when the steps would be too many: a night worker is then recognised a little early, which
/// is stricter than the rule. So it is in a horizon longer than twelve months, of which all hours count together.
struct YearOfNights: Sendable {
    /// Bits of a sum of steps.
    static let bits = Int32(6)
    private static let mostSteps = (1 << Int(bits)) - 1
    /// Service days of twelve months.
    private static let yearDays = 365

    /// Steps by service day and option.
    private let steps: [[Int32]]
    /// Steps that make a night worker at the end of a service day.
    private let needed: [Int32]
    /// Sums below that can no longer become enough after the service day.
    private let useful: [Int32]

    /// Nil when the rule is not in force, or nothing that may be worked reaches the hours.
    init?(_ context: LineContext) {
        guard let asked = context.regime.nightWorkerYearMinutes else { return nil }
        let clock = context.regime.nightClock
        let minutes = context.options.map { options in
            options.map { option in
                option.pieces.reduce(0) { $0 + context.axis.nightMinutes(of: $1.minutes, clock: clock) }
            }
        }
        let left = context.options.indices.map { asked - Self.past(context, endingOn: $0) }
        let common = minutes.joined().reduce(0, gcd)
        guard common > 0 else { return nil }
        let most = left.max() ?? 0
        let step = common * max(1, (most + common * Self.mostSteps - 1) / (common * Self.mostSteps))
        func rounded(_ minutes: Int) -> Int32 { Int32((minutes + step - 1) / step) }
        let steps = minutes.map { $0.map(rounded) }
        let needed = left.map(rounded)
        // From the last day backwards: what must have been gathered for a later day to have enough.
        var useful = Array(repeating: Int32.max, count: steps.count)
        for day in steps.indices.dropLast().reversed() {
            let later = min(needed[day + 1], useful[day + 1])
            useful[day] = later - (steps[day + 1].max() ?? 0)
        }
        guard let first = steps.first, min(needed[0], useful[0]) <= first.max() ?? 0 else { return nil }
        self.steps = steps
        self.needed = needed
        self.useful = useful
    }

    /// Whether the twelve months before the horizon hold the hours already.
    static func isReached(before context: LineContext) -> Bool {
        context.regime.nightWorkerYearMinutes.map { past(context, endingOn: -1) >= $0 } ?? false
    }

    /// Minutes of night of the history in the twelve months that end on a service day.
    private static func past(_ context: LineContext, endingOn day: Int) -> Int {
        context.past.reduce(0) { sum, past in
            guard past.day > day - yearDays else { return sum }
            return sum + context.axis.nightMinutes(of: past.piece.minutes, clock: context.regime.nightClock)
        }
    }

    /// The sum after a service day; nil when it makes a night worker.
    func extend(_ sum: Int32, day: Int, option: Int?) -> Int32? {
        let next = sum + (option.map { steps[day][$0] } ?? 0)
        if next >= needed[day] { return nil }
        return next < useful[day] ? 0 : next
    }
}
