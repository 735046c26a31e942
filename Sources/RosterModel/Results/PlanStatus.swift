/// How a plan ended.
public enum PlanStatus: String, CaseIterable, Hashable, Sendable {
    /// Level 1 is proved.
    case optimal
    /// A limit was reached; roster and bound are the best so far.
    case feasible
    /// Pins contradict each other.
    case infeasible
    /// Stopped by the user; roster and bound are the best so far.
    case interrupted
}
