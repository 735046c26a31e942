import RosterModel

/// Lists the whole staffings of a night block that no smaller one equals.
///
/// A staffing is worth keeping only if each of its agents lowers the cost. An agent of type t can only do so in a slot
/// where the cost without him is positive; adding others never makes him useful again, which prunes the search.
struct StaffingEnumerator {
    /// Staffings of one block.
    struct Result: Sendable {
        let uses: [UInt8]
        let costs: [Int32]
    }

    private let key: BlockBuilder.StaffingKey
    private let tables: [SlotCostTable]
    private let limit: Int
    private let isEfficient: Bool

    /// - Parameters:
    ///   - limit: Nodes of the search after which the block counts as too large to be listed.
    ///   - isEfficient: Whether staffings that a smaller one equals are left out.
    init(_ key: BlockBuilder.StaffingKey, tables: [SlotCostTable], limit: Int = 400_000, isEfficient: Bool = true) {
        self.key = key
        self.tables = tables
        self.limit = limit
        self.isEfficient = isEfficient
    }

    /// The efficient staffings, the empty one first; nil when there are too many.
    func enumerate() -> Result? {
        var search = Search(key: key, tables: tables, limit: limit, isEfficient: isEfficient)
        guard search.visit(row: 0) else { return nil }
        return Result(uses: search.uses, costs: search.costs)
    }

    private struct Search {
        let key: BlockBuilder.StaffingKey
        let tables: [SlotCostTable]
        var nodesLeft: Int
        let isEfficient: Bool
        var uses: [UInt8] = []
        var costs: [Int32] = []
        /// Agents by row.
        var current: [UInt8]
        var left: [Int]
        /// Agents by slot and type, and the table position of each slot.
        var counts: [Int]
        var position: [Int]
        let typeCount: Int

        init(key: BlockBuilder.StaffingKey, tables: [SlotCostTable], limit: Int, isEfficient: Bool) {
            self.isEfficient = isEfficient
            self.key = key
            self.tables = tables
            nodesLeft = limit
            typeCount = key.caps.count
            current = Array(repeating: 0, count: key.rowTypes.count)
            left = key.caps
            counts = Array(repeating: 0, count: key.tables.count * typeCount)
            position = Array(repeating: 0, count: key.tables.count)
        }

        /// Explores the counts of `row` and all later rows; false when the limit is reached.
        mutating func visit(row: Int) -> Bool {
            nodesLeft -= 1
            if nodesLeft < 0 { return false }
            guard row < current.count else {
                record()
                return true
            }
            let type = key.rowTypes[row]
            guard visit(row: row + 1) else { return false }
            var added = 0
            var goesOn = true
            while goesOn, left[type] > 0, current[row] < .max {
                change(row, by: 1)
                added += 1
                if !allCanBeUseful() { break }
                goesOn = visit(row: row + 1)
            }
            for _ in 0..<added { change(row, by: -1) }
            return goesOn
        }

        private mutating func change(_ row: Int, by sign: Int) {
            let type = key.rowTypes[row]
            current[row] = UInt8(Int(current[row]) + sign)
            if left[type] != Int.max { left[type] -= sign }
            for slot in key.rowSlots[row] {
                let table = Int(key.tables[slot])
                let before = counts[slot * typeCount + type]
                counts[slot * typeCount + type] = before + sign
                let cap = tables[table].caps[type]
                position[slot] +=
                    (min(before + sign, cap) - min(before, cap)) * Int(tables[table].strides[type])
            }
        }

        /// Whether each agent placed so far has a slot that costs something without him.
        private func allCanBeUseful() -> Bool { everyRow { without, _ in without > 0 } }

        /// Whether each row in use has a slot where the cost without one of its agents passes a test against the cost with
        /// all of them. An agent beyond the useful count of a slot changes nothing there.
        private func everyRow(has test: (_ without: Int32, _ with: Int32) -> Bool) -> Bool {
            current.indices.allSatisfy { row in
                let type = key.rowTypes[row]
                return current[row] == 0
                    || key.rowSlots[row].contains { slot in
                        let table = tables[Int(key.tables[slot])]
                        return counts[slot * typeCount + type] <= table.caps[type]
                            && test(
                                table.cost[position[slot] - Int(table.strides[type])], table.cost[position[slot]])
                    }
            }
        }

        /// Keeps the current staffing if each of its agents lowers the cost.
        private mutating func record() {
            guard !isEfficient || everyRow(has: { $0 > $1 }) else { return }
            uses += current
            costs.append(key.tables.indices.reduce(0) { $0 + tables[Int(key.tables[$1])].cost[position[$1]] })
        }
    }
}
