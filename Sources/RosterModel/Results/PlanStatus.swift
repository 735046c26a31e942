/// How a plan ended.
public enum PlanStatus: String, CaseIterable, Hashable, Sendable {
    /// Level 1 is proved.
    case optimal
    /// A limit was reached; roster and bound are the best so far.
    case feasible
    /// For some agent the pins, or the published roster where it can no longer be changed, leave no lawful line.
    case infeasible
    /// Stopped by the user; roster and bound are the best so far.
    case interrupted
}
