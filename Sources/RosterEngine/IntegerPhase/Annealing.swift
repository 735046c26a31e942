import Foundation
import RosterModel

/// Simulated annealing on whole rosters with exact incremental scores.
///
/// Small moves: change, drop or shift one day of an agent, swap two agents' duties of a day, complete or create a team in a
/// night that lacks one. The objective is mixed at first: half-complete teams earn part of their credit, and the part falls
/// to nothing, so that the search can build a team agent by agent.
///
/// - Source: Kirkpatrick, Gelatt, Vecchi 1983, doi:10.1126/science.220.4598.671.
package final class Annealing {
    /// Settings; temperatures in mean values of one full duty.
    package struct Settings {
        /// The measured settings.
        package init() {}

        var firstTemperature = 0.25
        var lastTemperature = 0.004
        var firstPartialCredit = 0.6
        /// Share of the run after which incomplete teams earn nothing.
        var partialCreditEnd = 0.7
    }

    private let state: SearchState
    private let settings: Settings
    private var random: RandomSource
    private let planned: [Int]
    /// (agent, duty) pairs by `sector * days + day`: who could be put where.
    private let workers: [[(agent: Int32, duty: Int32)]]
    private let dutyValue: Double
    private let slotsOfDay: [Range<Int>]
    private let slotCount: Int

    /// Best roster of the run and its level 1.
    package private(set) var bestLines: [[Int?]]
    package private(set) var bestCost: Int
    package private(set) var moves = 0
    private var hasUnsavedBest = false

    package init(state: SearchState, settings: Settings = Settings(), seed: UInt64, stream: UInt64) {
        self.state = state
        self.settings = settings
        random = RandomSource(seed: seed, stream: stream)
        planned = (0..<state.agentCount).filter(state.isPlanned)
        bestLines = state.lines
        bestCost = state.cost
        let problem = state.problem
        let axis = problem.scenario.axis
        slotCount = axis.slotCount
        slotsOfDay = (0..<axis.dayCount).map(axis.slots(ofDay:))
        var workers: [[(agent: Int32, duty: Int32)]] = Array(
            repeating: [], count: problem.scenario.sectors.count * state.days)
        for agent in planned {
            for day in 0..<state.days {
                for number in 0..<state.candidateCount(agent: agent, day: day) {
                    let duty = state.candidate(agent: agent, day: day, number)
                    for stay in problem.dutyDays[day * state.dutyCount + Int(duty)]?.stays ?? []
                    where !stay.slots.isEmpty {
                        workers[stay.sector * state.days + day].append((Int32(agent), duty))
                    }
                }
            }
        }
        self.workers = workers
        // A mean duty: demand of a slot times the slots of a shift, over the team's members.
        let needed = state.model.tableOfSlot.count { $0 >= 0 }
        let lengths = problem.dutyDays.compactMap { $0?.minutes.count }
        let length = Double(lengths.reduce(0, +)) / Double(max(1, lengths.count)) / Double(axis.gridMinutes)
        dutyValue = max(1, Double(state.model.demand) / Double(max(1, needed)) * length / 2)
    }

    /// Runs moves until the budget or the caller ends it.
    ///
    /// - Parameters:
    ///   - progress: Share of the run that is over, 0...1, asked every few thousand moves; 1 ends the run. It may depend on
    ///     the moves done (reproducible) or on the clock.
    ///   - onImprovement: Called with every new best that is worth keeping.
    package func run(progress: (_ moves: Int) -> Double, onImprovement: (_ cost: Int, _ lines: [[Int?]]) -> Void) {
        guard !planned.isEmpty else { return }
        var reported = bestCost
        while true {
            let share = progress(moves)
            save()
            if bestCost < reported {
                reported = bestCost
                onImprovement(bestCost, bestLines)
            }
            if share >= 1 || bestCost == 0 { break }
            let credit =
                settings.firstPartialCredit * max(0, 1 - share / settings.partialCreditEnd)
            state.setPartialCredit(credit)
            let temperature =
                dutyValue * settings.firstTemperature
                * pow(settings.lastTemperature / settings.firstTemperature, share)
            for _ in 0..<2048 { move(temperature) }
            moves += 2048
        }
        state.setPartialCredit(0)
    }

    private func move(_ temperature: Double) {
        switch random.below(100) {
        case ..<45: changeDay(temperature)
        case ..<65: shiftDay(temperature)
        case ..<80: swap(temperature)
        default: formTeam(temperature)
        }
    }

    /// Changes that are under way, to be undone when refused.
    private var undo: [SearchState.Change] = []

    /// Applies a lawful change; false leaves everything as it was before it.
    private func apply(agent: Int, day: Int, to duty: Int32, _ steer: inout Int) -> Bool {
        guard state.redirect(agent: agent, day: day, to: duty) else { return false }
        undo.append(SearchState.Change(agent: agent, day: day, duty: state.duty[agent * state.days + day]))
        steer += state.cover(agent: agent, day: day, to: duty).steer
        return true
    }

    private func rollBack() {
        while let change = undo.popLast() {
            let isLawful = state.redirect(agent: change.agent, day: change.day, to: change.duty)
            precondition(isLawful, "the roster before a move was lawful")
            _ = state.cover(agent: change.agent, day: change.day, to: change.duty)
        }
    }

    /// Keeps or undoes the changes under way.
    private func decide(_ steer: Int, costBefore: Int, _ temperature: Double) {
        if steer <= 0 || random.unit() < exp(-Double(steer) / temperature) {
            if hasUnsavedBest, state.cost > costBefore {
                // The best so far is about to be left: take it back for a moment and write it down.
                let redo = undo.map {
                    SearchState.Change(
                        agent: $0.agent, day: $0.day, duty: state.duty[$0.agent * state.days + $0.day])
                }
                rollBack()
                save()
                for change in redo {
                    _ = state.redirect(agent: change.agent, day: change.day, to: change.duty)
                    _ = state.cover(agent: change.agent, day: change.day, to: change.duty)
                }
            }
            undo.removeAll(keepingCapacity: true)
            if state.cost < bestCost {
                bestCost = state.cost
                hasUnsavedBest = true
            }
        } else {
            rollBack()
        }
    }

    private func save() {
        guard hasUnsavedBest, state.cost == bestCost else { return }
        bestLines = state.lines
        hasUnsavedBest = false
    }

    private func randomDuty(agent: Int, day: Int) -> Int32? {
        let count = state.candidateCount(agent: agent, day: day)
        return count == 0 ? nil : state.candidate(agent: agent, day: day, random.below(count))
    }

    private func changeDay(_ temperature: Double) {
        let agent = planned[random.below(planned.count)]
        let day = random.below(state.days)
        let current = state.duty[agent * state.days + day]
        let isDrop = current >= 0 && random.below(100) < 30
        guard let duty = isDrop ? -1 : randomDuty(agent: agent, day: day), duty != current else { return }
        let before = state.cost
        var steer = 0
        guard apply(agent: agent, day: day, to: duty, &steer) else { return }
        decide(steer, costBefore: before, temperature)
    }

    /// Moves a worked day of an agent to a day off of his.
    private func shiftDay(_ temperature: Double) {
        let agent = planned[random.below(planned.count)]
        let from = random.below(state.days)
        let current = state.duty[agent * state.days + from]
        guard current >= 0 else { return }
        let to = random.below(2) == 0 ? random.below(state.days) : from + random.below(7) - 3
        guard to >= 0, to < state.days, to != from, state.duty[agent * state.days + to] < 0 else { return }
        let keeps = random.below(2) == 0 && state.isCandidate(agent: agent, day: to, duty: current)
        guard let duty = keeps ? current : randomDuty(agent: agent, day: to) else { return }
        let before = state.cost
        let isEarlier = from < to
        guard
            state.redirect(
                agent: agent, day: isEarlier ? from : to, to: isEarlier ? -1 : duty, second: isEarlier ? to : from,
                to: isEarlier ? duty : -1)
        else { return }
        var steer = state.cover(agent: agent, day: from, to: -1).steer
        steer += state.cover(agent: agent, day: to, to: duty).steer
        if steer <= 0 || random.unit() < exp(-Double(steer) / temperature), !(hasUnsavedBest && state.cost > before) {
            if state.cost < bestCost {
                bestCost = state.cost
                hasUnsavedBest = true
            }
            return
        }
        _ = state.redirect(
            agent: agent, day: isEarlier ? from : to, to: isEarlier ? current : -1, second: isEarlier ? to : from,
            to: isEarlier ? -1 : current)
        _ = state.cover(agent: agent, day: to, to: -1)
        _ = state.cover(agent: agent, day: from, to: current)
        save()
    }

    /// Exchanges the duties of two agents on one day.
    private func swap(_ temperature: Double) {
        let day = random.below(state.days)
        let first = planned[random.below(planned.count)]
        let second = planned[random.below(planned.count)]
        let mine = state.duty[first * state.days + day]
        let theirs = state.duty[second * state.days + day]
        guard first != second, mine != theirs, state.isCandidate(agent: first, day: day, duty: theirs),
            state.isCandidate(agent: second, day: day, duty: mine)
        else { return }
        let before = state.cost
        var steer = 0
        guard apply(agent: first, day: day, to: theirs, &steer), apply(agent: second, day: day, to: mine, &steer) else {
            rollBack()
            return
        }
        decide(steer, costBefore: before, temperature)
    }

    /// Puts two agents into one sector and night that lacks a team; each gives up another day when his hours are used up.
    private func formTeam(_ temperature: Double) {
        let place = random.below(workers.count)
        let people = workers[place]
        guard people.count > 1 else { return }
        let day = place % state.days
        let sector = place / state.days
        let slots = slotsOfDay[day]
        let probe = sector * slotCount + slots.lowerBound + random.below(slots.count)
        guard state.costOfSlot(probe) > 0 else { return }
        let before = state.cost
        var steer = 0
        var firstAgent = -1
        let members = random.below(4) == 0 ? 3 : (random.below(4) == 0 ? 1 : 2)
        for _ in 0..<members {
            let choice = people[random.below(people.count)]
            let agent = Int(choice.agent)
            if agent == firstAgent || state.duty[agent * state.days + day] == choice.duty { continue }
            firstAgent = agent
            if !apply(agent: agent, day: day, to: choice.duty, &steer) {
                // Make room: give up another worked day, near first, then anywhere.
                let other = random.below(2) == 0 ? day + random.below(9) - 4 : random.below(state.days)
                guard other >= 0, other < state.days, other != day, state.duty[agent * state.days + other] >= 0,
                    apply(agent: agent, day: other, to: -1, &steer)
                else { continue }
                _ = apply(agent: agent, day: day, to: choice.duty, &steer)
            }
        }
        if undo.isEmpty { return }
        decide(steer, costBefore: before, temperature)
    }
}
