import RosterModel

/// The cheapest staffing of one night block: whole agents on duty rows, no more of a type than may lawfully be there.
///
/// Rows are decided in the order of their first slot. What is carried along is how many people of each type are left and
/// who is already present later on. A state is dropped when another has spent no more, has no fewer people left and no
/// fewer present later, or when even its best end costs as much as a staffing already found.
struct NightBlock {
    /// Result of a search.
    struct Minimum {
        /// A lower bound of the cost of all staffings, in price units.
        let value: Int
        /// Whether some staffing costs just that.
        let isExact: Bool
    }

    /// A row that is left to decide, slots reduced to segments.
    private struct Choice {
        let type: Int
        let price: Int
        let segments: [Int]
    }

    private struct State {
        var cost: Int
        /// People left, by type.
        var left: [UInt16]
        /// Position in each segment's tables.
        var present: [Int32]
        var bound = 0
    }

    private let segments: [BlockSegment]
    private let choices: [Choice]
    private let people: [Int]
    /// More states than this are cut down; the result is then a lower bound and perhaps not exact.
    private let mostStates: Int

    /// Prepares a block.
    ///
    /// - Parameters:
    ///   - prices: Price of each row of the block, at least 0.
    ///   - cost: Cost of a missing team of a requirement in a slot of the horizon.
    init(
        _ block: DutyRows.Block, scenario: Scenario, prices: [Int], scale: Int, costs: inout SlotCosts,
        mostStates: Int = 60_000, cost: (Int, Int) -> Int
    ) {
        self.mostStates = mostStates
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
        for index in slots.indices.map({ $0 - slots.lowerBound }) where patterns[index] != nil {
            members[rows.indices.filter { rows[$0].slots >> UInt128(index) & 1 == 1 }, default: []].append(index)
        }
        let groups = members.sorted { $0.value[0] < $1.value[0] }
        let weight = groups.map { group in
            group.value.reduce(0) { sum, index in
                sum
                    + requirements.reduce(0) {
                        let slot = slots.lowerBound + index
                        return $0 + Int(scenario.requirements[$1].teams[slot]) * cost($1, slot)
                    }
            }
        }
        var shares = Array(repeating: [Int?](repeating: nil, count: types), count: groups.count)
        var choices: [Choice] = []
        for (index, row) in rows.enumerated() {
            let filled = groups.indices.filter { groups[$0].key.contains(index) }
            let total = filled.reduce(0) { $0 + weight[$1] }
            for segment in filled {
                let share = Self.share(of: row.price, weight[segment], total)
                shares[segment][row.type] = min(shares[segment][row.type] ?? .max, share)
            }
            choices.append(Choice(type: row.type, price: row.price, segments: filled))
        }
        var segments: [BlockSegment] = []
        for (index, group) in groups.enumerated() {
            var most = Array(repeating: 0, count: types)
            for slot in group.value {
                for type in 0..<types where shares[index][type] != nil {
                    most[type] = max(most[type], useful[slot][type])
                }
            }
            var factors: [Int: Int] = [:]
            for slot in group.value {
                if let pattern = patterns[slot] { factors[pattern.position, default: 0] += pattern.factor }
            }
            let sorted = factors.sorted { $0.key < $1.key }
            segments.append(
                BlockSegment(most: most, share: shares[index]) { present in
                    scale * sorted.reduce(0) { $0 + $1.value * costs.cost($1.key, present: present) }
                })
        }
        self.segments = segments
        self.choices = choices.sorted { ($0.segments[0], -$0.segments.count) < ($1.segments[0], -$1.segments.count) }
    }

    /// Part of a price that falls to a segment, rounded down, by the weight of its slots.
    private static func share(of price: Int, _ weight: Int, _ total: Int) -> Int {
        let (high, low) = price.multipliedFullWidth(by: weight)
        return total == 0 ? 0 : total.dividingFullWidth((high, low)).quotient
    }

    /// The minimum over all staffings.
    func minimum() -> Minimum {
        let first = search(below: .max, width: 24)
        let exact = search(below: first.value, width: nil)
        return Minimum(value: min(first.value, exact.value), isExact: exact.isExact)
    }

    /// Least cost below a limit, or the limit.
    private func search(below limit: Int, width: Int?) -> Minimum {
        var limit = limit
        var cut = Int.max
        var states = [
            State(
                cost: 0, left: people.map { UInt16(clamping: $0) },
                present: Array(repeating: 0, count: segments.count))
        ]
        var choice = 0
        for segment in segments.indices {
            while choice < choices.count, choices[choice].segments[0] == segment {
                states = extended(states, choices[choice], from: segment, &limit)
                choice += 1
            }
            for index in states.indices {
                states[index].cost += segments[segment].cost[Int(states[index].present[segment])]
                states[index].present[segment] = 0
            }
            measure(&states, from: segment + 1)
            states.removeAll { $0.bound >= limit }
            states = reduced(states, from: segment + 1)
            let most = width ?? mostStates
            if states.count > most {
                states.sort { $0.bound < $1.bound }
                cut = min(cut, states[most].bound)
                states.removeLast(states.count - most)
            }
        }
        let found = min(limit, states.map(\.cost).min() ?? .max)
        if width != nil { return Minimum(value: found, isExact: false) }
        return Minimum(value: min(found, cut), isExact: cut >= found)
    }

    /// All ways to put people on one row.
    private func extended(_ states: [State], _ choice: Choice, from segment: Int, _ limit: inout Int) -> [State] {
        var next: [State] = []
        next.reserveCapacity(states.count * 2)
        for state in states {
            next.append(state)
            var more = state
            while more.left[choice.type] > 0 {
                more.left[choice.type] -= 1
                more.cost += choice.price
                var isOfUse = false
                for index in choice.segments {
                    let table = segments[index]
                    let most = table.mostOfType[choice.type]
                    guard most > 0 else { continue }
                    let number = Int(more.present[index]) / table.step[choice.type] % (most + 1)
                    if number < most {
                        more.present[index] += Int32(table.step[choice.type])
                        isOfUse = true
                    }
                }
                guard isOfUse else { break }
                more.bound = more.cost + least(more, from: segment)
                if more.bound < limit { next.append(more) }
            }
        }
        return next
    }

    private func measure(_ states: inout [State], from segment: Int) {
        for index in states.indices { states[index].bound = states[index].cost + least(states[index], from: segment) }
    }

    /// Least that the segments from one on can still cost.
    private func least(_ state: State, from segment: Int) -> Int {
        var sum = 0
        for index in segment..<segments.count { sum += segments[index].bound[Int(state.present[index])] }
        return sum
    }

    /// States that no other one replaces.
    private func reduced(_ states: [State], from segment: Int) -> [State] {
        let sorted = states.sorted { $0.cost < $1.cost }
        var kept: [State] = []
        for state in sorted where !kept.contains(where: { replaces($0, state, from: segment) }) { kept.append(state) }
        return kept
    }

    private func replaces(_ better: State, _ state: State, from segment: Int) -> Bool {
        for type in better.left.indices where better.left[type] < state.left[type] { return false }
        for index in segment..<segments.count where better.present[index] != state.present[index] {
            let table = segments[index]
            let one = Int(better.present[index])
            let other = Int(state.present[index])
            for (type, most) in zip(table.types, table.most) {
                let step = table.step[type]
                if one / step % (most + 1) < other / step % (most + 1) { return false }
            }
        }
        return true
    }
}
