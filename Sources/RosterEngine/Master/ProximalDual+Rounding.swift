import RosterModel

/// From mixtures of lines to a roster.
extension ProximalDual {
    /// Most times that the others adapt, and passes for all of them together.
    private static let mostRounds = 40
    private static let roundingPasses = 320

    /// Settles one line after the other, those that the mixtures are surest of first, and lets the mixtures of all others
    /// adapt in between: a dive.
    ///
    /// With fractional teams hardly anything lies between the linear program and the best roster, so that the roster of a
    /// dive needs little repair. The mixtures are used up by it.
    ///
    /// - Parameters:
    ///   - state: Tells which lines are lawful; the lines that it holds stay where no known line is.
    ///   - isOver: From then on lines are settled without adapting the others.
    /// - Returns: Duty by agent and service day.
    func round(in state: SearchState, isOver: () -> Bool) -> [[Int?]] {
        var lines = state.lines
        isRounding = true
        keepLawfulLines(state)
        var open = copies[firstClass...].reduce(0) { $0 + Int($1) }
        let rounds = max(1, min(open, Self.mostRounds))
        let atOnce = (open + rounds - 1) / rounds
        while open > 0 {
            recount()
            if !isOver() { for _ in 0..<Self.roundingPasses / rounds { pass(shouldStop: isOver) } }
            for _ in 0..<min(open, atOnce) {
                guard let (number, position) = surest() else { break }
                let agents = problem.boundClasses[number].agents
                let agent = agents[agents.count - Int(copies[firstClass + number])].value
                lines[agent] = mixtures[firstClass + number][position].duties ?? lines[agent]
                settle(firstClass + number, position)
                open -= 1
            }
        }
        return lines
    }

    /// What a search should grant for each duty that the mixtures use, in units of level 1 by
    /// `(class * days + day) * duties + duty`.
    ///
    /// Prices cannot say in which sector a profession is at home: at the optimum it is worth the same in several. The
    /// mixtures say it. A duty that they count on for one member of a class or more is granted two and a half times what a
    /// mean slot costs.
    var leaning: [Int32] {
        let days = problem.scenario.axis.dayCount
        var shares = Array(repeating: 0.0, count: problem.boundClasses.count * days * problem.dutyCount)
        for number in problem.boundClasses.indices {
            for active in mixtures[firstClass + number] where active.weight > 0 {
                for (day, duty) in (active.duties ?? []).enumerated() {
                    if let duty {
                        shares[(number * days + day) * problem.dutyCount + duty] +=
                            active.weight * copies[firstClass + number]
                    }
                }
            }
        }
        let needed = model.tableOfSlot.count { $0 >= 0 }
        let grant = 2.5 * Double(model.demand) / Double(max(1, needed))
        return shares.map { Int32(grant * min(1, $0)) }
    }

    /// Leaves out the lines that only bounds allow.
    private func keepLawfulLines(_ state: SearchState) {
        for (number, agents) in problem.boundClasses.enumerated() {
            let block = firstClass + number
            let agent = agents.agents[0].value
            mixtures[block].removeAll { active in
                !state.isLawful(agent, (active.duties ?? []).map { $0.map(Int32.init) ?? -1 })
            }
            if mixtures[block].isEmpty || mixtures[block].allSatisfy({ $0.weight == 0 }) {
                let line = LinePricer.PricedLine(cost: 0, duties: state.lines[agent])
                mixtures[block].append(
                    ActiveColumn(
                        column: model.column(line, type: agents.type), weight: 1, lastUsed: 0, duties: line.duties))
            }
        }
    }

    /// The open class with the line that most of its weight lies on, counted in agents and at most one.
    private func surest() -> (number: Int, position: Int)? {
        var best: (number: Int, position: Int)?
        var most = -1.0
        for number in problem.boundClasses.indices where copies[firstClass + number] > 0 {
            for (position, active) in mixtures[firstClass + number].enumerated() {
                let weight = min(1, active.weight * copies[firstClass + number])
                if weight > most {
                    most = weight
                    best = (number, position)
                }
            }
        }
        return best
    }

    /// Gives one member of a class a line of its mixture; the rest of the mixture stays with the others.
    private func settle(_ block: Int, _ position: Int) {
        mixtures[block][position].weight = max(0, mixtures[block][position].weight - 1 / copies[block])
        settle(block, at: mixtures[block][position].column)
        guard mixtures[block].allSatisfy({ $0.weight == 0 }) else { return }
        mixtures[block][position].weight = 1
    }
}
