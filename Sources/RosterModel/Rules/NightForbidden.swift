/// No work inside the night clock of the regime, for every agent of the regime (a single agent: ``Agent/nightAllowed``).
public struct NightForbidden: Hashable, Sendable {
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(source: RuleSource) { self.source = source }
}
