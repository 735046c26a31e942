import LinearProgramming
package import RosterModel

/// What every count of agents by type leaves uncovered in one kind of slot.
///
/// Slots with the same active requirements, needs, points and kinds of teams share a table. Counts beyond `caps` bring
/// nothing and are read at the cap.
///
/// - Shape: entries are indexed by Σ min(count, cap) × stride over the types; types that no kind uses have cap 0.
package struct SlotCostTable: Sendable {
    /// A requirement that is active in the slot.
    package struct Need: Hashable, Sendable {
        /// Teams needed.
        let teams: Int
        /// Cost of one missing team.
        let costPerTeam: Int
        /// Accepted kinds, as positions in the list of kinds of the slot.
        let kinds: [Int]

        package init(teams: Int, costPerTeam: Int, kinds: [Int]) {
            self.teams = teams
            self.costPerTeam = costPerTeam
            self.kinds = kinds
        }
    }

    /// Largest useful count by type.
    package let caps: [Int]
    /// Distance in the table of one more agent, by type.
    package let strides: [Int32]
    /// Least cost of missing teams.
    package let cost: [Int32]
    /// Fewest agents that a formation of least cost uses.
    package let agentsUsed: [UInt8]
    /// Cost with partial credit for incomplete teams, to steer a search; equal to `cost` where all teams are single agents.
    package let smoothedCost: [Int32]

    /// Largest number of agents in one team.
    let teamSize: Int

    /// Builds the table.
    ///
    /// Team counts are enumerated by rising cost; each is feasible for the counts of agents that satisfy Hall's condition
    /// on the sets of types. The first feasible one is the formation of least cost, and of fewest agents among those.
    ///
    /// - Parameters:
    ///   - needs: Active requirements with `teams > 0`.
    ///   - kinds: Kinds that count in the slot.
    ///   - types: All types of the scenario.
    package init(needs: [Need], kinds: [TeamKind], types: [AgentType]) {
        // A kind is useful up to the largest need that accepts it.
        let mostTeams = kinds.indices.map { kind in
            needs.filter { $0.kinds.contains(kind) }.map(\.teams).max() ?? 0
        }
        let placeTypes: [[(types: Set<Int>, count: Int)]] = kinds.map { kind in
            kind.places.map { place in (Set(types.indices.filter { place.accepts(types[$0]) }), place.count) }
        }
        var caps = types.indices.map { type in
            var most = 0
            for (kind, places) in placeTypes.enumerated() {
                for place in places where place.types.contains(type) { most += mostTeams[kind] * place.count }
            }
            return most
        }
        let teamSize = zip(kinds, mostTeams).filter { $0.1 > 0 }.map(\.0.size).max() ?? 1

        let choices = Self.teamCounts(needs: needs, kinds: kinds, mostTeams: mostTeams)
        var full = Self.fill(caps: caps, choices: choices, placeTypes: placeTypes)
        // Shrink each type to the count beyond which nothing changes.
        for type in caps.indices {
            while caps[type] > 0, full.isConstantAtEnd(of: type) {
                full = full.droppingLast(of: type)
                caps[type] -= 1
            }
        }
        self.caps = caps
        strides = full.strides.map(Int32.init)
        cost = full.cost.map(Int32.init)
        agentsUsed = full.used.map(UInt8.init)
        self.teamSize = teamSize
        smoothedCost = Self.smooth(full, teamSize: teamSize).map(Int32.init)
    }

    /// The table of fractional teams.
    ///
    /// Caps grow where one agent more is of use to fractions only; costs are convex in each count, so that an agent who
    /// brings nothing beside anybody is followed by nobody who does.
    ///
    /// - Throws: What the solver throws.
    func fractional(
        needs: [Need], kinds: [TeamKind], types: [AgentType], solver: any IncrementalLPSolver
    ) throws -> SlotCostTable {
        let teams = FractionalTeams(needs: needs, kinds: kinds, types: types)
        let isUsed = types.map { type in kinds.contains { $0.places.contains { $0.accepts(type) } } }
        var caps = caps
        while true {
            let shape = Dense(caps: caps)
            let counts = shape.cost.indices.map(shape.counts)
            let costs = try teams.costs(counts, solver: solver)
            let edges = caps.indices.filter { isUsed[$0] }.flatMap { type in
                counts.indices.filter { counts[$0][type] == caps[type] }.map { (entry: $0, type: type) }
            }
            let beyond = try teams.costs(
                edges.map { edge in
                    var more = counts[edge.entry]
                    more[edge.type] += 1
                    return more
                }, solver: solver)
            let growing = Set(zip(edges, beyond).filter { costs[$0.entry] > $1 }.map(\.0.type))
            if growing.isEmpty {
                return SlotCostTable(
                    self, caps: caps, strides: shape.strides.map(Int32.init), cost: costs.map(Int32.init),
                    agentsUsed: counts.map { counts in
                        agentsUsed[
                            zip(zip(counts, self.caps), strides).reduce(0) { $0 + min($1.0.0, $1.0.1) * Int($1.1) }]
                    })
            }
            for type in growing { caps[type] += 1 }
        }
    }

    private init(_ table: SlotCostTable, caps: [Int], strides: [Int32], cost: [Int32], agentsUsed: [UInt8]) {
        self.caps = caps
        self.strides = strides
        self.agentsUsed = agentsUsed
        teamSize = table.teamSize
        self.cost = cost
        smoothedCost = cost
    }

    /// A table that asks for certain agents, each missing one at the same cost.
    ///
    /// - Parameter agents: Agents asked for by type.
    init(agents: [Int], costPerAgent: Int) {
        let table = {
            var table = Dense(caps: agents)
            for entry in table.cost.indices {
                let there = table.counts(entry).reduce(0, +)
                table.cost[entry] = (agents.reduce(0, +) - there) * costPerAgent
                table.used[entry] = there
            }
            return table
        }()
        caps = agents
        strides = table.strides.map(Int32.init)
        cost = table.cost.map(Int32.init)
        agentsUsed = table.used.map(UInt8.init)
        smoothedCost = cost
        teamSize = 1
    }

    /// All useful numbers of teams by kind, by rising (cost, agents).
    private static func teamCounts(
        needs: [Need], kinds: [TeamKind], mostTeams: [Int]
    ) -> [(teams: [Int], cost: Int, agents: Int)] {
        var result: [(teams: [Int], cost: Int, agents: Int)] = []
        var teams = Array(repeating: 0, count: kinds.count)
        func visit(_ kind: Int) {
            if kind == kinds.count {
                let cost = needs.reduce(0) { sum, need in
                    sum + max(0, need.teams - need.kinds.reduce(0) { $0 + teams[$1] }) * need.costPerTeam
                }
                result.append((teams, cost, zip(teams, kinds).reduce(0) { $0 + $1.0 * $1.1.size }))
                return
            }
            for count in 0...mostTeams[kind] {
                teams[kind] = count
                visit(kind + 1)
            }
            teams[kind] = 0
        }
        visit(0)
        // A stable order makes the table independent of the sort's implementation.
        return result.enumerated().sorted {
            ($0.element.cost, $0.element.agents, $0.offset) < ($1.element.cost, $1.element.agents, $1.offset)
        }.map(\.element)
    }

    /// A dense array over counts by type.
    private struct Dense {
        var sizes: [Int]
        var strides: [Int]
        var cost: [Int]
        var used: [Int]

        init(caps: [Int]) {
            sizes = caps.map { $0 + 1 }
            strides = []
            var stride = 1
            for cap in caps {
                strides.append(cap == 0 ? 0 : stride)
                stride *= cap + 1
            }
            cost = Array(repeating: 0, count: stride)
            used = Array(repeating: 0, count: stride)
        }

        /// Counts by type of an entry.
        func counts(_ entry: Int) -> [Int] {
            sizes.indices.map { strides[$0] == 0 ? 0 : entry / strides[$0] % sizes[$0] }
        }

        func isConstantAtEnd(of type: Int) -> Bool {
            cost.indices.allSatisfy { entry in
                entry / strides[type] % sizes[type] != sizes[type] - 1
                    || (cost[entry] == cost[entry - strides[type]] && used[entry] == used[entry - strides[type]])
            }
        }

        func droppingLast(of type: Int) -> Dense {
            var caps = sizes.map { $0 - 1 }
            caps[type] -= 1
            var smaller = Dense(caps: caps)
            for entry in smaller.cost.indices {
                let old = zip(smaller.counts(entry), strides).reduce(0) { $0 + $1.0 * $1.1 }
                smaller.cost[entry] = cost[old]
                smaller.used[entry] = used[old]
            }
            return smaller
        }
    }

    private static func fill(
        caps: [Int], choices: [(teams: [Int], cost: Int, agents: Int)],
        placeTypes: [[(types: Set<Int>, count: Int)]]
    ) -> Dense {
        var table = Dense(caps: caps)
        let used = caps.indices.filter { caps[$0] > 0 }
        // Hall: for every set of types, the agents asked from inside the set alone are at most those who are there.
        let sets = 1 << used.count
        func mask(_ types: Set<Int>) -> Int {
            used.enumerated().reduce(0) { types.contains($1.element) ? $0 | 1 << $1.offset : $0 }
        }
        let asked: [[Int]] = choices.map { choice in
            var demand = Array(repeating: 0, count: sets)
            for (kind, places) in placeTypes.enumerated() where choice.teams[kind] > 0 {
                for place in places {
                    let accepted = mask(place.types)
                    for set in 0..<sets where accepted & ~set == 0 { demand[set] += choice.teams[kind] * place.count }
                }
            }
            return demand
        }
        for entry in table.cost.indices {
            let counts = table.counts(entry)
            var there = Array(repeating: 0, count: sets)
            for set in 0..<sets {
                for (bit, type) in used.enumerated() where set & (1 << bit) != 0 { there[set] += counts[type] }
            }
            let choice = asked.firstIndex { demand in (0..<sets).allSatisfy { demand[$0] <= there[$0] } }
            // No team at all asks for nobody, so some choice is always feasible.
            guard let choice else { preconditionFailure("no formation for counts \(counts)") }
            table.cost[entry] = choices[choice].cost
            table.used[entry] = choices[choice].agents
        }
        return table
    }

    /// Mean of the costs with 0, 1, ..., teamSize − 1 agents of the best types added: an incomplete team then counts for
    /// the share of it that is there.
    private static func smooth(_ table: Dense, teamSize: Int) -> [Int] {
        var sum = table.cost
        var best = table.cost
        for _ in 1..<max(1, teamSize) {
            var next = best
            for entry in best.indices {
                for type in table.sizes.indices where table.strides[type] > 0 {
                    if entry / table.strides[type] % table.sizes[type] < table.sizes[type] - 1 {
                        next[entry] = min(next[entry], best[entry + table.strides[type]])
                    }
                }
            }
            best = next
            for entry in sum.indices { sum[entry] += best[entry] }
        }
        return sum.map { $0 / max(1, teamSize) }
    }
}
