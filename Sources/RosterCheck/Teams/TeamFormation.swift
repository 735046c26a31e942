package import RosterModel

/// The teams that can be formed of the agents present in one slot and sector.
///
/// It tries numbers of teams kind by kind and asks, for each choice, whether the places can be filled (Hall's condition:
/// every group of places finds enough people among those whom it accepts).
package struct TeamFormation {
    /// A need of one slot.
    package struct Need: Hashable {
        /// Kinds that count for it, as positions among the formation's kinds.
        package let kinds: [Int]
        package let teams: Int
        /// Cost of a missing team.
        package let cost: Int

        /// Describes a need.
        package init(kinds: [Int], teams: Int, cost: Int) {
            self.kinds = kinds
            self.teams = teams
            self.cost = cost
        }
    }

    /// What a formation leaves uncovered.
    struct Outcome {
        /// Teams by kind.
        let teams: [Int]
        /// Missing teams by need.
        let missing: [Int]
        let cost: Int
        /// Fewest agents of any formation of equal cost.
        let fewestAgents: Int
        /// Kinds of which some formation of equal cost with as few missing teams has a team.
        let isPossible: [Bool]
    }

    /// One place: a set of types (bits) and a number of agents.
    private struct Place {
        let types: UInt64
        let count: Int
    }

    private let places: [[Place]]
    private let sizes: [Int]

    /// Prepares formations of these kinds, in this order.
    package init(kinds: [TeamKind], types: [AgentType]) {
        precondition(types.count <= 64, "\(types.count) types of agents, at most 64 can be told apart")
        places = kinds.map { kind in
            kind.places.map { place in
                let accepted = types.indices.reduce(UInt64(0)) {
                    place.accepts(types[$1]) ? $0 | 1 << UInt64($1) : $0
                }
                return Place(types: accepted, count: place.count)
            }
        }
        sizes = kinds.map(\.size)
    }

    /// Most agents of a type that one team of any kind can hold.
    func largestShare(of type: Int) -> Int {
        places.map { $0.reduce(0) { $0 + ($1.types >> UInt64(type) & 1 == 1 ? $1.count : 0) } }.max() ?? 0
    }

    /// Whether these teams can be formed of these agents.
    func canForm(_ teams: [Int], of present: [Int]) -> Bool {
        var groups: [Place] = []
        for (kind, number) in teams.enumerated() where number > 0 {
            for place in places[kind] {
                if let index = groups.firstIndex(where: { $0.types == place.types }) {
                    groups[index] = Place(types: place.types, count: groups[index].count + number * place.count)
                } else {
                    groups.append(Place(types: place.types, count: number * place.count))
                }
            }
        }
        return everySubset(of: groups[...], types: 0, count: 0, present)
    }

    private func everySubset(of groups: ArraySlice<Place>, types: UInt64, count: Int, _ present: [Int]) -> Bool {
        guard let group = groups.first else {
            var people = 0
            for type in present.indices where types >> UInt64(type) & 1 == 1 { people += present[type] }
            return count <= people
        }
        return everySubset(
            of: groups.dropFirst(), types: types | group.types, count: count + group.count, present)
            && everySubset(of: groups.dropFirst(), types: types, count: count, present)
    }

    /// The formation that leaves least uncovered; ties by the fewest missing teams, then by more teams of the first kinds.
    ///
    /// - Parameter present: Agents by type.
    func best(present: [Int], needs: [Need]) -> Outcome {
        var teams = Array(repeating: 0, count: sizes.count)
        var best: (cost: Int, missing: Int, teams: [Int])?
        var isPossible = Array(repeating: false, count: sizes.count)
        var fewest: (cost: Int, agents: Int) = (.max, .max)
        func missing(_ need: Need) -> Int { max(0, need.teams - need.kinds.reduce(0) { $0 + teams[$1] }) }
        func visit(_ kind: Int, _ free: Int) {
            guard kind < sizes.count else {
                var cost = 0
                var count = 0
                for need in needs {
                    let open = missing(need)
                    cost += open * need.cost
                    count += open
                }
                // Kinds are tried from many teams to few, so the first of equals has more teams of the first kinds.
                if best.map({ (cost, count) < ($0.cost, $0.missing) }) ?? true {
                    best = (cost, count, teams)
                    isPossible = teams.map { $0 > 0 }
                } else if let best, (cost, count) == (best.cost, best.missing) {
                    for kind in teams.indices where teams[kind] > 0 { isPossible[kind] = true }
                }
                let agents = present.reduce(0, +) - free
                if (cost, agents) < fewest { fewest = (cost, agents) }
                return
            }
            var most = 0
            while sizes[kind] > 0, (most + 1) * sizes[kind] <= free {
                teams[kind] = most + 1
                if !canForm(teams, of: present) { break }
                most += 1
            }
            for number in stride(from: most, through: 0, by: -1) {
                teams[kind] = number
                visit(kind + 1, free - number * sizes[kind])
            }
            teams[kind] = 0
        }
        visit(0, present.reduce(0, +))
        let chosen = best?.teams ?? teams
        teams = chosen
        return Outcome(
            teams: chosen, missing: needs.map(missing), cost: best?.cost ?? 0, fewestAgents: fewest.agents,
            isPossible: isPossible)
    }

    /// Least cost of any formation; only teams that some need still misses are tried.
    package func leastCost(present: [Int], needs: [Need]) -> Int {
        var teams = Array(repeating: 0, count: sizes.count)
        var least = Int.max
        func missing(_ need: Need) -> Int { max(0, need.teams - need.kinds.reduce(0) { $0 + teams[$1] }) }
        func visit(_ kind: Int) {
            guard kind < sizes.count else {
                least = min(least, needs.reduce(0) { $0 + missing($1) * $1.cost })
                return
            }
            let wanted = needs.reduce(0) { $1.kinds.contains(kind) ? max($0, missing($1)) : $0 }
            for number in 0...wanted {
                teams[kind] = number
                if number > 0 && !canForm(teams, of: present) { break }
                visit(kind + 1)
            }
            teams[kind] = 0
        }
        visit(0)
        return least
    }
}
