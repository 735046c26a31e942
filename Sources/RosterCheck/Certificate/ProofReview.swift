public import RosterModel

/// What follows from the prices of one proof.
public struct ProofReview: Sendable {
    /// What is bounded.
    public let objective: BoundObjective
    /// Part of it that is bounded; nil for the whole.
    public let part: ObjectivePart?
    /// Bound claimed.
    public let claimed: Int
    /// Bound derived from the prices, rounded up as the article on exact meaning says; nil when the proof has problems.
    public let derived: Int?
    /// Why nothing is derived; empty otherwise.
    public let problems: [ProofProblem]
    /// Sum over night blocks, in price units.
    public let blockSum: Int
    /// Sum over nights of the cheapest musters, in price units; at most 0 where no group costs less than nothing.
    public let musterSum: Int
    /// Sum over agents of the cheapest lawful lines, in price units; at most 0.
    public let lineSum: Int
    /// Sum over limits on whole teams of what all nights together may pay, taken off, in price units; at most 0. Where the
    /// heaviest line was too large to find a larger weight stands for it.
    public let limitSum: Int
    /// Blocks whose minimum was too large to find, so that a smaller number stands for it: the bound holds all the same.
    public let inexactBlocks: Int
    /// Agents whose cheapest line was too large to find, with the same consequence.
    public let inexactLines: Int
    /// Agents for whom no line is lawful: they stay at home.
    public let agentsWithoutLine: [AgentID]

    /// Describes a review.
    public init(
        objective: BoundObjective, part: ObjectivePart? = nil, claimed: Int, derived: Int?,
        problems: [ProofProblem] = [], blockSum: Int = 0,
        musterSum: Int = 0, lineSum: Int = 0, limitSum: Int = 0, inexactBlocks: Int = 0,
        inexactLines: Int = 0, agentsWithoutLine: [AgentID] = []
    ) {
        self.objective = objective
        self.part = part
        self.claimed = claimed
        self.derived = derived
        self.problems = problems
        self.blockSum = blockSum
        self.musterSum = musterSum
        self.lineSum = lineSum
        self.limitSum = limitSum
        self.inexactBlocks = inexactBlocks
        self.inexactLines = inexactLines
        self.agentsWithoutLine = agentsWithoutLine
    }

    /// Whether the bound claimed follows from the prices.
    public var isProved: Bool { derived.map { $0 >= claimed } ?? false }
}
