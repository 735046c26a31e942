public import RosterModel

/// Why a proof cannot be followed.
public enum ProofProblem: Hashable, Sendable {
    /// The scale is below 1.
    case scale(Int)
    /// A part is none of 2 to 8, or a block of a part is in slot form.
    case part(ObjectivePart)
    /// Counted rules are not given for each agent.
    case countedRules(given: Int, agents: Int)
    /// A block names a day or sector that does not exist, or a row, requirement or type of none.
    case unknownPosition(day: Int, sector: SectorID)
    /// A block or a row is listed twice.
    case duplicate(day: Int, sector: SectorID)
    /// A price is below 0.
    case negativePrice(day: Int, sector: SectorID)
    /// A group, by its position in the proof, names a day, type, duty or sector that does not exist.
    case unknownGroup(Int)
    /// A duty or a sector appears twice among the groups of a type and day.
    case duplicateGroup(Int)
    /// A price of presence of a group is below 0.
    case negativeGroupPrice(Int)
    /// A limit, by its position in the proof, names a group that does not exist.
    case unknownLimitGroup(Int)
    /// A limit names a group twice.
    case duplicateLimitGroup(Int)
    /// The divisor of a limit is below 2, a weight below 1 or the price below 0, or a divisor or weight is above a million.
    case limitOutOfRange(Int)
    /// A night has too many combinations of groups to be tried.
    case tooManyCombinations(day: Int)
    /// An array of the slot form has not one entry per slot of the day.
    case wrongShape(day: Int, sector: SectorID)
    /// In the slot form a missing team is charged more than it costs, or less than 0; the slot is one of the horizon.
    case missingOutOfRange(requirement: RequirementID, slot: Int)
    /// In the slot form a team of the kind is worth more than its agents are charged; the slot is one of the horizon.
    case inequality(kind: TeamKindID, sector: SectorID, slot: Int)
    /// The figures could leave the range of 64-bit integers.
    case tooLarge
}
