import RosterModel

/// Local search on levels 2 to 4 with level 1 never worse: a move is kept when the values are lexicographically no worse.
final class Polishing {
    private let state: SearchState
    private let levels: LowerLevels
    private var random: RandomSource
    private let planned: [Int]
    private(set) var moves = 0

    /// Values of the roster held.
    var values: LevelValues { levels.total }

    init(state: SearchState, seed: UInt64, stream: UInt64) {
        self.state = state
        levels = LowerLevels(state)
        random = RandomSource(seed: seed, stream: stream)
        // The figures are kept one agent at a time, so constituted teams stay as the search has left them.
        planned = (0..<state.agentCount).filter { state.isPlanned($0) && !state.isTied($0) }
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
        let agent = planned[random.below(planned.count)]
        let day = random.below(state.days)
        let current = state.duty[agent * state.days + day]
        var wanted: [SearchState.Change] = []
        switch random.below(100) {
        case ..<20:
            // Drop a shift: useless presence goes first.
            guard current >= 0 else { return }
            wanted = [.init(agent: agent, day: day, duty: -1)]
        case ..<45:
            let count = state.candidateCount(agent: agent, day: day)
            guard count > 0 else { return }
            wanted = [.init(agent: agent, day: day, duty: state.candidate(agent: agent, day: day, random.below(count)))]
        case ..<75:
            // Exchange the day with another agent, one day or a few.
            let other = planned[random.below(planned.count)]
            guard other != agent, state.type(other) == state.type(agent) else { return }
            let length = 1 + random.below(4)
            for today in day..<min(state.days, day + length) {
                let mine = state.duty[agent * state.days + today]
                let theirs = state.duty[other * state.days + today]
                if mine == theirs { continue }
                wanted.append(.init(agent: agent, day: today, duty: theirs))
                wanted.append(.init(agent: other, day: today, duty: mine))
            }
        default:
            // Hand the duty to another agent who is off that day.
            let other = planned[random.below(planned.count)]
            guard current >= 0, other != agent, state.duty[other * state.days + day] < 0 else { return }
            wanted = [.init(agent: agent, day: day, duty: -1), .init(agent: other, day: day, duty: current)]
        }
        wanted.removeAll { state.duty[$0.agent * state.days + $0.day] == $0.duty }
        guard !wanted.isEmpty,
            wanted.allSatisfy({ state.isCandidate(agent: $0.agent, day: $0.day, duty: $0.duty) })
        else { return }
        attempt(wanted)
    }

    private func attempt(_ wanted: [SearchState.Change]) {
        var agents: [Int] = []
        for change in wanted where !agents.contains(change.agent) { agents.append(change.agent) }
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
        let touched = zip(wanted, inverses).map { new, old in
            (agent: new.agent, day: new.day, old: old.duty, new: new.duty)
        }
        let memory = levels.update(touched, unusedBefore: unusedBefore)
        if before < levels.total {
            state.undo(&inverses)
            levels.restore(memory)
        }
    }
}
