/// Exact search for the cheapest staffing of a night block.
///
/// What is carried along from row to row is how many people of each type are left, for each segment to come who is already
/// there, the combination of the label that has come so far, and for each limit on whole teams the weight towards the next team
/// (whole teams are paid as they come). A state is dropped when another has spent no more, has no
/// fewer people left, no more agents in the label, no more weight and covers it in every segment to come, or when even its best end costs as
/// much as a staffing already found.
struct StaffingSearch {
    /// States in flat arrays: people left by type, then class by segment, then weight by limit, then the combination.
    private struct States {
        var cost: [Int] = []
        /// Cost of segments, without prices.
        var uncovered: [Int] = []
        var cells: [UInt32] = []
        var count: Int { cost.count }
    }

    private let block: NightBlock
    private let types: Int
    private let width: Int
    /// First cell of the weights.
    private let weights: Int
    /// Every cost is a multiple of this.
    private let grain: Int
    /// Least by which a part of the objective differs from what is carried along.
    private let difference: Int
    /// Least cost by segment and class.
    private let bounds: [[Int]]
    /// Most by which charges exceed the price of a row not yet decided, by position of the next choice and type.
    private let excess: [[Int]]

    init(_ block: NightBlock, _ charges: PresenceCharges, grain: Int) {
        self.grain = grain
        difference = block.part?.leastDifference ?? 0
        self.block = block
        types = block.people.count
        weights = types + block.segments.count
        width = weights + block.limits.count + 1
        bounds = block.segments.indices.map { block.segments[$0].bounds(charges.charge($0)) }
        var excess = [Array(repeating: 0, count: block.people.count)]
        for choice in block.choices.reversed() {
            var last = excess[excess.count - 1]
            last[choice.type] = max(last[choice.type], charges.excess(choice))
            excess.append(last)
        }
        self.excess = excess.reversed()
    }

    /// Least cost of all staffings, given that some staffing costs `limit`.
    ///
    /// When a segment leaves more than `most` states the least promising are cut off; the value is then a lower bound and
    /// perhaps not exact.
    func least(below limit: Int, most: Int) -> NightBlock.Minimum {
        let (found, cut) = search(below: limit, most: most, isRough: false)
        return NightBlock.Minimum(value: min(found, cut), isExact: cut >= found)
    }

    /// Cost of some staffing below a limit, or the limit.
    func found(below limit: Int, most: Int) -> Int {
        search(below: limit, most: most, isRough: most < 100).found
    }

    private func search(below limit: Int, most: Int, isRough: Bool) -> (found: Int, cut: Int) {
        var cut = Int.max
        var states = States()
        states.cost = [0]
        states.uncovered = [0]
        states.cells =
            block.people.map { UInt32(clamping: $0) } + block.segments.map { UInt32(clamping: $0.classes.empty) }
            + block.limits.map { _ in 0 } + [0]
        var choice = 0
        for segment in block.segments.indices {
            while choice < block.choices.count, block.choices[choice].segments[0] == segment {
                states = extended(states, choice, from: segment, below: limit)
                choice += 1
                if states.count > (isRough ? 4 * most : 64) {
                    (states, cut) = reduced(
                        states, choice, from: segment, below: limit, most: most, cut: cut, isRough: isRough)
                }
            }
            let cost = block.segments[segment].cost
            for index in 0..<states.count {
                let uncovered = cost[Int(states.cells[index * width + types + segment])]
                states.cost[index] += uncovered
                states.uncovered[index] += uncovered
            }
            (states, cut) = reduced(
                states, choice, from: segment + 1, below: limit, most: most, cut: cut, isRough: isRough)
        }
        let ends = (0..<states.count).map { index in
            let paid = states.cost[index] + block.label[Int(states.cells[index * width + width - 1])]
            let uncovered = states.uncovered[index]
            return block.part.map { paid - uncovered + $0.cost(uncovered) } ?? paid
        }
        return (min(limit, ends.min() ?? .max), cut)
    }

    /// Least that a state can come to.
    private func bound(_ cost: Int, _ cells: ArraySlice<UInt32>, _ choice: Int, from segment: Int) -> Int {
        let start = cells.startIndex
        var sum = cost + difference + block.label[Int(cells[start + width - 1])]
        for type in 0..<types { sum -= excess[choice][type] * Int(cells[start + type]) }
        for index in segment..<block.segments.count { sum += bounds[index][Int(cells[start + types + index])] }
        return sum
    }

