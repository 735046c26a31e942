/// Limits of a comparison.
public struct ComparisonParameters: Sendable {
    /// Seconds on the clock at which everything should be ready; nil for none, and then ``work`` must limit the runs.
    public var timeLimit: Double?
    /// Moves of each run, for a reproducible end; nil for none.
    public var work: Int?
    /// Threads of each run.
    public var threads: Int
    /// Seed of all runs.
    public var seed: UInt64

    /// Describes limits.
    public init(timeLimit: Double?, work: Int? = nil, threads: Int = 1, seed: UInt64 = 1) {
        precondition(timeLimit != nil || work != nil, "a comparison without any limit would not end")
        self.timeLimit = timeLimit
        self.work = work
        self.threads = threads
        self.seed = seed
    }
}
