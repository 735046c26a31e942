public import RosterModel

/// What an independent reading of a roster finds: breaches of hard rules, and every figure recomputed.
public struct RosterReview: Sendable {
    /// Breaches by agent, then day, then rule; those that an accepted pin explains carry its reason.
    public let violations: [Violation]
    /// Soft rules that are not kept, by agent, then day, then rule; none of them makes the roster unlawful.
    public let softBreaches: [Violation]
    /// Lawful values near a limit, by agent, then day, then rule.
    public let nearLimits: [NearLimit]
    /// Coverage and the values of the four levels.
    public let coverage: CoverageReport
    /// Rules that look back before the horizon, with the agents of whom nothing is known.
    public let unverifiable: [UnverifiableRule]
    /// Compensatory rest that agents earn, by agent.
    public let earnedRests: [EarnedRest]
    /// Breaches, alone on their day, of published shifts that are not due because of them (``RosterChecker/withdrawn``).
    public let withdrawn: [Violation]

    /// Describes a review.
    public init(
        violations: [Violation], softBreaches: [Violation] = [], nearLimits: [NearLimit], coverage: CoverageReport,
        unverifiable: [UnverifiableRule], earnedRests: [EarnedRest] = [], withdrawn: [Violation] = []
    ) {
        self.violations = violations
        self.softBreaches = softBreaches
        self.nearLimits = nearLimits
        self.coverage = coverage
        self.unverifiable = unverifiable
        self.earnedRests = earnedRests
        self.withdrawn = withdrawn
    }

    /// Whether every breach carries an accepted reason.
    public var isLawful: Bool { violations.allSatisfy { $0.acceptedReason != nil } }
}
