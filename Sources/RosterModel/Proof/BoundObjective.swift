/// What a proved lower bound speaks of.
public enum BoundObjective: String, CaseIterable, Hashable, Sendable {
    /// Level 1: points of missing teams (``CoverRequirement/pointsPerTeam``).
    case points
    /// Unweighted missing team-minutes in the late window, summed over requirements.
    case lateMinutes
}
