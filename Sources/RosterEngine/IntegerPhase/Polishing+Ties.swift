/// Moves of lines that hang together: those of constituted teams, and the two of a person with two contracts.
extension Polishing {
    /// A move of an agent who is not alone with his line.
    ///
    /// - Returns: As ``changes(_:_:)``.
    func changesOfTied(_ agent: Int, _ day: Int) -> [SearchState.Change]? {
        switch random.below(5) {
        case 0: return tradeDays(agent, day)
        case 1: return state.isTied(agent) ? shiftDay(agent, day) : passBetweenContracts(agent, day)
        case 2:
            // Several agents move at once here, so what mends one night often takes a second change to pay.
            guard let first = changes(agent, day) else { return nil }
            let other = randomAgent()
            let today = random.below(2) == 0 ? day : random.below(state.days)
            return changes(other, today).map { first + $0 }
        default: return changes(agent, day)
        }
    }

    /// Moves a worked day of a team to a day off: of its equals there are few to hand it to.
    private func shiftDay(_ agent: Int, _ day: Int) -> [SearchState.Change]? {
        let current = state.dutyHeld(agent, on: day)
        let to = random.below(state.days)
        guard current >= 0, state.dutyHeld(agent, on: to) < 0 else { return nil }
        let keeps = random.below(2) == 0 && state.isCandidate(agent: agent, day: to, duty: current)
        guard let duty = keeps ? current : randomDuty(agent, to) else { return nil }
        return [.init(agent: agent, day: day, duty: -1, secondDay: to, secondDuty: duty)]
    }

    /// Lets another agent take over a worked day, and takes one of his in return.
    private func tradeDays(_ agent: Int, _ day: Int) -> [SearchState.Change]? {
        let other = randomAgent()
        let back = random.below(state.days)
        let given = state.dutyHeld(agent, on: day)
        let taken = state.dutyHeld(other, on: back)
        guard given >= 0, taken >= 0, day != back, !state.areOneLine(agent, other) else { return nil }
        return [
            .init(agent: agent, day: day, duty: -1), .init(agent: other, day: back, duty: -1),
            .init(agent: other, day: day, duty: given), .init(agent: agent, day: back, duty: taken),
        ]
    }

    /// Lets one contract of a person take over a day of the other, or both exchange it: most often the same hours, which both
    /// cannot work at a time.
    private func passBetweenContracts(_ agent: Int, _ day: Int) -> [SearchState.Change]? {
        let other = state.persons.otherOf[agent]
        guard state.isPlanned(other) else { return nil }
        let mine = state.dutyHeld(agent, on: day)
        let theirs = state.dutyHeld(other, on: day)
        guard mine >= 0 else { return nil }
        let keeps = random.below(2) == 0 && state.isCandidate(agent: other, day: day, duty: mine)
        guard let duty = keeps ? mine : randomDuty(other, day) else { return nil }
        // The day is free of this contract before the other one takes it.
        return [.init(agent: agent, day: day, duty: -1), .init(agent: other, day: day, duty: duty)]
            + (theirs >= 0 ? [.init(agent: agent, day: day, duty: theirs)] : [])
    }
}
