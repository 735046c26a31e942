import RosterModel

/// A rule of a regime with its source, before it becomes a value of the model.
struct RuleEntry {
    var value: RuleValue
    var source: RuleSource
    /// How far an agreement may go; nil means without limit.
    var limit: RuleValue?
    /// Rules of the texts in whose place this one is because it is stricter: what stays binding when it is loosened or turned
    /// into a wish.
    var beneath: [RuleEntry] = []
}
