import RosterModel

/// A set of rows whose staffings are minimised together: one service day in one sector, or a segment of it in the slot form.
package struct NightBlock: Sendable {
    package let day: Int
    package let sector: Int
    /// Slots that the block covers when it is in slot form; empty for whole staffings.
    let segment: Range<Int>
    /// Rows, consecutive.
    package let rows: Range<Int>
    /// Type of each row.
    let rowTypes: [Int]
    /// Staffings: how many agents each uses of each row, `staffing * rows.count + row`. The first is empty.
    package let uses: [UInt8]
    /// Cost of what each staffing leaves uncovered.
    package let costs: [Int32]

    /// Number of staffings.
    package var count: Int { costs.count }
    /// Whether the block is a segment of the slot form.
    var isSlotForm: Bool { !segment.isEmpty }
}
