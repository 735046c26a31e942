/// Rows and slots of a night block, as the search for its staffings sees them.
///
/// Slots in which the same rows are present and the same counts are of use are one segment, with their costs added up.
struct StaffingProgram {
    /// Slots with the same rows, and what they cost at each count of agents by type (``SlotCostTable``).
    struct Segment {
        let caps: [Int]
        let strides: [Int]
        var cost: [Int]
    }

    /// A row with agents who are of use somewhere.
    struct Row {
        /// Position among the rows of the block.
        let number: Int
        let type: Int
        /// Segments in which its agents can be of use.
        let segments: [Int]
    }

    let segments: [Segment]
    let rows: [Row]
    /// Agents who may be there, by type.
    let people: [Int]
    /// Rows of the block, those of no use included.
    let rowCount: Int
    /// Cost of slots in which nobody is of use.
    let fixedCost: Int

    /// Describes a block.
    init(_ key: BlockBuilder.StaffingKey, tables: [SlotCostTable]) {
        struct Signature: Hashable {
            let rows: [Int]
            let caps: [Int]
        }
        people = key.caps
        rowCount = key.rowTypes.count
        var present: [[Int]] = Array(repeating: [], count: key.tables.count)
        for (row, slots) in key.rowSlots.enumerated() {
            for slot in slots where tables[Int(key.tables[slot])].caps[key.rowTypes[row]] > 0 {
                present[slot].append(row)
            }
        }
        var numbers: [Signature: Int] = [:]
        var segments: [Segment] = []
        var segmentsOfRow: [[Int]] = Array(repeating: [], count: rowCount)
        var fixedCost = 0
        for (slot, rows) in present.enumerated() {
            let table = tables[Int(key.tables[slot])]
            guard !rows.isEmpty else {
                fixedCost += Int(table.cost[0])
                continue
            }
            let signature = Signature(rows: rows, caps: table.caps)
            if let number = numbers[signature] {
                for entry in table.cost.indices { segments[number].cost[entry] += Int(table.cost[entry]) }
            } else {
                numbers[signature] = segments.count
                for row in rows { segmentsOfRow[row].append(segments.count) }
                segments.append(
                    Segment(
                        caps: table.caps, strides: table.strides.map(Int.init), cost: table.cost.map(Int.init)))
            }
        }
        rows = segmentsOfRow.enumerated().filter { !$0.element.isEmpty }.map { number, segments in
            Row(number: number, type: key.rowTypes[number], segments: segments)
        }
        self.segments = segments
        self.fixedCost = fixedCost
    }
}
