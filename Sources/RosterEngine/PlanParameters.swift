/// How a plan is made: limits, threads, seed and methods.
public struct PlanParameters: Sendable {
    /// Method for the linear program.
    public enum LPEngine: String, CaseIterable, Sendable {
        /// The proximal dual.
        case auto
        /// Column generation with a GLPK master.
        case glpk
        /// The proximal dual.
        case proximal
    }

    /// Form of the night blocks.
    public enum BoundForm: String, CaseIterable, Sendable {
        /// Whole night staffings, capped by the people available.
        case staffings
        /// Slot by slot; weaker, for comparison.
        case slots
    }

    /// How teams count in the objective.
    public enum TeamCounting: String, CaseIterable, Sendable {
        /// Whole teams.
        case complete
        /// Half a pair counts half: a diagnostic of how much of a distance comes from the wholeness of teams.
        case fractional
    }

    /// Seconds on the clock at which the result should be ready; nil for none.
    public var timeLimit: Double?
    /// Optimality gap of level 1 at which to stop; nil for the proved optimum only.
    public var gap: Double?
    /// Moves of the search (and a number of passes of the dual in proportion) after which to stop reproducibly.
    public var work: Int?
    /// Threads, at least 1.
    public var threads: Int
    /// Seed of the search.
    public var seed: UInt64
    /// Method for the linear program.
    public var lpEngine: LPEngine
    /// Form of the night blocks.
    public var boundForm: BoundForm
    /// How teams count.
    public var teams: TeamCounting
    /// Whether neighbouring slots of the slot form are merged where that loses nothing. Default true.
    public var mergesSlots = true
    /// Sides of the plan that run, for measurements of one alone. Default both.
    public var sides = Set(Technique.Side.allCases)
    /// Whether the result holds the linear program of level 1. Default false.
    public var keepsProgram = false
    /// Techniques to do without, for measurements. Default none.
    public var switchedOff: Set<Technique> = []

    /// Work after which the bound has done so many passes, at least 20.
    public static func work(ofPasses passes: Int) -> Int { passes * movesPerPass }

    /// Moves of the search for each pass of the dual in a run limited by work.
    static let movesPerPass = 10_000

    /// Describes parameters.
    public init(
        timeLimit: Double? = nil, gap: Double? = nil, work: Int? = nil, threads: Int = 1, seed: UInt64 = 1,
        lpEngine: LPEngine = .auto, boundForm: BoundForm = .staffings,
        teams: TeamCounting = .complete
    ) {
        self.timeLimit = timeLimit
        self.gap = gap
        self.work = work
        self.threads = max(1, threads)
        self.seed = seed
        self.lpEngine = lpEngine
        self.boundForm = boundForm
        self.teams = teams
    }
}
