/// What no roster can cover because nobody may lawfully be there, slot by slot.
///
/// It counts, for each slot by itself, everybody whom menu, allowed sectors, absences and the rules of single days allow to
/// be in the sector; it ignores that one agent can be in one place only, rests and contract hours. What it leaves uncovered
/// takes other people, other shifts or other permissions: it is not a matter of arranging.
///
/// - Shape: outer arrays follow the order of the scenario; inner ones have ``TimeAxis/slotCount`` entries.
public struct PresenceFloor: Sendable {
    /// Fewest teams missing in any lawful roster, by requirement and slot.
    public let missing: [[UInt8]]
    /// Whether any team could be formed, by sector and slot.
    public let isTeamPossible: [[Bool]]

    /// Describes a floor.
    public init(missing: [[UInt8]], isTeamPossible: [[Bool]]) {
        self.missing = missing
        self.isTeamPossible = isTeamPossible
    }
}
