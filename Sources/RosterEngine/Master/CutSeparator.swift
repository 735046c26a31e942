import RosterModel

/// Finds cuts that a fractional plan breaks.
struct CutSeparator {
    let evaluator: DualEvaluator
    private var model: CoverModel { evaluator.model }
    private var problem: PlanProblem { evaluator.problem }

    init(evaluator: DualEvaluator) { self.evaluator = evaluator }

    private struct Name: Hashable { let type: Int; let duty: Int }

    func cuts(brokenBy mixture: DualMixture) -> [TeamCut] {
        let classes = problem.boundClasses
        let axis = problem.scenario.axis
        // Names reachable by each class.
        var reach: [Set<Name>] = []
        for agents in classes {
            var names = Set<Name>()
            for day in agents.dutiesOfDay { for duty in day { names.insert(Name(type: agents.type.value, duty: Int(duty))) } }
            reach.append(names)
        }
        var sets: [Set<Name>] = []
        func offer(_ names: Set<Name>) { if !names.isEmpty, !sets.contains(names) { sets.append(names) } }
        for names in reach { offer(names) }
        let base = sets
        for one in base { for two in base where !one.isDisjoint(with: two) { offer(one.union(two)) } }
        // by sector sets
        let all = reach.reduce(Set()) { $0.union($1) }
        for sector in problem.scenario.sectors.indices {
            let inSector = all.filter { problem.duties[$0.duty].sector?.value == sector }
            offer(inSector)
            // Classes that touch the sector.
            offer(reach.filter { !$0.isDisjoint(with: inSector) }.reduce(Set()) { $0.union($1) })
        }
        // components
        var parts = DisjointSets(count: base.count)
        for one in base.indices { for two in base.indices where !base[one].isDisjoint(with: base[two]) { parts.join(one, two) } }
        for set in parts.sets { offer(set.reduce(Set()) { $0.union(base[$1]) }) }
        offer(all)
        var days: [[Bool]] = [Array(repeating: true, count: axis.dayCount)]
        _ = axis
        for week in 0..<((axis.dayCount + 6) / 7) { days.append((0..<axis.dayCount).map { $0 / 7 == week }) }
        for phase in 0..<7 { days.append((0..<axis.dayCount).map { $0 % 7 == phase }) }
        for phase in 0..<7 { days.append((0..<axis.dayCount).map { $0 % 7 == phase || $0 % 7 == (phase + 1) % 7 }) }
        let divisors = Set(problem.scenario.teamKinds.map { $0.places.reduce(0) { $0 + $1.count } }).filter { $0 > 1 }.sorted()
        var found: [(violation: Double, cut: TeamCut)] = []
        var tried = 0
        for names in sets {
            for which in days {
                let groups = model.groups.indices.filter { number in
                    let group = model.groups[number]
                    return which[group.day] && group.duties.contains { names.contains(Name(type: group.type, duty: $0)) }
                }
                if groups.isEmpty { continue }
                tried += 1
                for divisor in divisors {
                    let weights = Dictionary(uniqueKeysWithValues: groups.map { ($0, 1) })
                    let unlimited = TeamCut(divisor: divisor, weights: weights, limit: 0)
                    var activity = 0.0
                    for (block, teams) in unlimited.teams(in: model) {
                        for (staffing, weight) in mixture.staffings[block] { activity += weight * Double(teams[staffing]) }
                    }
                    let most = most(weights)
                    let violation = activity - Double(most / divisor)
                    if violation > 0.05 {
                        found.append((violation, TeamCut(divisor: divisor, weights: weights, limit: most / divisor)))
                    }
                }
            }
        }
        found.sort { $0.violation > $1.violation }
        print("tried", tried, "sets", sets.count, "found", found.count, found.prefix(8).map { ($0.violation, $0.cut.weights.count, $0.cut.limit) })
        return found.prefix(20).map(\.cut)
    }

    /// Most weight that all lines together can bring.
    func most(_ weights: [Int: Int]) -> Int {
        let types = problem.scenario.agentTypes.count
        let entries = problem.scenario.axis.dayCount * problem.duties.count
        var costs = Array(repeating: Array(repeating: Int32(0), count: entries), count: types)
        for (number, weight) in weights {
            let group = model.groups[number]
            for duty in group.duties {
                costs[group.type][group.day * problem.duties.count + duty] = -Int32(weight * group.places.count)
            }
        }
        let lines = evaluator.priceLines(Array(problem.boundClasses.indices), dutyCosts: costs)
        return zip(lines, problem.boundClasses).reduce(0) { $0 - Int($1.0.cost) * $1.1.agents.count }
    }
}
