/// What a dive of the dual ends with: whole staffings, and the lines that the fractional plan fills them with.
package struct Dive: Sendable {
    /// Staffing by night block.
    package let staffings: [Int]
    /// What the staffings leave uncovered, in units of level 1. Rosters that fill them cost no more.
    package let cost: Int
    /// What a search should grant for each duty, as ``SearchState/setLeaning(_:)`` takes it.
    package let leaning: [Int32]
    /// The roster whose staffings it has outside a window; nil for a dive over all nights.
    package var start: [[Int?]]?
}
