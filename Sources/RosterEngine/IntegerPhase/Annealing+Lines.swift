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
        for day in 0..<state.days {
            let off = extremeValue()
            for number in 0..<state.candidateCount(agent: agent, day: day) {
                let duty = state.candidate(agent: agent, day: day, number)
                let cost =
                    Double(state.steerOfAdding(agent: agent, day: day, duty: duty))
                    - temperature * (extremeValue() - off)
                // Far inside what a sum over all days may reach.
                dutyCosts[day * state.dutyCount + Int(duty)] = Int32(max(-1e6, min(1e6, cost)))
            }
        }
        let line = pricer.cheapest(state.agentClass(agent), dutyCost: dutyCosts, dutyCount: state.dutyCount).duties
        for day in 0..<state.days { newLine[day] = line[day].map(Int32.init) ?? -1 }
        state.coverLine(agent, newLine)
        if hasUnsavedBest, state.cost > costBefore {
            state.coverLine(agent, oldLine)
            save()
            state.coverLine(agent, newLine)
        }
        state.walkLine(agent)
        noteBest()
    }

    /// A draw from the standard Gumbel distribution.
    private func extremeValue() -> Double { -log(-log(max(0x1p-53, random.unit()))) }
}
