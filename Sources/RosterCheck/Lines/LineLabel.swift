/// What a line has gathered from the history to the end of some service day.
struct LineLabel {
    /// An end of work so far back that it ties nothing.
    static let longAgo = -1_000_000

    /// Cost so far.
    var cost = 0
    /// Working minutes of the horizon.
    var minutes = 0
    /// Working minutes of the civil week.
    var week = 0
    /// Earliest lawful start of the next shift.
    var ready = longAgo
    /// End of the last shift.
    var end = longAgo
    /// Sundays worked: bit 0 is the latest one.
    var sundays: UInt64 = 0
    /// Worked days in a row.
    var run: Int16 = 0
    /// Nights in a row.
    var nights: Int16 = 0
    /// Worked days of the civil week.
    var weekDays: Int16 = 0
    /// Whether the civil week has its rest.
    var hasRested = false
}
