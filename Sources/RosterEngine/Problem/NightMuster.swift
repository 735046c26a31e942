/// Who is on duty tonight: how many agents of each type work each duty group, no more than there are people.
///
/// Night blocks see one sector each. A muster ties sectors of a night together: three agents cannot make a pair in one
/// sector and half a pair in another, and a round brings the same agents to each of its sectors. Lines supply what the muster
/// uses; staffings use what it brings.
///
/// - Source: variable splitting (Jörnsten, Näsberg 1986, doi:10.1016/0377-2217(86)90107-0), on unary counts and, for rounds, on
///   joint counts.
final class NightMuster: Sendable {
    /// People of one type and the groups among which they may choose; no agent may work in groups of two pools.
    struct Pool: Sendable {
        /// Agents who may lawfully work one of the groups that day.
        let people: Int
        /// Groups that one sector sees, agent by agent.
        let groups: [Int]
        /// What each agent more on those groups costs.
        let ladder: PriceLadder

        init(people: Int, groups: [Int], of all: [DutyGroup]) {
            self.people = people
            self.groups = groups
            ladder = PriceLadder(groups.map { all[$0] })
        }
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

    /// Priced rows of the muster: duty rows, presence of its groups and labels.
    let priceRows: [Int32]

    /// Describes a muster of groups whose rows are known.
    init(day: Int, pools: [Pool], rounds: [Round], views: [View], of all: [DutyGroup]) {
        self.day = day
        self.pools = pools
        self.rounds = rounds
        self.views = views
        let groups = pools.flatMap(\.groups) + rounds.map(\.group)
        priceRows =
            groups.flatMap { [all[$0].price] + all[$0].places.flatMap(\.levels) }
            + views.flatMap { view in (0..<view.count).map { Int32(view.firstPrice + $0) } }
    }

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
        let tables = pools.map { PoolTable($0, prices) }
        var counts = Array(repeating: 0, count: rounds.count)
        var used = Array(repeating: 0, count: pools.count)
        var best = (cost: Int.max, counts: counts)
        /// Explores the counts of all rounds from `position` on; `paid` is the cost of those before.
        func visit(_ position: Int, _ paid: Int) {
            guard position < rounds.count else {
                var cost = paid
                for pool in tables.indices { cost += tables[pool].cost(withoutPeople: used[pool]) }
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
        for pool in pools.indices {
            tables[pool].addAgents(of: pools[pool].groups, withoutPeople: used[pool], to: &agents)
        }
        return (best.cost, Choice(agents: agents, combinations: views.map { $0.combination(of: counts) }))
    }

    /// Cheapest ways to use at most so many people of a pool.
    private struct PoolTable {
        /// By number of people.
        private var best: [Int]
        /// Agents on a group by `group * (people + 1) + people in it and those before`.
        private var choices: [UInt8]

        init(_ pool: Pool, _ prices: [Int32]) {
            let width = pool.people + 1
            best = Array(repeating: 0, count: width)
            choices = Array(repeating: 0, count: width * pool.groups.count)
            let ladder = pool.ladder
            withUnsafeTemporaryAllocation(of: Int.self, capacity: width) { costs in
                for group in pool.groups.indices {
                    let agents = ladder.costs(ofGroup: group, prices, into: costs)
                    guard agents > 0 else { continue }
                    // Downwards, so that what is read is still without the group.
                    for total in stride(from: pool.people, through: 1, by: -1) {
                        var least = best[total]
                        var choice = UInt8(0)
                        for count in 1..<min(agents, total) + 1 {
                            let value = best[total - count] + costs[count]
                            if value < least {
                                least = value
                                choice = UInt8(count)
                            }
                        }
                        best[total] = least
                        choices[group * width + total] = choice
                    }
                }
            }
        }

        /// Cost of the best use of the pool when some of its people are taken by rounds.
        func cost(withoutPeople taken: Int) -> Int { best[best.count - 1 - taken] }

        /// Adds the agents of that use, by group.
        func addAgents(of groups: [Int], withoutPeople taken: Int, to agents: inout [(group: Int, count: Int)]) {
            var left = best.count - 1 - taken
            for position in groups.indices.reversed() {
                let count = Int(choices[position * best.count + left])
                if count > 0 { agents.append((groups[position], count)) }
                left -= count
            }
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
}
