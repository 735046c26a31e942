/// What a roster covers and leaves open, slot by slot, as `RosterCheck` recomputes it.
///
/// - Shape: arrays by slot have ``TimeAxis/slotCount`` entries; outer arrays follow the order of the scenario.
public struct CoverageReport: Sendable {
    /// Values of the four levels.
    public var levels: LevelValues
    /// Points of an empty roster.
    public var weightedDemand: Int
    /// Teams missing, by requirement and slot, in the formation that leaves least uncovered.
    public var missing: [[UInt8]]
    /// Teams formed, by sector, slot and team kind: `teamsFormed[sector][slot * kinds + kind]`.
    public var teamsFormed: [[UInt8]]
    /// Whether a team of a kind can be there with no more teams missing, be it in the place of one formed; shaped like
    /// ``teamsFormed``.
    public var isTeamPossible: [[Bool]]
    /// Agents present, by sector, slot and profession: `present[sector][slot * professions + profession]`.
    public var present: [[UInt8]]
    /// Agents present beyond the fewest that a formation of equal level 1 uses, by sector and slot.
    public var surplus: [[UInt8]]
    /// Whether the surplus of the slot is a free hand-over, by sector and slot.
    public var isHandover: [[Bool]]
    /// Minutes in which two professions to avoid are in one sector, by pair of ``Scenario/avoidedPairs``.
    public var avoidedMinutes: [Int]
    /// Working minutes by agent.
    public var workedMinutes: [Int]
    /// Nights, Friday and Saturday nights, Sundays, by agent.
    public var counters: [FairnessCounters]
    /// Refused wishes, as positions in ``Scenario/wishes``.
    public var refusedWishes: [Int]
    /// Missing team-minutes in the late window, unweighted.
    public var lateMissingMinutes: Int
    /// Missing team-minutes in the core of the night, unweighted.
    public var coreMissingMinutes: Int
    /// Team-minutes of need in the late window in which no team at all is present in the sector.
    public var nobodyMinutes: Int
    /// Team-minutes required in the late window, unweighted.
    public var lateRequiredMinutes: Int
    /// Team-minutes required in the core of the night, unweighted.
    public var coreRequiredMinutes: Int
    /// Team-minutes required in all, unweighted.
    public var requiredMinutes: Int
    /// Team-minutes missing in all, unweighted.
    public var missingMinutes: Int

    /// An empty report; `RosterCheck` fills it.
    public init(scenario: Scenario) {
        let slots = scenario.axis.slotCount
        let sectors = scenario.sectors.count
        func table<Value>(_ value: Value, _ rows: Int, _ width: Int) -> [[Value]] {
            Array(repeating: Array(repeating: value, count: width), count: rows)
        }
        levels = LevelValues(points: 0, overlapMinutes: 0, unfairnessHundredths: 0, unusedMinutes: 0)
        weightedDemand = scenario.weightedDemand
        missing = table(0, scenario.requirements.count, slots)
        teamsFormed = table(0, sectors, slots * scenario.teamKinds.count)
        isTeamPossible = table(false, sectors, slots * scenario.teamKinds.count)
        present = table(0, sectors, slots * scenario.professions.count)
        surplus = table(0, sectors, slots)
        isHandover = table(false, sectors, slots)
        avoidedMinutes = Array(repeating: 0, count: scenario.avoidedPairs.count)
        workedMinutes = Array(repeating: 0, count: scenario.agents.count)
        counters = Array(repeating: FairnessCounters(), count: scenario.agents.count)
        refusedWishes = []
        lateMissingMinutes = 0
        coreMissingMinutes = 0
        nobodyMinutes = 0
        lateRequiredMinutes = 0
        coreRequiredMinutes = 0
        requiredMinutes = 0
        missingMinutes = 0
    }
}
