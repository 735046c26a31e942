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

    /// Duty rows that are priced together.
    struct Row {
        let type: Int
        /// Slots of the service day filled.
        var slots: Set<Int>
        /// Price of each agent, at least 0.
        var price: Int
        /// Price on top of the first agent, the second, …, each at least 0.
        let levels: [Int]
        /// Position among the terms of the block's label.
        let term: Int?
        /// Group of the row, as limits on whole teams name it.
        let group: Int?
    }

    /// A row that is left to decide.
    struct Choice {
        let type: Int
        /// Price of the first agent, the second, … as far as there are people.
        let prices: [Int]
        /// Segments filled, in order.
        let segments: [Int]
        /// What one agent more adds to the combination of the label, and how many do.
        let step: Int
        let most: Int
        /// Weight of an agent, by limit of the block.
        let weights: [Int]

        /// Least mean price of any number of agents.
        var least: Int {
            var sum = 0
            var least = prices.isEmpty ? 0 : Int.max
            for (count, price) in prices.enumerated() {
                sum += price
                least = min(least, sum / (count + 1))
            }
            return least
        }
    }

    let segments: [BlockSegment]
    /// By first segment.
    let choices: [Choice]
    /// People who may be there, by type.
    let people: [Int]
    /// Least price of a combination that suffices, by combination; a single 0 without label.
    let label: [Int]
    /// Limits on whole teams that count some row.
    let limits: [TeamLimits.Limit]
    /// The part of the objective that is asked for, whose costs are multiplied by the number of parts; nil for the whole.
    let part: BlockPart?
    private let terms: [RoundPrices.Term]

    /// Prepares a block.
    ///
    /// - Parameters:
    ///   - rows: Rows of the block with their prices.
    ///   - label: Prices of combinations of rows.
    ///   - limits: Limits on whole teams; those that count no row are left aside.
    ///   - part: Part of the objective, nil for the whole.
    ///   - cost: Cost of a missing team of a requirement in a slot of the horizon.
    init(
        _ block: DutyRows.Block, scenario: Scenario, rows given: [Row], label: GroupBook.Label?,
        limits allLimits: [TeamLimits.Limit], scale: Int, part: BlockPart? = nil, costs: inout SlotCosts,
        cost: (Int, Int) -> Int
    ) {
        self.part = part
        let factor = part?.count ?? 1
        self.label = label?.leastAbove.map { $0 * factor } ?? [0]
        terms = label?.terms ?? []
        let named = Set(given.compactMap(\.group))
        let limits = allLimits.filter { limit in named.contains { limit.weights[$0] != nil } }.map {
            TeamLimits.Limit(divisor: $0.divisor, price: $0.price * factor, weights: $0.weights)
        }
        self.limits = limits
        var steps: [Int] = []
        var step = 1
        for term in label?.terms ?? [] {
            steps.append(step)
            step *= term.most + 1
        }
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
        var rows: [(type: Int, prices: [Int], slots: UInt128, term: Int?, weights: [Int])] = []
        for row in given.sorted(by: { ($0.price, -$0.slots.count) < ($1.price, -$1.slots.count) }) {
            let filled = row.slots.reduce(UInt128(0)) {
                useful[$1][row.type] > 0 ? $0 | 1 << UInt128($1) : $0
            }
            let prices = (0..<block.people[row.type]).map {
                factor * (row.price + ($0 < row.levels.count ? row.levels[$0] : 0))
            }
            let weights = limits.map { limit in row.group.flatMap { limit.weights[$0] } ?? 0 }
            let isReplaced = rows.contains {
                $0.type == row.type && filled & ~$0.slots == 0 && $0.term == nil
                    && ($0.prices.max() ?? 0) <= (prices.min() ?? 0)
                    && zip($0.weights, weights).allSatisfy(<=)
            }
            if filled != 0 && !isReplaced { rows.append((row.type, prices, filled, row.term, weights)) }
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
                type: rows[index].type, prices: rows[index].prices,
                segments: groups.indices.filter { groups[$0].key.contains(index) },
                step: rows[index].term.map { steps[$0] } ?? 0,
                most: rows[index].term.map { label?.terms[$0].most ?? 0 } ?? 0, weights: rows[index].weights)
        }.sorted { ($0.segments[0], -$0.segments.count, $0.type) < ($1.segments[0], -$1.segments.count, $1.type) }
    }

    /// Largest number of which every cost is a multiple, at least 1.
    private var grain: Int {
        if part != nil { return 1 }
        var grain = 0
        for price in choices.flatMap(\.prices) + label + limits.map(\.price) {
            grain = Int.greatestDivisor(grain, abs(price))
        }
        for segment in segments { for cost in segment.cost { grain = Int.greatestDivisor(grain, cost) } }
        return max(1, grain)
    }

    /// The minimum over all staffings.
    func minimum() -> Minimum {
        let least = leastOfAll()
        guard let part else { return least }
        // Rounded down; whole where it is exact.
        let rest = (least.value % part.count + part.count) % part.count
        return Minimum(value: (least.value - rest) / part.count, isExact: least.isExact)
    }

    private func leastOfAll() -> Minimum {
        let difference = part?.leastDifference ?? 0
        var charges = PresenceCharges(self)
        var search = StaffingSearch(self, charges, grain: grain)
        var first = search.found(below: .max, most: 24)
        // Better charges lead to better staffings, and those to better charges.
        for most in [100, 1000] {
            charges.improve(towards: first)
            if first <= charges.bound + label[0] + difference { return Minimum(value: first, isExact: true) }
            search = StaffingSearch(self, charges, grain: grain)
            first = search.found(below: first, most: most)
        }
        return search.least(below: first, most: 100_000)
    }

    /// Whether in one combination of no term more agents come than in another.
    func isWithin(_ one: Int, _ other: Int) -> Bool {
        var step = 1
        for term in terms {
            if one / step % (term.most + 1) > other / step % (term.most + 1) { return false }
            step *= term.most + 1
        }
        return true
    }
}
