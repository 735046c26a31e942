/// Headline figures of a plan: the content of `summary.json`.
public struct PlanSummary: Sendable {
    /// Version of the format.
    public static let currentVersion = 1

    /// Scenario's name.
    public var scenario: String
    /// How the run ended.
    public var status: PlanStatus
    /// Values of the four levels; `levels.points` is the objective.
    public var levels: LevelValues
    /// Level 1 with fractional teams when the plan minimised that; then the objective.
    public var fractionalPoints: Int?
    /// Proved lower bound of the objective in points.
    public var dualBound: Int
    /// Points of an empty roster.
    public var weightedDemand: Int
    /// Missing team-minutes in the late window, unweighted.
    public var lateMissingMinutes: Int
    /// Those of them in the core of the night.
    public var coreMissingMinutes: Int
    /// Team-minutes of late need with no team at all present.
    public var nobodyMinutes: Int
    /// Proved lower bound of ``lateMissingMinutes``, over all lawful rosters.
    public var lateMissingBoundMinutes: Int
    /// Team-minutes required: all, late, core.
    public var requiredMinutes: (all: Int, late: Int, core: Int)
    /// Team-minutes covered: all, late, core.
    public var coveredMinutes: (all: Int, late: Int, core: Int)
    /// Breaches of hard rules in the roster (all carry an accepted reason in a roster of the engine).
    public var violations: Int
    /// Wall-clock seconds from process start.
    public var seconds: Double
    /// Threads used.
    public var threads: Int
    /// Seed of the search.
    public var seed: UInt64
    /// Why the search stopped: `timeLimit`, `gap`, `work`, `optimal`, `interrupted`.
    public var stoppedBy: String
    /// Work done by the search: moves tried and passes of the dual.
    public var work: (moves: Int, passes: Int)
    /// Number of agents, sectors and requirements.
    public var sizes: (agents: Int, sectors: Int, requirements: Int)

    /// Level 1 in points, with fractional teams when the plan counted so.
    public var objective: Int { fractionalPoints ?? levels.points }

    /// (objective − dualBound) / max(1, objective).
    public var optimalityGap: Double { Double(objective - dualBound) / Double(max(1, objective)) }

    /// 100 × (objective − dualBound) / weightedDemand; 0 without demand.
    public var coverGapPoints: Double {
        weightedDemand == 0 ? 0 : 100 * Double(objective - dualBound) / Double(weightedDemand)
    }

    /// Describes a summary.
    public init(
        scenario: String, status: PlanStatus, levels: LevelValues, fractionalPoints: Int? = nil, dualBound: Int,
        weightedDemand: Int,
        lateMissingMinutes: Int, coreMissingMinutes: Int, nobodyMinutes: Int, lateMissingBoundMinutes: Int,
        requiredMinutes: (all: Int, late: Int, core: Int), coveredMinutes: (all: Int, late: Int, core: Int),
        violations: Int, seconds: Double, threads: Int, seed: UInt64, stoppedBy: String,
        work: (moves: Int, passes: Int), sizes: (agents: Int, sectors: Int, requirements: Int)
    ) {
        self.scenario = scenario
        self.status = status
        self.levels = levels
        self.fractionalPoints = fractionalPoints
        self.dualBound = dualBound
        self.weightedDemand = weightedDemand
        self.lateMissingMinutes = lateMissingMinutes
        self.coreMissingMinutes = coreMissingMinutes
        self.nobodyMinutes = nobodyMinutes
        self.lateMissingBoundMinutes = lateMissingBoundMinutes
        self.requiredMinutes = requiredMinutes
        self.coveredMinutes = coveredMinutes
        self.violations = violations
        self.seconds = seconds
        self.threads = threads
        self.seed = seed
        self.stoppedBy = stoppedBy
        self.work = work
        self.sizes = sizes
    }
}
