public import RosterModel

/// Everything that a report page is written from.
public struct ReportContent: Sendable {
    /// Scenario.
    public var scenario: Scenario
    /// Roster.
    public var roster: Roster
    /// What the roster covers, as the checker recomputed it.
    public var coverage: CoverageReport
    /// Headline figures.
    public var summary: PlanSummary
    /// Breaches of hard rules, accepted ones included.
    public var violations: [Violation]
    /// Breaches, alone on their day, of published shifts that are not taken over because of them.
    public var withdrawn: [Violation]
    /// Soft rules that are not kept; none makes the roster unlawful.
    public var softBreaches: [Violation]
    /// Lawful values near a limit.
    public var nearLimits: [NearLimit]
    /// Rules that cannot be verified, with the agents concerned and why.
    public var notVerifiable: [UnverifiableRule]
    /// Compensatory rest that agents earn, by agent.
    public var earnedRests: [EarnedRest]
    /// Recorded agreements that loosen a default rule, one text each (reference, date, scope, expiry).
    public var agreements: [String]
    /// What nobody may cover, whatever the roster; nil when it was not worked out.
    public var floor: PresenceFloor?
    /// The roster as it was done, with what it covered; nil while nothing is known of it.
    public var done: (roster: Roster, coverage: CoverageReport)?
    /// Language of the texts.
    public var language: Language

    /// Describes a content.
    ///
    /// - Precondition: `coverage` is of `scenario` and `roster`; its arrays have the shape that
    ///   ``CoverageReport`` states.
    public init(
        scenario: Scenario, roster: Roster, coverage: CoverageReport, summary: PlanSummary,
        violations: [Violation] = [], withdrawn: [Violation] = [], softBreaches: [Violation] = [],
        nearLimits: [NearLimit] = [],
        notVerifiable: [UnverifiableRule] = [], earnedRests: [EarnedRest] = [], agreements: [String] = [],
        floor: PresenceFloor? = nil,
        done: (roster: Roster, coverage: CoverageReport)? = nil,
        language: Language = .french
    ) {
        self.scenario = scenario
        self.roster = roster
        self.coverage = coverage
        self.summary = summary
        self.violations = violations
        self.withdrawn = withdrawn
        self.softBreaches = softBreaches
        self.nearLimits = nearLimits
        self.notVerifiable = notVerifiable
        self.earnedRests = earnedRests
        self.agreements = agreements
        self.floor = floor
        self.done = done
        self.language = language
    }
}
