public import LinearProgramming
public import RosterModel

/// What a plan ends with; always a lawful roster, and the proofs found so far.
public struct PlanResult: Sendable {
    /// Best roster.
    public var roster: Roster
    /// How the run ended.
    public var status: PlanStatus
    /// What ended the search: `timeLimit`, `gap`, `work`, `optimal`, `interrupted`.
    public var stoppedBy: String
    /// Values of the four levels as the engine counts them.
    public var levels: LevelValues
    /// Level 1 of the roster with fractional teams, which the plan then minimised and the proof speaks of; nil when teams
    /// are whole.
    public var fractionalPoints: Int?
    /// Proof for level 1, perhaps for parts of it, and for the late minutes.
    public var proofs: [BoundProof]
    /// Moves tried and passes of the dual.
    public var work: (moves: Int, passes: Int)
    /// Agents for whom nothing lawful is left; their line is empty.
    public var agentsWithoutLine: [AgentID]
    /// Those of them who would have a lawful line if the published roster could still be changed.
    public var agentsBoundByPublished: [AgentID]
    /// Contract minimums that cannot lawfully be reached, with what is possible, in minutes.
    public var loweredMinimums: [(agent: AgentID, minutes: Int)]
    /// Night blocks: how many in all and how many in slot form because they are too large to list.
    public var blocks: (all: Int, slotForm: Int)
    /// Rows, staffings and lines of the last master.
    public var size: (rows: Int, staffings: Int, columns: Int)
    /// Value of the last restricted master of the GLPK engine, at level 1: the linear program has no greater value, and its
    /// bound no greater one. Nil for the proximal dual.
    public var masterValue: Double?
    /// The linear program of level 1 over the columns known at the end of the bound, when it was asked for.
    public var program: LinearProgram?
    /// Seconds spent in the dual.
    public var dualSeconds: Double
    /// Those of them in which lines, staffings and musters were priced.
    public var pricingSeconds: Double
    /// Seconds of annealing, summed over the chains; what follows on levels 2 to 4 is left out.
    public var searchSeconds: Double

    /// Bound of an objective, or 0 without proof.
    public func bound(_ objective: BoundObjective) -> Int {
        BoundProof.bound(objective, of: proofs) ?? 0
    }
}
