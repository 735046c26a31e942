import Foundation
import RosterModel

/// Simulated annealing on whole rosters with exact incremental scores.
///
/// Small moves: change, drop or shift one day of an agent, swap two agents' duties of a day, complete or create a team in a
/// night that lacks one. Large moves, rarer: `Annealing+Nights` and `Annealing+Lines`. The objective is mixed at first:
/// half-complete teams earn part of their credit, and the part falls to nothing, so that the search can build a team agent
/// by agent.
///
/// What decides is to cool slowly through the temperatures at which whole professions settle in sectors, and to stop there;
/// the large moves and these temperatures bring their gain together, not one by one.
///
/// - Source: Kirkpatrick, Gelatt, Vecchi 1983, doi:10.1126/science.220.4598.671.
package final class Annealing {
    /// Settings; temperatures in mean values of one full duty.
    package struct Settings {
        /// The measured settings.
        package init() {}

        package var firstTemperature = 0.05
        package var lastTemperature = 0.025
        /// Share of the run after which the roster is frozen: a steeper fall to a sixth of the last temperature.
        package var coolingEnd = 0.85
        package var firstPartialCredit = 0.9
        /// Share of the run after which incomplete teams earn nothing.
        package var partialCreditEnd = 0.7
        /// How often each kind of move is tried.
        var shares = MoveShares()
        /// Share of what the state is to lean to (``SearchState/setLeaning(_:)``) that counts at first; it falls to nothing
        /// like the credit.
        package var firstLeaning = 0.0
    }

    let state: SearchState
    private let settings: Settings
    private let shares: MoveShares
    var random: RandomSource
    let planned: [Int]
    /// (agent, duty) pairs by `sector * days + day`: who could be put where.
    let workers: [[(agent: Int32, duty: Int32)]]
    /// First sector with presence by (day, duty), −1 for none.
    let firstSector: [Int32]
    private let dutyValue: Double
    private let slotsOfDay: [Range<Int>]
    private let slotCount: Int
    /// Agents of the move under way.
    var crew: [Int] = []
    /// Sizes of crews whose lines are drawn together: those of the kinds of teams, of two at least.
    let crewSizes: [Int]
    /// Other planned agents of the same type, by agent.
    let mates: [[Int]]
    let pricer = LinePricer()
    /// Perturbed costs of one agent's duties by (day, duty).
    var dutyCosts: [Int32]
    let oldLine: FlatBuffer<Int32>
    let newLine: FlatBuffer<Int32>

    /// Best roster of the run and its level 1.
    package private(set) var bestLines: [[Int?]]
    package internal(set) var bestCost: Int
    package private(set) var moves = 0
    var hasUnsavedBest = false

    /// Prepares a run from the roster that the state holds.
    ///
    /// - Parameter agents: Agents whose lines may change; by default all.
    package init(
        state: SearchState, settings: Settings = Settings(), seed: UInt64, stream: UInt64, agents: [Int]? = nil
    ) {
        self.state = state
        self.settings = settings
        shares = settings.shares
        random = RandomSource(seed: seed, stream: stream)
        planned = (agents ?? Array(0..<state.agentCount)).filter(state.isPlanned)
        bestLines = state.lines
        bestCost = state.cost
        let planned = planned
        mates = (0..<state.agentCount).map { agent in
            planned.filter { $0 != agent && state.type($0) == state.type(agent) }
        }
        dutyCosts = Array(repeating: 0, count: state.days * state.dutyCount)
        oldLine = FlatBuffer(repeating: -1, count: state.days)
        newLine = FlatBuffer(repeating: -1, count: state.days)
        let problem = state.problem
        crewSizes = Set(problem.scenario.teamKinds.map { max(2, $0.size) }).sorted()
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
        firstSector = problem.dutyDays.map { work in
            Int32(work?.stays.first { !$0.slots.isEmpty }?.sector ?? -1)
        }
        // A mean duty: demand of a slot times the slots of a shift, over the team's members.
        let needed = state.model.tableOfSlot.count { $0 >= 0 }
        let lengths = problem.dutyDays.compactMap { $0?.minutes.count }
        let length = Double(lengths.reduce(0, +)) / Double(max(1, lengths.count)) / Double(axis.gridMinutes)
        dutyValue = max(1, Double(state.model.demand) / Double(max(1, needed)) * length / 2)
    }

    deinit {
        oldLine.free()
        newLine.free()
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
            state.setLeaningShare(settings.firstLeaning * max(0, 1 - share / settings.partialCreditEnd))
            let cooled = min(1, share / settings.coolingEnd)
            let frozen = max(0, share - settings.coolingEnd) / max(1e-9, 1 - settings.coolingEnd)
            let temperature =
                dutyValue * settings.firstTemperature
                * pow(settings.lastTemperature / settings.firstTemperature, cooled) * pow(6, -frozen)
            for _ in 0..<2048 { move(temperature) }
            moves += 2048
        }
        state.setPartialCredit(0)
        state.setLeaningShare(0)
    }

    private func move(_ temperature: Double) {
        let kind = random.below(shares.total)
        if kind >= shares.drawLine { return drawCrewLines(temperature) }
        if kind >= shares.stirNight { return drawLine(temperature) }
        let before = state.cost
        var steer = 0
        let isProposed =
            switch kind {
            case ..<shares.changeDay: changeDay(&steer)
            case ..<shares.shiftDay: shiftDay(&steer)
            case ..<shares.swap: swap(&steer)
            case ..<shares.formTeam: formTeam(&steer)
            case ..<shares.moveTeam: moveTeam(&steer)
            case ..<shares.swapNights: swapNights(&steer)
            case ..<shares.moveCrew: moveCrew(&steer)
            default: stirNight(&steer, temperature)
            }
        if isProposed { decide(steer, costBefore: before, temperature) } else { rollBack() }
    }

    /// Takes back the changes under way, newest last.
    var undo: [SearchState.Change] = []

    /// Applies a lawful change; false leaves everything as it was before it.
    func apply(_ change: SearchState.Change, _ steer: inout Int) -> Bool {
        guard let done = state.apply(change) else { return false }
        undo.append(done.inverse)
        steer += done.steer
        return true
    }

    private func rollBack() { state.undo(&undo) }

    /// Keeps or undoes the changes under way.
    private func decide(_ steer: Int, costBefore: Int, _ temperature: Double) {
        guard isAccepted(steer, temperature) else {
            rollBack()
            return
        }
        if hasUnsavedBest, state.cost > costBefore {
            // The best so far is about to be left: take the move back for a moment and write the best down.
            var redo: [SearchState.Change] = []
            while let change = undo.popLast() {
                if let done = state.apply(change) { redo.append(done.inverse) }
            }
            save()
            for change in redo.reversed() { _ = state.apply(change) }
        }
        undo.removeAll(keepingCapacity: true)
        noteBest()
    }

    /// Whether a change of the steering cost is taken at a temperature.
    func isAccepted(_ steer: Int, _ temperature: Double) -> Bool {
        steer <= 0 || random.unit() < exp(-Double(steer) / temperature)
    }

    /// Notes the cost of a new best; its lines are copied when it is left.
    func noteBest() {
        guard state.cost < bestCost else { return }
        bestCost = state.cost
        hasUnsavedBest = true
    }

    func save() {
        guard hasUnsavedBest, state.cost == bestCost else { return }
        bestLines = state.lines
        hasUnsavedBest = false
    }

    func randomDuty(agent: Int, day: Int) -> Int32? {
        let count = state.candidateCount(agent: agent, day: day)
        return count == 0 ? nil : state.candidate(agent: agent, day: day, random.below(count))
    }

    func randomAgent() -> Int { planned[random.below(planned.count)] }

    /// Gives an agent another duty on one day, or takes it away.
    private func changeDay(_ steer: inout Int) -> Bool {
        let agent = randomAgent()
        let day = random.below(state.days)
        let current = state.duty[agent * state.days + day]
        let isDrop = current >= 0 && random.below(100) < 30
        guard let duty = isDrop ? -1 : randomDuty(agent: agent, day: day), duty != current else { return false }
        let change = SearchState.Change(agent: agent, day: day, duty: duty)
        if apply(change, &steer) { return true }
        // The other contract of the person may stand in the way on that day alone.
        guard state.isPaired(agent) else { return false }
        let other = state.persons.otherOf[agent]
        return state.isPlanned(other) && state.duty[other * state.days + day] >= 0
            && apply(SearchState.Change(agent: other, day: day, duty: -1), &steer) && apply(change, &steer)
    }

    /// Moves a worked day of an agent to a day off of his.
    private func shiftDay(_ steer: inout Int) -> Bool {
        let agent = randomAgent()
        let from = random.below(state.days)
        let current = state.duty[agent * state.days + from]
        guard current >= 0 else { return false }
        let to = otherDay(from)
        guard to >= 0, to < state.days, to != from, state.duty[agent * state.days + to] < 0 else { return false }
        let keeps = random.below(2) == 0 && state.isCandidate(agent: agent, day: to, duty: current)
        guard let duty = keeps ? current : randomDuty(agent: agent, day: to) else { return false }
        return apply(
            SearchState.Change(agent: agent, day: from, duty: -1, secondDay: to, secondDuty: duty), &steer)
    }

    /// A day near the given one, or any; perhaps outside the horizon.
    func otherDay(_ day: Int) -> Int {
        random.below(2) == 0 ? random.below(state.days) : day + random.below(7) - 3
    }

    /// Exchanges the duties of two agents on one day.
    private func swap(_ steer: inout Int) -> Bool {
        let day = random.below(state.days)
        let first = randomAgent()
        let second = randomAgent()
        let mine = state.duty[first * state.days + day]
        let theirs = state.duty[second * state.days + day]
        guard first != second, mine != theirs, state.isCandidate(agent: first, day: day, duty: theirs),
            state.isCandidate(agent: second, day: day, duty: mine)
        else { return false }
        return apply(SearchState.Change(agent: first, day: day, duty: theirs), &steer)
            && apply(SearchState.Change(agent: second, day: day, duty: mine), &steer)
    }

    /// Puts a few agents into one sector and night that lacks a team; each gives up another day when his hours are used up.
    private func formTeam(_ steer: inout Int) -> Bool {
        let place = random.below(workers.count)
        let people = workers[place]
        guard people.count > 1 else { return false }
        let day = place % state.days
        let sector = place / state.days
        let slots = slotsOfDay[day]
        let probe = sector * slotCount + slots.lowerBound + random.below(slots.count)
        guard state.costOfSlot(probe) > 0 else { return false }
        let members = random.below(4) == 0 ? 3 : (random.below(4) == 0 ? 1 : 2)
        for _ in 0..<members {
            let choice = people[random.below(people.count)]
            let agent = Int(choice.agent)
            if state.duty[agent * state.days + day] == choice.duty { continue }
            if apply(SearchState.Change(agent: agent, day: day, duty: choice.duty), &steer) { continue }
            // Make room: give up another worked day, near or anywhere.
            let other = otherDay(day)
            guard other >= 0, other < state.days, other != day, state.duty[agent * state.days + other] >= 0 else {
                continue
            }
            _ = apply(
                SearchState.Change(agent: agent, day: other, duty: -1, secondDay: day, secondDuty: choice.duty), &steer)
        }
        return !undo.isEmpty
    }

    /// Moves two agents who work in one sector on one night together: to other hours or another sector of the same night, or
    /// to another night. Parity then never stands in the way.
    private func moveTeam(_ steer: inout Int) -> Bool {
        let first = randomAgent()
        let day = random.below(state.days)
        let mine = state.duty[first * state.days + day]
        guard mine >= 0, let second = partner(of: first, day: day, duty: mine) else { return false }
        let theirs = state.duty[second * state.days + day]
        let isSameNight = random.below(3) == 0
        let to = isSameNight ? day : otherDay(day)
        guard to >= 0, to < state.days else { return false }
        if !isSameNight {
            guard to != day, state.duty[first * state.days + to] < 0, state.duty[second * state.days + to] < 0 else {
                return false
            }
        }
        guard let duty = randomDuty(agent: first, day: to) else { return false }
        let other: Int32
        if state.isCandidate(agent: second, day: to, duty: duty), random.below(4) != 0 {
            other = duty
        } else {
            guard let choice = candidate(of: second, day: to, near: duty) else { return false }
            other = choice
        }
        if isSameNight {
            guard duty != mine || other != theirs else { return false }
            return apply(SearchState.Change(agent: first, day: day, duty: duty), &steer)
                && apply(SearchState.Change(agent: second, day: day, duty: other), &steer)
        }
        return apply(SearchState.Change(agent: first, day: day, duty: -1, secondDay: to, secondDuty: duty), &steer)
            && apply(SearchState.Change(agent: second, day: day, duty: -1, secondDay: to, secondDuty: other), &steer)
    }

    /// Another agent at work in the first sector of a duty on the same night.
    private func partner(of agent: Int, day: Int, duty: Int32) -> Int? {
        let sector = Int(firstSector[day * state.dutyCount + Int(duty)])
        guard sector >= 0 else { return nil }
        let people = workers[sector * state.days + day]
        var index = random.below(people.count)
        for _ in people.indices {
            let choice = people[index]
            if Int(choice.agent) != agent, state.duty[Int(choice.agent) * state.days + day] == choice.duty {
                return Int(choice.agent)
            }
            index = index + 1 == people.count ? 0 : index + 1
        }
        return nil
    }

    /// A duty of an agent in the first sector of another duty.
    func candidate(of agent: Int, day: Int, near duty: Int32) -> Int32? {
        let sector = firstSector[day * state.dutyCount + Int(duty)]
        let count = state.candidateCount(agent: agent, day: day)
        guard count > 0 else { return nil }
        let start = random.below(count)
        for offset in 0..<count {
            let choice = state.candidate(agent: agent, day: day, (start + offset) % count)
            if firstSector[day * state.dutyCount + Int(choice)] == sector { return choice }
        }
        return nil
    }
}
