/// What one more of everything is worth in late hours: the content of `value.json`.
public struct StaffingValue: Sendable {
    /// Version of the format.
    public static let currentVersion = 1

    /// Late team-minutes missing as things are.
    public let base: ProvedInterval
    /// Options, planned ones first by their gain, then the others by estimate.
    public let options: [ValuedOption]
    /// Smallest staffing for a target, when one was asked for.
    public let target: StaffingTarget?

    /// Describes values.
    public init(base: ProvedInterval, options: [ValuedOption], target: StaffingTarget? = nil) {
        self.base = base
        self.options = options
        self.target = target
    }

    /// Late team-minutes gained by a planned option: the difference of the best rosters, and what is proved of it.
    public func gain(_ option: ValuedOption) -> (best: Int, least: Int, most: Int)? {
        option.lateMinutes.map { (base.best - $0.best, base.bound - $0.best, base.best - $0.bound) }
    }
}
