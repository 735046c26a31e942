import RosterModel

/// The cheapest staffing of one night block: whole agents on duty rows, no more of a type than may lawfully be there.
///
/// Rows are decided in the order of their first slot (``StaffingSearch``); charges for presence, slot by slot, tell what
/// the rest of the night costs at least (``PresenceCharges``).
struct NightBlock {
    /// Result of a search.
    struct Minimum: Sendable {
        /// A lower bound of the cost of all staffings, in price units.
        let value: Int
        /// Whether some staffing costs just that.
        let isExact: Bool
    }

    /// A row that is left to decide.
    struct Choice {
        let type: Int
        let price: Int
        /// Segments filled, in order.
        let segments: [Int]
    }

    let segments: [BlockSegment]
    /// By first segment.
    let choices: [Choice]
    /// People who may be there, by type.
    let people: [Int]

    /// Prepares a block.
    ///
    /// - Parameters:
    ///   - prices: Price of each row of the block, at least 0.
    ///   - cost: Cost of a missing team of a requirement in a slot of the horizon.
    init(
        _ block: DutyRows.Block, scenario: Scenario, prices: [Int], scale: Int, costs: inout SlotCosts,
        cost: (Int, Int) -> Int
    ) {
        people = block.people
        let slots = scenario.axis.slots(ofDay: block.day)
        let requirements = scenario.requirements.indices.filter {
            scenario.requirements[$0].sector == block.sector
        }
        let types = block.people.count
        var patterns = [(position: Int, factor: Int)?](repeating: nil, count: slots.count)
        var useful = Array(repeating: Array(repeating: 0, count: types), count: slots.count)
        for (index, slot) in slots.enumerated() {
            patterns[index] = costs.pattern(sector: block.sector, slot: slot, requirements: requirements) {
                cost($0, slot)
            }
            guard let pattern = patterns[index] else { continue }
            for type in 0..<types {
                useful[index][type] = min(block.people[type], costs.mostUseful(pattern.position, type: type))
            }
        }

        // Rows that fill the same useful slots, or fewer, for no less are no choice.
        var rows: [(type: Int, price: Int, slots: UInt128)] = []
        for (row, price) in zip(block.rows, prices).sorted(by: {
            ($0.1, -$0.0.slots.count) < ($1.1, -$1.0.slots.count)
        }) {
            let filled = row.slots.reduce(UInt128(0)) {
                useful[$1][row.type] > 0 ? $0 | 1 << UInt128($1) : $0
            }
            let isReplaced = rows.contains { $0.type == row.type && filled & ~$0.slots == 0 }
            if filled != 0 && !isReplaced { rows.append((row.type, price, filled)) }
        }

        // Slots with needs, grouped by the rows that fill them.
        var members: [[Int]: [Int]] = [:]
        for index in patterns.indices where patterns[index] != nil {
            members[rows.indices.filter { rows[$0].slots >> UInt128(index) & 1 == 1 }, default: []].append(index)
        }
        let groups = members.sorted { $0.value[0] < $1.value[0] }
        segments = groups.map { group in
            var most = Array(repeating: 0, count: types)
            var factors: [Int: Int] = [:]
            for slot in group.value {
                for row in group.key { most[rows[row].type] = max(most[rows[row].type], useful[slot][rows[row].type]) }
                if let pattern = patterns[slot] { factors[pattern.position, default: 0] += pattern.factor }
            }
            let sorted = factors.sorted { $0.key < $1.key }
            return BlockSegment(
                costs.classes(sorted.map(\.key), most: most), factors: sorted.map { scale * $0.value })
        }
        choices = rows.indices.map { index in
            Choice(
                type: rows[index].type, price: rows[index].price,
                segments: groups.indices.filter { groups[$0].key.contains(index) })
        }.sorted { ($0.segments[0], -$0.segments.count, $0.type) < ($1.segments[0], -$1.segments.count, $1.type) }
    }

    /// Largest number of which every cost is a multiple, at least 1.
    private var grain: Int {
        var grain = 0
        for choice in choices { grain = Int.greatestDivisor(grain, choice.price) }
        for segment in segments { for cost in segment.cost { grain = Int.greatestDivisor(grain, cost) } }
        return max(1, grain)
    }

    /// The minimum over all staffings.
    func minimum() -> Minimum {
        var charges = PresenceCharges(self)
        var search = StaffingSearch(self, charges, grain: grain)
        var first = search.found(below: .max, most: 24)
        // Better charges lead to better staffings, and those to better charges.
        for most in [100, 1000] {
            charges.improve(towards: first)
            if first <= charges.bound { return Minimum(value: first, isExact: true) }
            search = StaffingSearch(self, charges, grain: grain)
            first = search.found(below: first, most: most)
        }
        return search.least(below: first, most: 100_000)
    }
}
