import RosterModel

extension ClockRange {
    /// Whether all hours of another range lie in this one, on a clock that comes round each day.
    func covers(_ other: ClockRange) -> Bool {
        if end - start >= 1440 { return true }
        return [-1440, 0, 1440].contains { start <= other.start + $0 && other.end + $0 <= end }
    }
}
