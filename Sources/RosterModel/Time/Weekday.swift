/// Day of the week, Monday first as in civil weeks.
public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// Orders as the values do.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
