/// What two intervals prove about two scenarios.
public enum ComparisonVerdict: String, CaseIterable, Hashable, Sendable {
    /// A known roster of the variant is below everything that is possible without it.
    case better
    /// Everything that is possible with the variant lies above a known roster without it.
    case worse
    /// The intervals overlap: the difference found may be that of the search.
    case indistinguishable

    /// The verdict on a figure of which less is better.
    public init(variant: ProvedInterval, base: ProvedInterval) {
        self =
            variant.best < base.bound ? .better : variant.bound > base.best ? .worse : .indistinguishable
    }
}
