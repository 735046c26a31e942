import RosterModel

/// The cheapest muster of one night: how many agents are on each duty group.
///
/// Groups whose counts are seen together by some sector are tried count by count; the others of a pool of people are filled by
/// a table over the people left.
struct MusterSearch {
    /// People who may choose among some groups.
    private struct Pool {
        var people: Set<Int>
        /// Positions of groups.
        var groups: [Int]
    }

    private let book: GroupBook
    /// Agents who may lawfully work one of the duties, by group of the night.
    private let people: [Int: Set<Int>]
    private let labels: [GroupBook.Label]

    /// Prepares the groups of one night.
    init(_ day: Int, _ rows: DutyRows, _ duties: [LawfulDuties], _ book: GroupBook) {
        self.book = book
        var people: [Int: Set<Int>] = [:]
        for (number, group) in book.groups.enumerated() where group.day == day { people[number] = [] }
        for (agent, duties) in duties.enumerated() {
            let type = rows.scenario.agents[agent].type.value
            for duty in duties.available[day] {
                let isRound = !rows.scenario[duty.shift].stages.isEmpty
                if let group = book.group(
                    day: day, type: type, shift: duty.shift, sector: isRound ? nil : duty.sectors.first)
                {
                    people[group]?.insert(agent)
                }
            }
        }
        self.people = people
        labels = rows.scenario.sectors.indices.compactMap { book.label(day * rows.scenario.sectors.count + $0) }
    }

    /// Least cost in price units: a group's price for each agent, less what sectors pay for presence.
    ///
    /// - Returns: Nil when there are too many combinations.
    func minimum() -> Int? {
        // Pools: groups that share an agent.
        var pools: [Pool] = []
        for (group, agents) in people.sorted(by: { $0.key < $1.key }) where !agents.isEmpty {
            var merged = Pool(people: agents, groups: [group])
            pools.removeAll { pool in
                guard !pool.people.isDisjoint(with: merged.people) else { return false }
                merged.people.formUnion(pool.people)
                merged.groups += pool.groups
                return true
            }
            pools.append(merged)
        }
        // Clusters: pools of which some groups meet in a label.
        var clusters: [(pools: [Int], labels: [Int])] = pools.indices.map { ([$0], []) }
        var constant = 0
        for (number, label) in labels.enumerated() {
            let groups = Set(label.terms.map(\.group))
            var merged: (pools: [Int], labels: [Int]) = ([], [number])
            clusters.removeAll { cluster in
                guard cluster.pools.contains(where: { !groups.isDisjoint(with: pools[$0].groups) }) else {
                    return false
                }
                merged.pools += cluster.pools
                merged.labels += cluster.labels
                return true
            }
            // Nobody comes: the combination is the empty one.
            if merged.pools.isEmpty { constant -= label.prices[0] } else { clusters.append(merged) }
        }
        var sum = constant
        for cluster in clusters {
            guard let least = minimum(cluster.pools.map { pools[$0] }, cluster.labels.map { labels[$0] }) else {
                return nil
            }
            sum += least
        }
        return sum
    }

    private func minimum(_ pools: [Pool], _ labels: [GroupBook.Label]) -> Int? {
        let seen = Set(labels.flatMap { $0.terms.map(\.group) })
        let most: [Int: Int] = labels.flatMap(\.terms).reduce(into: [:]) { most, term in
            most[term.group] = max(most[term.group] ?? 0, term.most)
        }
        let tables = pools.map { table($0.groups.filter { !seen.contains($0) }, people: $0.people.count) }
        let tried = pools.enumerated().flatMap { pool, content in
            content.groups.filter(seen.contains).map { (group: $0, pool: pool) }
        }
        var combinations = 1
        for (group, _) in tried {
            combinations *= min(useful(group, most[group] ?? 0), people[group]?.count ?? 0) + 1
            if combinations > GroupBook.mostCombinations { return nil }
        }
        var counts: [Int: Int] = [:]
        var left = pools.map(\.people.count)
        var best = Int.max
        func visit(_ rest: ArraySlice<(group: Int, pool: Int)>, _ paid: Int) {
            guard let next = rest.first else {
                var cost = paid
                for (pool, table) in tables.enumerated() { cost += table[left[pool]] }
                for label in labels {
                    var position = 0
                    var step = 1
                    for term in label.terms {
                        position += min(counts[term.group] ?? 0, term.most) * step
                        step *= term.most + 1
                    }
                    cost -= label.prices[position]
                }
                best = min(best, cost)
                return
            }
            let room = min(
                useful(next.group, most[next.group] ?? 0), people[next.group]?.count ?? 0, left[next.pool])
            for count in 0...max(0, room) {
                counts[next.group] = count
                left[next.pool] -= count
                visit(rest.dropFirst(), paid + cost(next.group, count))
                left[next.pool] += count
            }
            counts[next.group] = 0
        }
        visit(tried[...], 0)
        return best
    }

    /// Agents beyond whom one more is never paid for. When an agent costs less than nothing, all of them count.
    private func useful(_ group: Int, _ most: Int) -> Int {
        let prices = book.groups[group]
        if prices.price < 0 { return people[group]?.count ?? 0 }
        return prices.presence.reduce(most) { max($0, $1.levels.count) }
    }

    private func cost(_ group: Int, _ count: Int) -> Int {
        let prices = book.groups[group]
        return prices.presence.reduce(count * prices.price) { sum, presence in
            presence.levels.prefix(count).reduce(sum, -)
        }
    }

    /// Least cost of groups by the number of people who may be used.
    private func table(_ groups: [Int], people count: Int) -> [Int] {
        var table = Array(repeating: 0, count: count + 1)
        for group in groups {
            let room = min(useful(group, 0), people[group]?.count ?? 0)
            let costs = (0...room).map { cost(group, $0) }
            for total in table.indices.reversed() {
                for agents in 0...min(room, total) {
                    // Totals below are still those without this group.
                    let value = (agents == 0 ? table[total] : table[total - agents]) + costs[agents]
                    if agents == 0 || value < table[total] { table[total] = value }
                }
            }
        }
        return table
    }
}
