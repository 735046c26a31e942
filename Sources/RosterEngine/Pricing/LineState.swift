/// What the rules of work remember of a line up to one day: one lane for each resource.
///
/// Lines whose states are equal have the same lawful continuations, apart from total working time, which the dynamic
/// program carries beside the state.
typealias LineState = SIMD16<Int32>

/// Lanes of ``LineState``; each belongs to one resource, but for the last.
enum Lane {
    static let lastEnd = 0
    static let weeklyRestEnd = 1
    static let weeklyRestFlags = 2
    static let weekMinutes = 3
    static let weekDays = 4
    static let dayRun = 5
    static let nightRun = 6
    static let sundays = 7
    static let average = 8
    static let nightPattern = 9
    static let nightAverage = 10
    static let joinedSundays = 11
    static let rollingDay = 12
    static let workSinceRest = 13
    static let restSince = 14
    /// Two resources share it: ``WeekendRestResource`` has the five lowest bits, ``WeeklyHalfDaysResource`` those above.
    static let weekend = 15
    static let weekendBits = Int32(5)
}
