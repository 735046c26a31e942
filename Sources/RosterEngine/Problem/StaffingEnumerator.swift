/// Lists the whole staffings of a night block that no smaller one equals.
///
/// A staffing is worth keeping only if each of its agents lowers the cost. An agent of type t can only do so in a slot
/// where the cost without him is positive; adding others never makes him useful again, which prunes the search.
struct StaffingEnumerator {
    /// Staffings of one block.
    struct Result: Sendable {
        /// Agents by `staffing * rows + row`; nobody comes first.
        let uses: [UInt8]
        let costs: [Int32]
    }

    private let program: StaffingProgram
    private let limit: Int
    private let isEfficient: Bool

    /// - Parameters:
    ///   - limit: Nodes of the search after which the block counts as too large to be listed.
    ///   - isEfficient: Whether staffings that a smaller one equals are left out.
    init(_ program: StaffingProgram, limit: Int = 1_000_000, isEfficient: Bool = true) {
        self.program = program
        self.limit = limit
        self.isEfficient = isEfficient
    }

    /// The efficient staffings, the empty one first; nil when there are too many.
    func enumerate() -> Result? {
        var search = Search(program: program, limit: limit, isEfficient: isEfficient)
        guard search.visit(0) else { return nil }
        return Result(uses: search.uses, costs: search.costs)
    }

    private struct Search {
        let program: StaffingProgram
        var nodesLeft: Int
        let isEfficient: Bool
        var uses: [UInt8] = []
        var costs: [Int32] = []
        /// Agents by row of the block.
        var current: [UInt8]
        var left: [Int]
        /// Agents by segment and type, and the position in the table of each segment.
        var counts: [Int]
        var position: [Int]
        let typeCount: Int

        init(program: StaffingProgram, limit: Int, isEfficient: Bool) {
            self.isEfficient = isEfficient
            self.program = program
            nodesLeft = limit
            typeCount = program.people.count
            current = Array(repeating: 0, count: program.rowCount)
            left = program.people
            counts = Array(repeating: 0, count: program.segments.count * typeCount)
            position = Array(repeating: 0, count: program.segments.count)
        }

        /// Explores the counts of the row at `depth` and all later ones; false when the limit is reached.
        mutating func visit(_ depth: Int) -> Bool {
            nodesLeft -= 1
            if nodesLeft < 0 { return false }
            guard depth < program.rows.count else {
                record()
                return true
            }
            guard visit(depth + 1) else { return false }
            let row = program.rows[depth]
            var added = 0
            var goesOn = true
            while goesOn, left[row.type] > 0, current[row.number] < .max {
                change(row, by: 1)
                added += 1
                if !allCanBeUseful() { break }
                goesOn = visit(depth + 1)
            }
            for _ in 0..<added { change(row, by: -1) }
            return goesOn
        }

        private mutating func change(_ row: StaffingProgram.Row, by sign: Int) {
            current[row.number] = UInt8(Int(current[row.number]) + sign)
            if left[row.type] != .max { left[row.type] -= sign }
            for number in row.segments {
                let before = counts[number * typeCount + row.type]
                counts[number * typeCount + row.type] = before + sign
                let (cap, stride) = (
                    program.segments[number].caps[row.type], program.segments[number].strides[row.type]
                )
                position[number] += (min(before + sign, cap) - min(before, cap)) * stride
            }
        }

        /// Whether each agent placed so far has a segment that costs something without him.
        private func allCanBeUseful() -> Bool { everyRow { without, _ in without > 0 } }

        /// Whether each row in use has a segment where the cost without one of its agents passes a test against the cost with
        /// all of them. An agent beyond the useful count of a segment changes nothing there.
        private func everyRow(has test: (_ without: Int, _ with: Int) -> Bool) -> Bool {
            program.rows.allSatisfy { row in
                current[row.number] == 0
                    || row.segments.contains { number in
                        let segment = program.segments[number]
                        return counts[number * typeCount + row.type] <= segment.caps[row.type]
                            && test(
                                segment.cost[position[number] - segment.strides[row.type]],
                                segment.cost[position[number]])
                    }
            }
        }

        /// Keeps the current staffing if each of its agents lowers the cost.
        private mutating func record() {
            guard !isEfficient || everyRow(has: { $0 > $1 }) else { return }
            uses += current
            costs.append(
                Int32(
                    position.indices.reduce(program.fixedCost) { $0 + program.segments[$1].cost[position[$1]] }))
        }
    }
}
