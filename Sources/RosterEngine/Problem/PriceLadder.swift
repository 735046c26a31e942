/// Rows that price each agent more on some duty groups, one after the other, for the inner loops of ``NightMuster``.
struct PriceLadder: Sendable {
    /// Duty row of each group.
    private let rows: [Int32]
    /// First agent of each group in ``levelStarts``, and the end.
    private let agentStarts: [Int]
    /// First presence row of each agent in ``levels``, and the end.
    private let levelStarts: [Int32]
    private let levels: [Int32]

    /// Lists the rows of groups, as far as one agent more can be worth something.
    init(_ groups: [DutyGroup]) {
        rows = groups.map(\.price)
        var agentStarts = [0]
        var levelStarts: [Int32] = [0]
        var levels: [Int32] = []
        for group in groups {
            let most = min(group.people, group.places.reduce(0) { max($0, $1.levels.count) })
            for agent in 0..<most {
                for place in group.places where agent < place.levels.count { levels.append(place.levels[agent]) }
                levelStarts.append(Int32(levels.count))
            }
            agentStarts.append(levelStarts.count - 1)
        }
        self.agentStarts = agentStarts
        self.levelStarts = levelStarts
        self.levels = levels
    }

    /// Cost of 0, 1, … agents on a group at integer prices: the price of its duty row for each, less what his presence is worth.
    ///
    /// - Parameter costs: Space for the costs; what does not fit is left out.
    /// - Returns: The most agents for which there is a cost.
    func costs(ofGroup group: Int, _ prices: [Int32], into costs: UnsafeMutableBufferPointer<Int>) -> Int {
        let first = agentStarts[group]
        let most = min(agentStarts[group + 1] - first, costs.count - 1)
        let price = Int(prices[Int(rows[group])])
        var cost = 0
        costs[0] = 0
        for agent in 0..<most {
            cost += price
            for level in Int(levelStarts[first + agent])..<Int(levelStarts[first + agent + 1]) {
                cost -= Int(prices[Int(levels[level])])
            }
            costs[agent + 1] = cost
        }
        return most
    }
}