    /// All ways to put people on one row.
    private func extended(_ states: States, _ position: Int, from segment: Int, below limit: Int) -> States {
        let choice = block.choices[position]
        var next = States()
        next.cost.reserveCapacity(states.count * 2)
        next.uncovered.reserveCapacity(states.count * 2)
        next.cells.reserveCapacity(states.count * 2 * width)
        for index in 0..<states.count {
            var cells = Array(states.cells[index * width..<(index + 1) * width])
            var cost = states.cost[index]
            next.cost.append(cost)
            next.uncovered.append(states.uncovered[index])
            next.cells += cells
            var placed = 0
            while cells[choice.type] > 0 {
                cells[choice.type] -= 1
                cost += choice.prices[placed]
                placed += 1
                if placed <= choice.most { cells[width - 1] += UInt32(choice.step) }
                for (number, limit) in block.limits.enumerated() where choice.weights[number] > 0 {
                    let weight = Int(cells[weights + number]) + choice.weights[number]
                    cost += limit.price * (weight / limit.divisor)
                    cells[weights + number] = UInt32(weight % limit.divisor)
                }
                var isOfUse = false
                for segment in choice.segments {
                    let classes = block.segments[segment].classes
                    let before = Int(cells[types + segment])
                    let after = classes.next[before * types + choice.type]
                    if after != before {
                        cells[types + segment] = UInt32(after)
                        isOfUse = true
                    }
                }
                guard isOfUse else { break }
                if bound(cost, cells[...], position + 1, from: segment) <= limit - grain {
                    next.cost.append(cost)
                    next.uncovered.append(states.uncovered[index])
                    next.cells += cells
                }
            }
        }
        return next
    }

    /// States that no other one replaces and that can still end below the limit.
    private func reduced(
        _ states: States, _ choice: Int, from segment: Int, below limit: Int, most: Int, cut: Int,
        isRough: Bool
    ) -> (States, Int) {
        var cut = cut
        // Types without a row to come have nobody left to tell apart; segments behind are all alike.
        let open = (0..<types).map { type in block.choices[choice...].contains { $0.type == type } }
        let counting = block.limits.indices.map { limit in
            block.choices[choice...].contains { $0.weights[limit] > 0 }
        }
        var cells = states.cells
        var rank: [(cost: Int, bound: Int, index: Int)] = []
        for index in 0..<states.count {
            let start = index * width
            for type in 0..<types where !open[type] { cells[start + type] = 0 }
            for limit in counting.indices where !counting[limit] { cells[start + weights + limit] = 0 }
            for behind in 0..<segment { cells[start + types + behind] = 0 }
            let bound = bound(states.cost[index], cells[start..<start + width], choice, from: segment)
            if bound <= limit - grain { rank.append((states.cost[index], bound, index)) }
        }
        rank.sort { ($0.cost, $0.index) < ($1.cost, $1.index) }
        var seen: Set<ArraySlice<UInt32>> = []
        var kept: [(cost: Int, bound: Int, index: Int)] = []
        // The state that replaced another most recently is asked first: it often replaces the next one as well.
        var asked: [Int] = []
        cells.withUnsafeBufferPointer { buffer in
            for state in rank {
                let own = cells[state.index * width..<(state.index + 1) * width]
                // In a part of the objective what is uncovered counts apart from what is paid.
                if block.part == nil, !seen.insert(own).inserted { continue }
                if !isRough {
                    if let hit = asked.firstIndex(where: {
                        costsNoMore(states, $0, state.index) && replaces(buffer, $0, state.index, from: segment)
                    }) {
                        asked.swapAt(hit, hit / 2)
                        continue
                    }
                    asked.append(state.index)
                }
                kept.append(state)
            }
        }
        if kept.count > most {
            kept.sort { ($0.bound, $0.index) < ($1.bound, $1.index) }
            cut = min(cut, kept[most].bound)
            kept.removeLast(kept.count - most)
        }
        var next = States()
        for state in kept {
            next.cost.append(state.cost)
            next.uncovered.append(states.uncovered[state.index])
            next.cells += cells[state.index * width..<(state.index + 1) * width]
        }
        return (next, cut)
    }

    /// Whether one state can end no dearer than another that costs as much or more now, with the same segments to come.
    private func costsNoMore(_ states: States, _ one: Int, _ other: Int) -> Bool {
        guard block.part != nil else { return true }
        let (mine, theirs) = (states.uncovered[one], states.uncovered[other])
        return mine <= theirs && states.cost[one] - mine <= states.cost[other] - theirs
    }

    private func replaces(
        _ cells: UnsafeBufferPointer<UInt32>, _ better: Int, _ worse: Int, from segment: Int
    ) -> Bool {
        let one = better * width
        let other = worse * width
        for type in 0..<types where cells[one + type] < cells[other + type] { return false }
        for limit in weights..<width - 1 where cells[one + limit] > cells[other + limit] { return false }
        let (mine, theirs) = (Int(cells[one + width - 1]), Int(cells[other + width - 1]))
        if mine != theirs, !block.isWithin(mine, theirs) { return false }
        for index in segment..<block.segments.count {
            let first = Int(cells[one + types + index])
            let second = Int(cells[other + types + index])
            if first != second {
                let classes = block.segments[index].classes
                if !classes.covers[first * classes.count + second] { return false }
            }
        }
        return true
    }
}
