import Foundation

/// Whole lines drawn at once.
extension Annealing {
    /// Draws a new line for one agent, given everybody else, and keeps it.
    ///
    /// An agent has one duty a day, so that the steering cost of his line is the sum of what each duty would change. With
    /// noise of the extreme value kind on each duty, at the scale of the temperature, the cheapest line is a draw close to
    /// the distribution that annealing itself aims at, whatever the hours and rests that stand between two lines.
    ///
    /// - Source: Papandreou and Yuille 2011, doi:10.1109/ICCV.2011.6126242 (perturb and optimise).
    package func drawLine(_ temperature: Double) {
        let agent = randomAgent()
        // No diagram holds the lines of a constituted team or of a person with two contracts.
        guard state.isFree(agent) else { return }
        let costBefore = state.cost
        for day in 0..<state.days {
            oldLine[day] = state.duty[agent * state.days + day]
            newLine[day] = -1
        }
        state.coverLine(agent, newLine)
        price(agent, among: [(state.type(agent), 1)], temperature)
        state.coverLine(agent, newLine)
        if hasUnsavedBest, state.cost > costBefore {
            state.coverLine(agent, oldLine)
            save()
            state.coverLine(agent, newLine)
        }
        state.walkLine(agent)
        noteBest()
    }

    /// Draws new lines for a few agents who work together on some night, one after the other, and keeps them as any other move.
    ///
    /// The line of each is drawn as in ``drawLine(_:)``, except that a duty is worth to him his share of what he and all who
    /// are still to come would bring there together. The first thus goes where whole teams are missing, the others follow him.
    package func drawCrewLines(_ temperature: Double) {
        guard chooseCrew() else { return }
        let costBefore = state.cost
        let before = linesOfCrew
        for day in 0..<state.days { newLine[day] = -1 }
        var steer = crew.reduce(0) { $0 + state.coverLine($1, newLine) }
        for (number, agent) in crew.enumerated() {
            price(agent, among: typesOfCrew(from: number), temperature)
            steer += state.coverLine(agent, newLine)
        }
        guard isAccepted(steer, temperature) else {
            cover(before)
            return
        }
        if hasUnsavedBest, state.cost > costBefore {
            let after = linesOfCrew
            cover(before)
            save()
            cover(after)
        }
        for agent in crew { state.walkLine(agent) }
        noteBest()
    }

    /// Puts the cheapest line of an agent into ``newLine``, at noisy costs.
    ///
    /// - Parameter people: How many of each type are to share a duty, himself included; each duty is worth to him his share of
    ///   what they would bring together.
    private func price(_ agent: Int, among people: [(type: Int, count: Int)], _ temperature: Double) {
        let shares = people.reduce(0) { $0 + $1.count }
        for day in 0..<state.days {
            let off = extremeValue()
            for number in 0..<state.candidateCount(agent: agent, day: day) {
                let duty = state.candidate(agent: agent, day: day, number)
                let steer = state.steerOfAdding(people, with: agent, day: day, duty: duty) / shares
                let cost = Double(steer) - temperature * (extremeValue() - off)
                // Far inside what a sum over all days may reach.
                dutyCosts[day * state.dutyCount + Int(duty)] = Int32(max(-1e6, min(1e6, cost)))
            }
        }
        let line = pricer.cheapest(state.agentClass(agent), dutyCost: dutyCosts, dutyCount: state.dutyCount).duties
        for day in 0..<state.days { newLine[day] = line[day].map(Int32.init) ?? -1 }
    }

    /// How many of each type are in the crew from a member on.
    private func typesOfCrew(from first: Int) -> [(type: Int, count: Int)] {
        var types: [(type: Int, count: Int)] = []
        for member in crew[first...] {
            let type = state.type(member)
            if let known = types.firstIndex(where: { $0.type == type }) {
                types[known].count += 1
            } else {
                types.append((type, 1))
            }
        }
        return types
    }

    /// Duties of the crew by member and day.
    private var linesOfCrew: [[Int32]] {
        crew.map { agent in (0..<state.days).map { state.duty[agent * state.days + $0] } }
    }

    private func cover(_ lines: [[Int32]]) {
        for (agent, line) in zip(crew, lines) {
            for day in 0..<state.days { newLine[day] = line[day] }
            state.coverLine(agent, newLine)
        }
    }

    /// Chooses as many agents as make some team: who work in one sector on some night, or any of one type.
    private func chooseCrew() -> Bool {
        guard !crewSizes.isEmpty else { return false }
        let first = randomAgent()
        let most = crewSizes[random.below(crewSizes.count)]
        if random.below(3) == 0 {
            let mates = mates[first]
            guard !mates.isEmpty else { return false }
            crew = [first]
            for _ in 1..<most {
                let mate = mates[random.below(mates.count)]
                if !crew.contains(mate) { crew.append(mate) }
            }
        } else {
            let day = random.below(state.days)
            guard state.duty[first * state.days + day] >= 0 else { return false }
            gather(first, day: day, isSameDuty: random.below(2) == 0, most: most)
        }
        return crew.count > 1 && crew.allSatisfy(state.isFree)
    }

    /// A draw from the standard Gumbel distribution.
    private func extremeValue() -> Double { -log(-log(max(0x1p-53, random.unit()))) }
}
