import RosterModel

/// Finds limits on whole teams that a fractional plan breaks.
///
/// A limit is worth trying where agents have nowhere else to go: the duties that some class can reach, unions of two such sets,
/// all duties of a sector, whole parts of the town, each over all days, a week, a day of the week or two neighbouring ones. The
/// most that all lines bring is known exactly, by pricing.
struct CutSeparator {
    private struct Name: Hashable {
        let type: Int
        let duty: Int
    }

    private let evaluator: DualEvaluator
    private let model: CoverModel
    private let problem: PlanProblem

    /// Least excess over a limit, in teams, that counts as breaking it.
    private static let leastViolation = 0.05
    private static let mostCuts = 20

    init(evaluator: DualEvaluator) {
        self.evaluator = evaluator
        model = evaluator.model
        problem = evaluator.problem
    }

    /// The most broken limits, worst first.
    func cuts(brokenBy mixture: DualMixture) -> [TeamCut] {
        let divisors = Set(problem.scenario.teamKinds.map(\.size)).filter { $0 > 1 }.sorted()
        let supply = supply(of: mixture)
        let groupsOfName = groupsOfName
        let known = Set(evaluator.cuts.map { [$0.divisor] + $0.groups })
        var tried = Set<[Int]>()
        var found: [(violation: Double, cut: TeamCut)] = []
        for names in nameSets {
            let all = Set(names.flatMap { groupsOfName[$0] ?? [] }).sorted()
            for days in daySets {
                let groups = all.filter { days[model.groups[$0].day] }
                guard !groups.isEmpty, tried.insert(groups).inserted else { continue }
                for divisor in divisors where !known.contains([divisor] + groups) {
                    let activity = activity(of: groups, divisor: divisor, mixture)
                    // The lines can bring at least what they bring now.
                    let least = Int(groups.reduce(0) { $0 + supply[$1] } - 1e-6) / divisor
                    guard activity > Double(least) + Self.leastViolation else { continue }
                    let limit = most(of: groups) / divisor
                    let violation = activity - Double(limit)
                    guard violation > Self.leastViolation else { continue }
                    found.append((violation, TeamCut(divisor: divisor, groups: groups, limit: limit)))
                }
            }
        }
        let worst = found.enumerated().sorted {
            ($0.element.violation, $1.offset) > ($1.element.violation, $0.offset)
        }
        return worst.prefix(Self.mostCuts).map(\.element.cut)
    }

    private var groupsOfName: [Name: [Int]] {
        var result: [Name: [Int]] = [:]
        for (number, group) in model.groups.enumerated() {
            for duty in group.duties { result[Name(type: group.type, duty: duty), default: []].append(number) }
        }
        return result
    }

    /// Sets of duties to try.
    private var nameSets: [Set<Name>] {
        let reach = problem.boundClasses.map { agents in
            agents.dutiesOfDay.reduce(into: Set<Name>()) { names, duties in
                for duty in duties { names.insert(Name(type: agents.type.value, duty: Int(duty))) }
            }
        }
        var sets: [Set<Name>] = []
        var known = Set<Set<Name>>()
        func offer(_ names: Set<Name>) {
            if !names.isEmpty, known.insert(names).inserted { sets.append(names) }
        }
        for names in reach { offer(names) }
        let single = sets
        var parts = DisjointSets(count: single.count)
        for (number, one) in single.enumerated() {
            for (other, two) in single.enumerated().dropFirst(number + 1) where !one.isDisjoint(with: two) {
                if single.count <= Self.mostForPairs { offer(one.union(two)) }
                parts.join(number, other)
            }
        }
        let everything = single.reduce(Set()) { $0.union($1) }
        for sector in problem.scenario.sectors.indices {
            let inSector = everything.filter { problem.duties[$0.duty].sector?.value == sector }
            offer(inSector)
            offer(single.filter { !$0.isDisjoint(with: inSector) }.reduce(Set()) { $0.union($1) })
        }
        for part in parts.sets { offer(part.reduce(Set()) { $0.union(single[$1]) }) }
        offer(everything)
        return sets
    }

    /// Distinct reaches up to which their pairs are tried as well.
    private static let mostForPairs = 40

    /// Sets of days to try.
    private var daySets: [[Bool]] {
        let days = problem.scenario.axis.dayCount
        var sets = [Array(repeating: true, count: days)]
        for week in 0..<((days + 6) / 7) { sets.append((0..<days).map { $0 / 7 == week }) }
        for first in 0..<7 { sets.append((0..<days).map { $0 % 7 == first }) }
        for first in 0..<7 { sets.append((0..<days).map { $0 % 7 == first || $0 % 7 == (first + 1) % 7 }) }
        return sets
    }

    /// What the lines of the plan bring to each group, once for each of its sectors.
    private func supply(of mixture: DualMixture) -> [Double] {
        var groupOfRow: [Int32: Int] = [:]
        for (number, group) in model.groups.enumerated() { groupOfRow[group.price] = number }
        var supply = Array(repeating: 0.0, count: model.groups.count)
        for (lines, agents) in zip(mixture.lines, problem.boundClasses) {
            for line in lines {
                for row in line.rows {
                    guard let group = groupOfRow[row] else { continue }
                    supply[group] +=
                        line.weight * Double(agents.agents.count * model.groups[group].countingPlaces(in: model).count)
                }
            }
        }
        return supply
    }

    /// Whole teams that the plan's staffings count.
    private func activity(of groups: [Int], divisor: Int, _ mixture: DualMixture) -> Double {
        model.rowsLookingAt(groups).reduce(0) { sum, entry in
            let block = model.blocks[entry.block]
            return mixture.staffings[entry.block].reduce(sum) {
                $0 + $1.weight * Double(block.agents($1.staffing, on: entry.rows) / divisor)
            }
        }
    }

    /// Most agents that all lines together can bring to some groups, counted once for each sector.
    private func most(of groups: [Int]) -> Int {
        let dutyCount = problem.duties.count
        var costs = Array(
            repeating: Array(repeating: Int32(0), count: problem.scenario.axis.dayCount * dutyCount),
            count: problem.scenario.agentTypes.count)
        var concerned = Set<Int>()
        for number in groups {
            let group = model.groups[number]
            let places = group.countingPlaces(in: model).count
            for duty in group.duties { costs[group.type][group.day * dutyCount + duty] = -Int32(places) }
            concerned.insert(group.type)
        }
        let classes = problem.boundClasses.indices.filter {
            concerned.contains(problem.boundClasses[$0].type.value)
        }
        let lines = evaluator.priceLines(classes, dutyCosts: costs)
        return zip(lines, classes).reduce(0) { $0 - Int($1.0.cost) * problem.boundClasses[$1.1].agents.count }
    }
}
