/// Moves of whole teams and nights.
extension Annealing {
    /// Gathers up to `most` agents who work in the first sector of the duty of `first` on a night, himself first.
    ///
    /// - Parameter isSameDuty: Whether only those of the same duty count.
    func gather(_ first: Int, day: Int, isSameDuty: Bool, most: Int) {
        crew.removeAll(keepingCapacity: true)
        let duty = state.duty[first * state.days + day]
        let sector = Int(firstSector[day * state.dutyCount + Int(duty)])
        guard sector >= 0 else { return }
        crew.append(first)
        for choice in workers[sector * state.days + day] where Int(choice.agent) != first {
            let agent = Int(choice.agent)
            guard state.duty[agent * state.days + day] == choice.duty, !isSameDuty || choice.duty == duty,
                !crew.contains(agent)
            else { continue }
            crew.append(agent)
        }
        while crew.count > most { crew.remove(at: 1 + random.below(crew.count - 1)) }
    }

    /// Exchanges two nights of one sector: everybody at work there on the first night, and perhaps on the second, exchanges
    /// his duties of the two. Trios move with their leader, and teams change weeks without a half-empty night in between.
    func swapNights(_ steer: inout Int) -> Bool {
        let first = randomAgent()
        let day = random.below(state.days)
        let to = otherDay(day)
        let duty = state.duty[first * state.days + day]
        guard duty >= 0, to >= 0, to < state.days, to != day else { return false }
        let sector = Int(firstSector[day * state.dutyCount + Int(duty)])
        guard sector >= 0 else { return false }
        let isSameDuty = random.below(2) == 0
        gather(first, day: day, isSameDuty: isSameDuty, most: Int.max)
        if random.below(3) != 0 {
            for choice in workers[sector * state.days + to] {
                let agent = Int(choice.agent)
                guard state.duty[agent * state.days + to] == choice.duty, !crew.contains(agent),
                    !isSameDuty || state.type(agent) == state.type(first)
                else { continue }
                crew.append(agent)
            }
        }
        for member in crew {
            let here = state.duty[member * state.days + day]
            let there = state.duty[member * state.days + to]
            if here == there { continue }
            guard state.isCandidate(agent: member, day: to, duty: here),
                state.isCandidate(agent: member, day: day, duty: there),
                apply(
                    SearchState.Change(agent: member, day: day, duty: there, secondDay: to, secondDuty: here), &steer)
            else { return false }
        }
        return !undo.isEmpty
    }

    /// Moves two to four agents who work together to another night; for a member who cannot follow somebody of his type
    /// steps in.
    func moveCrew(_ steer: inout Int) -> Bool {
        let first = randomAgent()
        let day = random.below(state.days)
        guard state.duty[first * state.days + day] >= 0 else { return false }
        gather(first, day: day, isSameDuty: random.below(3) != 0, most: 2 + random.below(3))
        let to = otherDay(day)
        guard crew.count > 1, to >= 0, to < state.days, to != day, let duty = randomDuty(agent: first, day: to) else {
            return false
        }
        for member in crew {
            let isCommon =
                member == first
                || (state.isCandidate(agent: member, day: to, duty: duty) && random.below(8) != 0)
            guard let target = isCommon ? duty : candidate(of: member, day: to, near: duty) else { return false }
            let isFree = state.duty[member * state.days + to] < 0
            let follow = SearchState.Change(agent: member, day: day, duty: -1, secondDay: to, secondDuty: target)
            if isFree, apply(follow, &steer) { continue }
            guard apply(SearchState.Change(agent: member, day: day, duty: -1), &steer),
                putSubstitute(for: member, day: to, duty: target, &steer)
            else { return false }
        }
        return true
    }

    /// Gives a duty to somebody of the same type who is off; a few are tried.
    private func putSubstitute(for agent: Int, day: Int, duty: Int32, _ steer: inout Int) -> Bool {
        let mates = mates[agent]
        guard !mates.isEmpty else { return false }
        for _ in 0..<3 {
            let mate = mates[random.below(mates.count)]
            if state.duty[mate * state.days + day] < 0, state.isCandidate(agent: mate, day: day, duty: duty),
                apply(SearchState.Change(agent: mate, day: day, duty: duty), &steer)
            {
                return true
            }
        }
        return false
    }

    /// A short annealing of one night: who works stays, where and when changes. Teams of several professions change sectors
    /// at once, which no chain of small moves does at a low temperature.
    func stirNight(_ steer: inout Int, _ temperature: Double) -> Bool {
        let steps = 150
        let day = random.below(state.days)
        crew.removeAll(keepingCapacity: true)
        for agent in planned
        where state.duty[agent * state.days + day] >= 0 && state.candidateCount(agent: agent, day: day) > 1 {
            crew.append(agent)
        }
        guard crew.count > 1 else { return false }
        for step in 0..<steps {
            let heat = 10 * temperature * max(0.02, 1 - Double(step) / Double(steps))
            let agent = crew[random.below(crew.count)]
            guard let duty = randomDuty(agent: agent, day: day), duty != state.duty[agent * state.days + day],
                let done = state.apply(SearchState.Change(agent: agent, day: day, duty: duty))
            else { continue }
            if isAccepted(done.steer, heat) {
                undo.append(done.inverse)
                steer += done.steer
            } else {
                let isLawful = state.apply(done.inverse) != nil
                precondition(isLawful, "the roster before a move was lawful")
            }
        }
        return !undo.isEmpty
    }
}
