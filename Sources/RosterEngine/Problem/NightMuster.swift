/// Who is on duty tonight: how many agents of each type work each duty group, no more than there are people.
///
/// Night blocks see one sector each. A muster ties sectors of a night together: three agents cannot make a pair in one
/// sector and half a pair in another, and a round brings the same agents to each of its sectors. Lines supply what the muster
/// uses; staffings use what it brings.
///
/// - Source: variable splitting (Jörnsten, Näsberg 1986, doi:10.1016/0377-2217(86)90107-0), on unary counts and, for rounds, on
///   joint counts.
struct NightMuster: Sendable {
    /// People of one type and the groups among which they may choose; no agent may work in groups of two pools.
    struct Pool: Sendable {
        /// Agents who may lawfully work one of the groups that day.
        let people: Int
        /// Groups that one sector sees, agent by agent.
        let groups: [Int]
    }

    /// A round: group, its pool, and the most agents that some sector can use.
    struct Round: Sendable {
        let group: Int
        let pool: Int
        let most: Int
    }

    /// A label of a block and the rounds that it shows: position in ``rounds``, most agents and stride in the label.
    struct View: Sendable {
        let firstPrice: Int
        /// Combinations of the label.
        let count: Int
        let terms: [(round: Int, most: Int, stride: Int)]

        /// The combination that the label shows of these counts of all rounds.
        func combination(of counts: [Int]) -> Int {
            terms.reduce(0) { $0 + min(counts[$1.round], $1.most) * $1.stride }
        }
    }

    let day: Int
    let pools: [Pool]
    /// Rounds of all pools.
    let rounds: [Round]
    /// Labels of the sectors that rounds of the muster visit.
    let views: [View]

    /// Groups of all pools and the rounds.
    var allGroups: [Int] { pools.flatMap(\.groups) + rounds.map(\.group) }

    /// Agents by group of the model, groups without agents left out, and the combination that each view sees.
    struct Choice: Sendable {
        var agents: [(group: Int, count: Int)]
        var combinations: [Int]
    }

    /// Least cost of a muster at integer prices, in price units.
    ///
    /// A group costs the price of its duty row for each agent, less what its presence is worth to the sectors.
    ///
    /// - Complexity: O(Σ over pools of people × agents by group + combinations of rounds × (pools + views)).
    func cheapest(_ all: [DutyGroup], prices: [Int32]) -> (cost: Int, choice: Choice) {
        let tables = pools.map { PoolTable($0, all, prices) }
        var counts = Array(repeating: 0, count: rounds.count)
        var used = Array(repeating: 0, count: pools.count)
        var best = (cost: Int.max, counts: counts)
        /// Explores the counts of all rounds from `position` on; `paid` is the cost of those before.
        func visit(_ position: Int, _ paid: Int) {
            guard position < rounds.count else {
                var cost = paid
                for (pool, table) in tables.enumerated() { cost += table.best[pools[pool].people - used[pool]] }
                for view in views { cost -= Int(prices[view.firstPrice + view.combination(of: counts)]) }
                if cost < best.cost { best = (cost, counts) }
                return
            }
            let round = rounds[position]
            let group = all[round.group]
            let room = min(round.most, group.people, pools[round.pool].people - used[round.pool])
            for count in 0...room {
                counts[position] = count
                used[round.pool] += count
                visit(position + 1, paid + group.cost(of: count, prices))
                used[round.pool] -= count
            }
            counts[position] = 0
        }
        visit(0, 0)

        var agents: [(group: Int, count: Int)] = []
        counts = best.counts
        for (round, count) in zip(rounds, counts) {
            used[round.pool] += count
            if count > 0 { agents.append((round.group, count)) }
        }
        for (pool, table) in tables.enumerated() {
            agents += table.agents(pools[pool].groups, of: pools[pool].people - used[pool])
        }
        return (best.cost, Choice(agents: agents, combinations: views.map { $0.combination(of: counts) }))
    }

    /// Cheapest ways to use at most so many people of a pool.
    private struct PoolTable {
        /// By number of people.
        private(set) var best: [Int]
        private var choices: [[UInt8]] = []

        init(_ pool: Pool, _ all: [DutyGroup], _ prices: [Int32]) {
            best = Array(repeating: 0, count: pool.people + 1)
            for number in pool.groups {
                let values = all[number].costs(prices)
                var next = best
                var choice = Array(repeating: UInt8(0), count: pool.people + 1)
                if values.count > 1, pool.people > 0 {
                    for total in 1...pool.people {
                        for agents in 1..<min(values.count, total + 1) {
                            let value = best[total - agents] + values[agents]
                            if value < next[total] {
                                next[total] = value
                                choice[total] = UInt8(agents)
                            }
                        }
                    }
                }
                best = next
                choices.append(choice)
            }
        }

        func agents(_ groups: [Int], of people: Int) -> [(group: Int, count: Int)] {
            var result: [(group: Int, count: Int)] = []
            var left = people
            for (group, choice) in zip(groups, choices).reversed() {
                let count = Int(choice[left])
                if count > 0 { result.append((group, count)) }
                left -= count
            }
            return result
        }
    }
}

extension DutyGroup {
    /// Cost of a number of agents at integer prices, labels left aside.
    func cost(of count: Int, _ prices: [Int32]) -> Int {
        places.reduce(count * Int(prices[Int(price)])) { sum, place in
            place.levels.prefix(count).reduce(sum) { $0 - Int(prices[Int($1)]) }
        }
    }

    /// Cost of 0, 1, … agents on the group at integer prices, as far as one more can be worth something.
    func costs(_ prices: [Int32]) -> [Int] {
        var most = 0
        for place in places { most = max(most, place.levels.count) }
        var costs = [0]
        for agent in 0..<min(people, most) {
            var cost = costs[agent] + Int(prices[Int(price)])
            for place in places where agent < place.levels.count { cost -= Int(prices[Int(place.levels[agent])]) }
            costs.append(cost)
        }
        return costs
    }
}
