import RosterModel

/// What slots leave uncovered, by the agents present: least Σ missing teams × cost of any formation.
///
/// Slots whose needs differ only by a common factor of their costs share one list of results.
struct SlotCosts {
    /// Needs of a slot up to a factor.
    struct Pattern: Hashable {
        let kinds: [Int]
        let needs: [TeamFormation.Need]
    }

    private let scenario: Scenario
    private var positions: [Pattern: Int] = [:]
    private var patterns: [(formation: TeamFormation, needs: [TeamFormation.Need])] = []
    private var known: [[[Int]: Int]] = []
    private struct ClassKey: Hashable {
        let patterns: [Int]
        let most: [Int]
    }
    private var classesKnown: [ClassKey: PresenceClasses] = [:]

    init(_ scenario: Scenario) { self.scenario = scenario }

    /// Position of a slot's pattern and the factor of its costs; nil when nothing can be missed in it.
    ///
    /// - Parameter cost: Cost of a missing team of a requirement in the slot.
    mutating func pattern(
        sector: SectorID, slot: Int, requirements: [Int], cost: (Int) -> Int
    ) -> (position: Int, factor: Int)? {
        let active = requirements.filter { scenario.requirements[$0].teams[slot] > 0 && cost($0) > 0 }
        guard !active.isEmpty else { return nil }
        let kinds = scenario.teamKinds.indices.filter { kind in
            scenario.teamKinds[kind].counts(in: sector, slot: slot)
                && active.contains { scenario.requirements[$0].kinds.contains(TeamKindID(kind)) }
        }
        let factor = active.reduce(0) { Int.greatestDivisor($0, cost($1)) }
        let needs = active.map { index in
            let requirement = scenario.requirements[index]
            return TeamFormation.Need(
                kinds: kinds.indices.filter { requirement.kinds.contains(TeamKindID(kinds[$0])) },
                teams: Int(requirement.teams[slot]), cost: cost(index) / factor)
        }
        let pattern = Pattern(kinds: kinds, needs: needs)
        if let position = positions[pattern] { return (position, factor) }
        positions[pattern] = patterns.count
        let formation = TeamFormation(kinds: kinds.map { scenario.teamKinds[$0] }, types: scenario.agentTypes)
        patterns.append((formation, needs))
        known.append([:])
        return (patterns.count - 1, factor)
    }

    /// Most agents of a type that can be of use in slots of a pattern.
    func mostUseful(_ position: Int, type: Int) -> Int {
        let pattern = patterns[position]
        return pattern.needs.reduce(0) { $0 + $1.teams } * pattern.formation.largestShare(of: type)
    }

    /// Classes of presence under some patterns.
    mutating func classes(_ patterns: [Int], most: [Int]) -> PresenceClasses {
        let key = ClassKey(patterns: patterns, most: most)
        if let classes = classesKnown[key] { return classes }
        let classes = PresenceClasses(most: most, patterns: patterns.count) { pattern, present in
            cost(patterns[pattern], present: present)
        }
        classesKnown[key] = classes
        return classes
    }

    /// Cost of a slot of a pattern, factor left out.
    private mutating func cost(_ position: Int, present: [Int]) -> Int {
        if let cost = known[position][present] { return cost }
        let cost = patterns[position].formation.leastCost(present: present, needs: patterns[position].needs)
        known[position][present] = cost
        return cost
    }
}
