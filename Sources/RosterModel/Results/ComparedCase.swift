/// Figures of one scenario of a comparison.
///
/// - Units: points for level 1, minutes elsewhere, hundredths for unfairness, euros for ``cost``.
public struct ComparedCase: Sendable {
    /// Name shown.
    public var name: String
    /// Level 1: bound and best roster.
    public var points: ProvedInterval
    /// Missing team-minutes of the late window: bound of its own proof, and the least of all lawful rosters known.
    public var lateMinutes: ProvedInterval
    /// Points of an empty roster.
    public var weightedDemand: Int
    /// Team-minutes required in the late window.
    public var lateRequiredMinutes: Int
    /// Missing team-minutes in the core of the night, in the roster of least points.
    public var coreMissingMinutes: Int
    /// Late team-minutes missing with no team at all present, in the roster of least points.
    public var nobodyMinutes: Int
    /// Levels of the roster of least points.
    public var levels: LevelValues
    /// Agents.
    public var agents: Int
    /// Working minutes of the roster of least points.
    public var workedMinutes: Int
    /// Contract minutes of all agents who have a maximum.
    public var contractMinutes: Int
    /// Cost of the variant beyond the base over the horizon, as its file says; nil when it does not.
    public var cost: Int?
    /// Seconds spent on this scenario.
    public var seconds: Double

    /// Describes a case.
    public init(
        name: String, points: ProvedInterval, lateMinutes: ProvedInterval, weightedDemand: Int,
        lateRequiredMinutes: Int, coreMissingMinutes: Int, nobodyMinutes: Int, levels: LevelValues, agents: Int,
        workedMinutes: Int, contractMinutes: Int, cost: Int?, seconds: Double
    ) {
        self.name = name
        self.points = points
        self.lateMinutes = lateMinutes
        self.weightedDemand = weightedDemand
        self.lateRequiredMinutes = lateRequiredMinutes
        self.coreMissingMinutes = coreMissingMinutes
        self.nobodyMinutes = nobodyMinutes
        self.levels = levels
        self.agents = agents
        self.workedMinutes = workedMinutes
        self.contractMinutes = contractMinutes
        self.cost = cost
        self.seconds = seconds
    }
}
