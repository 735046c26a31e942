/// Where the least possible value of a figure lies: no lawful roster can go below `bound`, and one reaches `best`.
public struct ProvedInterval: Hashable, Sendable {
    /// Proved lower bound.
    public var bound: Int
    /// Least value of a known lawful roster.
    public var best: Int

    /// Describes an interval.
    public init(bound: Int, best: Int) {
        self.bound = bound
        self.best = best
    }

    /// Whether bound and best meet.
    public var isClosed: Bool { bound >= best }
}
