import LinearProgramming
import RosterModel

/// What counts of agents leave uncovered when teams may be fractions: a small linear program for each count.
struct FractionalTeams {
    private let needs: [SlotCostTable.Need]
    private let kinds: [TeamKind]
    private let types: [AgentType]

    init(needs: [SlotCostTable.Need], kinds: [TeamKind], types: [AgentType]) {
        self.needs = needs
        self.kinds = kinds
        self.types = types
    }

    /// Costs by list of counts, rounded down to whole units.
    ///
    /// - Parameter counts: Agents by type.
    /// - Throws: What the solver throws.
    func costs(_ counts: [[Int]], solver: any IncrementalLPSolver) throws -> [Int] {
        var program = LinearProgram()
        let missing = needs.map { program.addVariable(cost: Double($0.costPerTeam), upper: Double($0.teams)) }
        let teams = kinds.map { _ in program.addVariable(cost: 0) }
        for (number, need) in needs.enumerated() {
            _ = program.addConstraint(
                lower: Double(need.teams),
                row: [LPRow.Entry(missing[number], 1)] + need.kinds.map { LPRow.Entry(teams[$0], 1) })
        }
        // Hall: the agents asked from inside a set of types alone are at most those who are there.
        let used = types.indices.filter { type in
            kinds.contains { $0.places.contains { $0.accepts(types[type]) } }
        }
        var halls: [(row: ConstraintID, set: [Int])] = []
        for bits in 1..<max(2, 1 << used.count) {
            let set = used.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
            let entries = kinds.indices.compactMap { kind -> LPRow.Entry? in
                let asked = kinds[kind].places.reduce(0) { sum, place in
                    let accepted = used.filter { place.accepts(types[$0]) }
                    return accepted.allSatisfy(set.contains) ? sum + place.count : sum
                }
                return asked > 0 ? LPRow.Entry(teams[kind], Double(asked)) : nil
            }
            if !entries.isEmpty { halls.append((program.addConstraint(upper: 0, row: entries), set)) }
        }
        let rows = halls
        return try solver.withSession(program) { session in
            try counts.map { counts in
                for hall in rows {
                    let there = hall.set.reduce(0) { $0 + counts[$1] }
                    try session.setBounds(of: hall.row, lower: -.infinity, upper: Double(there))
                }
                // Downwards, so that a bound on these costs is one on the true ones; the solver is off by far less.
                return Int((try session.solve().objective + 1e-4).rounded(.down))
            }
        }
    }
}
