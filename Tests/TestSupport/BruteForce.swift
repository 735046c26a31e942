import RosterCheck
public import RosterModel

/// True optimum of tiny scenarios: 2 to 4 agents, 3 to 5 days, 1 or 2 sectors.
///
/// All lawful lines of each agent are folded into an automaton of days (prefixes with the same ways to go on are one
/// state); a search over the joint states then adds up what each day leaves uncovered, as `RosterChecker` measures it.
/// Agents for whom nothing is lawful stay at home.
public struct BruteForce {
    /// Optimal values, each on its own.
    public struct Optimum: Equatable {
        /// Least points of level 1 over all lawful rosters.
        public let points: Int
        /// Least missing late team-minutes over all lawful rosters.
        public let lateMinutes: Int
    }

    private struct Staffing: Hashable {
        let day: Int
        let duties: [[Int]]
    }

    private let scenario: Scenario
    private let checker: RosterChecker
    /// How often every agent and every need is counted.
    private let copies: Int
    private let enumerations: [LineEnumeration.Lines]
    /// Automaton by agent: transitions (choice, next state) by state; state 0 is the end.
    private let transitions: [[[(choice: Int, next: Int)]]]
    private let roots: [Int]

    /// Enumerates the lines of all agents.
    ///
    /// - Parameter copies: How often every agent and every need is counted. Whole teams of so many copies are teams of
    ///   fractions down to `1 / copies`, and cost so many times as much.
    public init(_ scenario: Scenario, copies: Int = 1) {
        self.scenario = scenario
        self.copies = copies
        var crowd = scenario
        crowd.agents = scenario.agents.flatMap { Array(repeating: $0, count: copies) }
        crowd.requirements = scenario.requirements.map { requirement in
            CoverRequirement(
                id: requirement.id, sector: requirement.sector, kinds: requirement.kinds, weight: requirement.weight,
                teams: requirement.teams.map { $0 * UInt8(copies) }, pointsPerTeam: requirement.pointsPerTeam)
        }
        checker = RosterChecker(crowd)
        let enumeration = LineEnumeration(scenario)
        let lines = scenario.agents.indices.map { enumeration.lines(of: AgentID($0)) }
        enumerations = lines
        let folded = lines.map { Self.fold($0.lines, days: scenario.axis.dayCount) }
        transitions = folded.map(\.transitions)
        roots = folded.map(\.root)
    }

    /// Exact optimum of a scenario.
    public static func optimum(_ scenario: Scenario) -> Optimum { BruteForce(scenario).optimum }

    /// Exact optimum.
    public var optimum: Optimum {
        Optimum(
            points: least { $0.levels.points }.value,
            lateMinutes: least { $0.lateMissingMinutes }.value)
    }

    /// A roster of fewest points.
    public var bestRoster: Roster { least { $0.levels.points }.roster }

    /// All lawful lines of an agent.
    public func lines(of agent: AgentID) -> LineEnumeration.Lines { enumerations[agent.value] }

    private static func fold(
        _ lines: [[Int]], days: Int
    ) -> (transitions: [[(choice: Int, next: Int)]], root: Int) {
        var transitions: [[(choice: Int, next: Int)]] = [[]]
        var known: [[Int]: Int] = [:]
        func state(_ lines: ArraySlice<[Int]>, _ day: Int) -> Int {
            if day == days { return 0 }
            var moves: [(choice: Int, next: Int)] = []
            var start = lines.startIndex
            while start < lines.endIndex {
                let choice = lines[start][day]
                let end = lines[start...].firstIndex { $0[day] != choice } ?? lines.endIndex
                moves.append((choice, state(lines[start..<end], day + 1)))
                start = end
            }
            let key = [day] + moves.flatMap { [$0.choice, $0.next] }
            if let state = known[key] { return state }
            transitions.append(moves)
            known[key] = transitions.count - 1
            return transitions.count - 1
        }
        // Nobody is left without a line: the empty one is the last resort.
        let all = lines.isEmpty ? [Array(repeating: 0, count: days)] : lines
        let root = state(all[...], 0)
        return (transitions, root)
    }

    /// Least value of a figure that is a sum over service days.
    private func least(_ figure: (CoverageReport) -> Int) -> (value: Int, roster: Roster) {
        let empty = figure(checker.coverage(of: Roster(shifts: [])))
        var costs: [Staffing: Int] = [:]
        let hasTeams = scenario.agents.contains { $0.teamKey != nil }
        // Nil when the members of a constituted team do not do the same.
        func cost(_ day: Int, _ choices: [Int]) -> Int? {
            let worked = choices.indices.compactMap { enumerations[$0].choices[day][choices[$0]] }
            if hasTeams {
                let violations = checker.violations(in: Roster(shifts: worked))
                if violations.contains(where: { $0.rule == .constitutedTeam }) { return nil }
            }
            let shifts = worked.flatMap { shift in
                (0..<copies).map { copy in
                    WorkedShift(
                        agent: AgentID(shift.agent.value * copies + copy), day: shift.day, name: shift.name,
                        minutes: shift.minutes, breakMinutes: shift.breakMinutes, stages: shift.stages)
                }
            }
            let duties = worked.map { shift in
                [scenario[shift.agent].type.value, shift.minutes.lowerBound, shift.minutes.upperBound]
                    + shift.stages.flatMap { [$0.sector.value, $0.minutes.upperBound] }
            }
            let staffing = Staffing(day: day, duties: duties.sorted { $0.lexicographicallyPrecedes($1) })
            if let cost = costs[staffing] { return cost }
            let cost = figure(checker.coverage(of: Roster(shifts: shifts))) - empty
            costs[staffing] = cost
            return cost
        }
        typealias Step = (cost: Int, from: [Int], choices: [Int])
        var layers: [[[Int]: Step]] = [[roots: (empty, [], [])]]
        for day in 0..<scenario.axis.dayCount {
            var next: [[Int]: Step] = [:]
            for (states, step) in layers[day] {
                var choices: [Int] = []
                var target: [Int] = []
                func visit() {
                    guard choices.count < states.count else {
                        guard let added = cost(day, choices) else { return }
                        let value = step.cost + added
                        if value < next[target]?.cost ?? .max { next[target] = (value, states, choices) }
                        return
                    }
                    for move in transitions[choices.count][states[choices.count]] {
                        choices.append(move.choice)
                        target.append(move.next)
                        visit()
                        choices.removeLast()
                        target.removeLast()
                    }
                }
                visit()
            }
            layers.append(next)
        }
        var states = scenario.agents.map { _ in 0 }
        let value = layers.last?[states]?.cost ?? empty
        var shifts: [WorkedShift] = []
        for day in stride(from: scenario.axis.dayCount - 1, through: 0, by: -1) {
            guard let step = layers[day + 1][states] else { break }
            shifts += step.choices.indices.compactMap { enumerations[$0].choices[day][step.choices[$0]] }
            states = step.from
        }
        return (value, Roster(shifts: shifts))
    }
}
