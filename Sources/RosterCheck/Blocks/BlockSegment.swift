/// Slots of a night block that the very same duty rows fill: agents present are the same in all of them.
///
/// Numbers of agents are counted up to the most that can be of use; a combination has one position in mixed radix.
struct BlockSegment {
    /// Types of agents that can be of use, as positions among the block's types.
    let types: [Int]
    /// Most agents of use, by entry of `types`.
    let most: [Int]
    /// Step in position of one more agent, by type of the block; 0 for types of no use.
    let step: [Int]
    /// Most agents of use by type of the block.
    let mostOfType: [Int]
    /// Cost in price units by position.
    let cost: [Int]
    /// Lower bound of the cost when more agents may come, each for his share of the price of a row.
    let bound: [Int]

    /// - Parameters:
    ///   - most: Most agents of use, by type of the block.
    ///   - share: Least share of a row's price that falls to the segment, by type of the block; nil when no row can add.
    ///   - cost: Cost with these agents, by type of the block.
    init(most: [Int], share: [Int?], cost: ([Int]) -> Int) {
        mostOfType = most
        types = most.indices.filter { most[$0] > 0 }
        self.most = types.map { most[$0] }
        var step = Array(repeating: 0, count: most.count)
        var size = 1
        for type in types {
            step[type] = size
            size *= most[type] + 1
        }
        self.step = step
        var costs = Array(repeating: 0, count: size)
        var present = Array(repeating: 0, count: most.count)
        for position in 0..<size {
            var rest = position
            for type in types {
                present[type] = rest % (most[type] + 1)
                rest /= most[type] + 1
            }
            costs[position] = cost(present)
        }
        self.cost = costs
        var bounds = costs
        for position in (0..<size).reversed() {
            for type in types {
                guard let share = share[type] else { continue }
                let number = position / step[type] % (most[type] + 1)
                if number < most[type] {
                    bounds[position] = min(bounds[position], bounds[position + step[type]] + share)
                }
            }
        }
        bound = bounds
    }
}
