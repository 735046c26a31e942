/// A recorded agreement or decision that lets a town loosen a rule of level ``RuleSource/Level/default``.
public struct Agreement: Hashable, Sendable {
    /// Rule that it changes; nil for the night clock, the week or the hours of night of the regime.
    public let rule: Rule?
    /// Title or number of the text.
    public let reference: String
    /// Date of signature.
    public let date: CivilDate
    /// Whom and what it covers; empty when not said.
    public let scope: String
    /// Last day on which it holds; nil when it has no end.
    public let expires: CivilDate?

    /// Describes an agreement.
    public init(rule: Rule?, reference: String, date: CivilDate, scope: String = "", expires: CivilDate? = nil) {
        self.rule = rule
        self.reference = reference
        self.date = date
        self.scope = scope
        self.expires = expires
    }
}
