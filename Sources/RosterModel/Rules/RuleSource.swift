/// Where a rule of work comes from and how firm it is.
public struct RuleSource: Hashable, Sendable {
    /// Firmness of a rule.
    public enum Level: String, CaseIterable, Hashable, Sendable {
        /// Never to be broken nor loosened.
        case law
        /// Hard unless an agreement is recorded (reference, date, scope, expiry).
        case `default`
        /// Chosen by the town or employer beyond what any text asks.
        case local
        /// Wished for and reported when it is not kept, never asked of a plan (``Regime/wished``).
        case soft
    }

    /// Firmness.
    public let level: Level
    /// Article or agreement that sets the rule.
    public let article: String

    /// Describes a source.
    public init(level: Level, article: String) {
        self.level = level
        self.article = article
    }
}
