/// A base scenario and its variants, side by side: the content of `comparison.json`.
public struct ScenarioComparison: Sendable {
    /// Version of the format.
    public static let currentVersion = 1

    /// The scenario as it is.
    public var base: ComparedCase
    /// Its variants, in the order asked for.
    public var variants: [ComparedCase]
    /// First service day of the base.
    public var firstDay: CivilDate
    /// Service days of the base.
    public var dayCount: Int
    /// Whether the user stopped the run.
    public var isInterrupted: Bool
    /// Seconds of the whole run.
    public var seconds: Double

    /// Describes a comparison.
    public init(
        base: ComparedCase, variants: [ComparedCase], firstDay: CivilDate, dayCount: Int, isInterrupted: Bool,
        seconds: Double
    ) {
        self.base = base
        self.variants = variants
        self.firstDay = firstDay
        self.dayCount = dayCount
        self.isInterrupted = isInterrupted
        self.seconds = seconds
    }

    /// Verdict on level 1.
    public func verdictOnPoints(_ variant: ComparedCase) -> ComparisonVerdict {
        ComparisonVerdict(variant: variant.points, base: base.points)
    }

    /// Verdict on the late hours.
    public func verdictOnLate(_ variant: ComparedCase) -> ComparisonVerdict {
        ComparisonVerdict(variant: variant.lateMinutes, base: base.lateMinutes)
    }

    /// Late team-minutes gained: the difference of the best rosters, and what the intervals prove at least and at most.
    public func lateGain(_ variant: ComparedCase) -> (best: Int, least: Int, most: Int) {
        (
            base.lateMinutes.best - variant.lateMinutes.best, base.lateMinutes.bound - variant.lateMinutes.best,
            base.lateMinutes.best - variant.lateMinutes.bound
        )
    }

    /// Whether the variant asks for other team-hours than the base, so that what is missing is not missing of the same.
    public func hasOtherNeeds(_ variant: ComparedCase) -> Bool {
        variant.weightedDemand != base.weightedDemand || variant.lateRequiredMinutes != base.lateRequiredMinutes
    }
}
