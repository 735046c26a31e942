/// Rest that agents earn by what they work. It is an amount to be given later, shown in reports; no rule of the plan asks for it.
public struct CompensatoryRest: Hashable, Sendable {
    /// What the rest is earned by.
    public enum Basis: Hashable, Sendable {
        /// Elapsed minutes of shifts inside these hours of any date, of agents who are no night workers.
        case nightHours(ClockRange)
        /// Working minutes of the shifts of a service day beyond so many, of night workers.
        case longDays(aboveMinutes: Int)
    }

    /// What earns it.
    public let basis: Basis
    /// Hundredths of the basis.
    public let percent: Int
    /// Article or agreement.
    public let article: String

    /// Describes an earned rest.
    public init(basis: Basis, percent: Int, article: String) {
        self.basis = basis
        self.percent = percent
        self.article = article
    }
}
