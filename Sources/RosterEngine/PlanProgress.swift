/// A snapshot of a running plan; how often to show it is the receiver's choice.
public struct PlanProgress: Sendable {
    /// What the newest figure comes from.
    public enum Phase: String, Sendable {
        /// Scenario being compiled.
        case preparing
        /// Search and bound under way.
        case searching
        /// Levels 2 to 4 being improved.
        case polishing
    }

    /// Current phase.
    public var phase: Phase
    /// Seconds on the clock.
    public var seconds: Double
    /// Level 1 of the best roster, in points; nil before the first.
    public var primalBound: Int?
    /// Proved lower bound of level 1, in points; nil before the first.
    public var dualBound: Int?
    /// Points of an empty roster.
    public var weightedDemand: Int
    /// Passes of the dual.
    public var passes: Int
    /// Moves of the search, as far as reported.
    public var moves: Int
    /// Lines and staffings known to the master.
    public var columns: Int

    /// Describes a snapshot; what is left out is not known yet.
    public init(
        phase: Phase = .preparing, seconds: Double, primalBound: Int? = nil, dualBound: Int? = nil,
        weightedDemand: Int = 0, passes: Int = 0, moves: Int = 0, columns: Int = 0
    ) {
        self.phase = phase
        self.seconds = seconds
        self.primalBound = primalBound
        self.dualBound = dualBound
        self.weightedDemand = weightedDemand
        self.passes = passes
        self.moves = moves
        self.columns = columns
    }
}
