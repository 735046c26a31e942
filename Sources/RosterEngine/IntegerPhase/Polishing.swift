import RosterModel

/// Local search on levels 2 to 4 with level 1 never worse: a move is kept when the values are lexicographically no worse.
///
/// A move of a member of a constituted team is one of the whole team. Lines that hang together with others have moves of their
/// own besides (`Polishing+Ties`).
final class Polishing {
    let state: SearchState
    private let levels: LowerLevels
    var random: RandomSource
    private let planned: [Int]
    private(set) var moves = 0

    /// Values of the roster held.
    var values: LevelValues { levels.total }

    init(state: SearchState, seed: UInt64, stream: UInt64) {
        self.state = state
        levels = LowerLevels(state)
        random = RandomSource(seed: seed, stream: stream)
        // A team whose members have found no common line stays as it is: a change of it could not be taken back.
        let isMovable = state.teams.members.indices.map(state.doMembersFollow)
        planned = (0..<state.agentCount).filter { agent in
            state.isPlanned(agent) && (!state.isTied(agent) || isMovable[state.teams.teamOf[agent]])
        }
    }

    /// Runs moves until `shouldStop` says so; asked every few hundred moves.
    func run(shouldStop: (_ moves: Int) -> Bool) {
        guard !planned.isEmpty else { return }
        while !shouldStop(moves) {
            for _ in 0..<256 { move() }
            moves += 256
        }
    }

    private func move() {
        let agent = randomAgent()
        let day = random.below(state.days)
        guard let changes = state.isFree(agent) ? changes(agent, day) : changesOfTied(agent, day) else { return }
        let wanted = changes.filter { $0.secondDay >= 0 || state.dutyHeld($0.agent, on: $0.day) != $0.duty }
        guard !wanted.isEmpty,
            wanted.allSatisfy({ change in
                state.isCandidate(agent: change.agent, day: change.day, duty: change.duty)
                    && (change.secondDay < 0
                        || state.isCandidate(agent: change.agent, day: change.secondDay, duty: change.secondDuty))
            })
        else { return }
        attempt(wanted)
    }

    /// A move of one agent or of two: dropping, changing, exchanging or handing over a day.
    ///
    /// - Returns: Changes to make in this order, perhaps unlawful or without effect; nil for none.
    func changes(_ agent: Int, _ day: Int) -> [SearchState.Change]? {
        let current = state.dutyHeld(agent, on: day)
        switch random.below(100) {
        case ..<20:
            // Drop a shift: useless presence goes first.
            guard current >= 0 else { return nil }
            return [.init(agent: agent, day: day, duty: -1)]
        case ..<45:
            return randomDuty(agent, day).map { [.init(agent: agent, day: day, duty: $0)] }
        case ..<75:
            // Exchange the day with another agent, one day or a few.
            let other = randomAgent()
            guard !state.areOneLine(agent, other), state.type(other) == state.type(agent) else { return nil }
            let length = 1 + random.below(4)
            return (day..<min(state.days, day + length)).flatMap { today -> [SearchState.Change] in
                let mine = state.dutyHeld(agent, on: today)
                let theirs = state.dutyHeld(other, on: today)
                if mine == theirs { return [] }
                return [.init(agent: agent, day: today, duty: theirs), .init(agent: other, day: today, duty: mine)]
            }
        default:
            // Hand the duty to another agent who is off that day.
            let other = randomAgent()
            guard current >= 0, !state.areOneLine(agent, other), state.dutyHeld(other, on: day) < 0 else { return nil }
            return [.init(agent: agent, day: day, duty: -1), .init(agent: other, day: day, duty: current)]
        }
    }

    /// One of the agents who may be moved.
    func randomAgent() -> Int { planned[random.below(planned.count)] }

    /// One of the duties that an agent may work on a day.
    func randomDuty(_ agent: Int, _ day: Int) -> Int32? {
        let count = state.candidateCount(agent: agent, day: day)
        return count == 0 ? nil : state.candidate(agent: agent, day: day, random.below(count))
    }

    private func attempt(_ wanted: [SearchState.Change]) {
        var touched = days(of: wanted)
        var agents: [Int] = []
        for change in touched where !agents.contains(change.agent) { agents.append(change.agent) }
        let unusedBefore = levels.unused(of: agents)
        let before = levels.total
        var inverses: [SearchState.Change] = []
        for change in wanted {
            guard let done = state.apply(change) else {
                state.undo(&inverses)
                return
            }
            inverses.append(done.inverse)
        }
        guard state.cost <= before.points else {
            state.undo(&inverses)
            return
        }
        for index in touched.indices {
            touched[index].new = state.duty[touched[index].agent * state.days + touched[index].day]
        }
        let memory = levels.update(touched, unusedBefore: unusedBefore)
        if before < levels.total {
            state.undo(&inverses)
            levels.restore(memory)
        }
    }

    /// The days of agents that changes touch, with the duties of now; the members of a team all follow a change of one.
    private func days(of changes: [SearchState.Change]) -> [(agent: Int, day: Int, old: Int32, new: Int32)] {
        var result: [(agent: Int, day: Int, old: Int32, new: Int32)] = []
        func add(_ agent: Int, _ day: Int) {
            guard !result.contains(where: { $0.agent == agent && $0.day == day }) else { return }
            let now = state.duty[agent * state.days + day]
            result.append((agent, day, now, now))
        }
        for change in changes {
            let members = state.isTied(change.agent) ? state.teams.members[state.teams.teamOf[change.agent]] : nil
            for agent in members ?? [change.agent] {
                add(agent, change.day)
                if change.secondDay >= 0 { add(agent, change.secondDay) }
            }
        }
        return result
    }
}
