/// A daily span of local clock time, half-open, that may run past midnight.
///
/// - Units: minutes after 00:00 of the service day's date; `end` may exceed 1440 (`02:00` of the night is 1560).
public struct ClockRange: Hashable, Sendable {
    /// First minute.
    public let start: Int
    /// First minute after the range; at least `start`.
    public let end: Int

    /// Wraps a span; `end` must not lie before `start`.
    public init(start: Int, end: Int) {
        precondition(start <= end, "clock range ends (\(end)) before it starts (\(start))")
        self.start = start
        self.end = end
    }
}
