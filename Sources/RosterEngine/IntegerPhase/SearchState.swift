import RosterModel

/// A lawful roster under change, with level 1 kept exactly by increments.
///
/// Lawfulness is a walk in the agent's ``LineDiagram`` from the changed day until the walk meets the old path again, so most
/// changes are judged in a few steps. Cover is one table position per sector and slot.
///
/// Belongs to one thread at a time.
package final class SearchState {
    let problem: PlanProblem
    let model: CoverModel
    let days: Int
    let dutyCount: Int
    let typeCount: Int
    let agentCount: Int

    /// Duty by `agent * days + day`, −1 for a day off.
    let duty: FlatBuffer<Int32>
    /// Level 1, in points.
    package private(set) var cost: Int

    // Lines.
    private let node: FlatBuffer<Int32>
    private let units: FlatBuffer<Int32>
    private let scratch: FlatBuffer<Int32>
    private let classOf: FlatBuffer<Int32>
    private let typeOf: FlatBuffer<Int32>
    private let next: FlatBuffer<Int32>
    private let nextStart: FlatBuffer<Int32>
    private let optionCount: FlatBuffer<Int32>
    private let optionUnits: FlatBuffer<Int32>
    private let optionUnitsStart: FlatBuffer<Int32>
    private let optionOfDuty: FlatBuffer<Int16>
    private let minimumUnits: FlatBuffer<Int32>
    private let maximumUnits: FlatBuffer<Int32>

    // Cover.
    private let stays: FlatBuffer<Int32>
    private let stayStart: FlatBuffer<Int32>
    let counts: FlatBuffer<UInt16>
    let position: FlatBuffer<Int32>
    private let tableOf: FlatBuffer<Int32>
    private let trueCost: FlatBuffer<Int32>
    private let smoothCost: FlatBuffer<Int32>
    private let steerCost: FlatBuffer<Int32>
    let agentsUsed: FlatBuffer<UInt8>
    private let strides: FlatBuffer<Int32>
    private let caps: FlatBuffer<Int32>

    /// What a steering cost grants for each duty, by `(class * days + day) * dutyCount + duty`; empty for nothing.
    private var leaning: [Int32] = []
    /// Share of `leaning` that counts, in 1,024ths.
    private var leaningShare = 0

    // Constituted teams.
    let teams: ConstitutedTeams
    /// Duty by `team * days + day`, −1 for none.
    let teamDuty: FlatBuffer<Int32>

    // Persons with two contracts.
    let persons: PersonTies
    /// Agents whose lines no change is tried on.
    var isFrozen: [Bool]

    /// Whether some line hangs together with another one.
    private let hasTies: Bool

    // Candidates.
    private let candidates: FlatBuffer<Int32>
    private let candidateStart: FlatBuffer<Int32>

    /// A change of one or two days of one agent.
    struct Change {
        var agent: Int
        var day: Int
        var duty: Int32
        /// A second day, later or earlier than `day`; −1 for none.
        var secondDay = -1
        var secondDuty: Int32 = -1
    }

    /// Starts from the lines of least work: for each agent the lawful line that no price attracts.
    package init(problem: PlanProblem, model: CoverModel) {
        self.problem = problem
        self.model = model
        let scenario = problem.scenario
        days = scenario.axis.dayCount
        dutyCount = problem.duties.count
        typeCount = scenario.agentTypes.count
        agentCount = scenario.agents.count
        let slotCount = scenario.axis.slotCount
        teams = ConstitutedTeams(problem)
        teamDuty = FlatBuffer(repeating: -1, count: teams.members.count * days)
        persons = PersonTies(problem)
        isFrozen = Array(repeating: false, count: agentCount)
        hasTies = !teams.members.isEmpty || !persons.isEmpty

        duty = FlatBuffer(repeating: -1, count: agentCount * days)
        node = FlatBuffer(repeating: 0, count: agentCount * (days + 1))
        units = FlatBuffer(repeating: 0, count: agentCount)
        scratch = FlatBuffer(repeating: 0, count: days + 1)
        classOf = FlatBuffer(problem.classOfAgent.map(Int32.init))
        typeOf = FlatBuffer(scenario.agents.map { Int32($0.type.value) })
        var nexts: [Int32] = []
        var starts: [Int32] = []
        var widths: [Int32] = []
        var unitList: [Int32] = []
        var unitStarts: [Int32] = []
        var options: [Int16] = []
        var candidateList: [Int32] = []
        var candidateStarts: [Int32] = [0]
        for agents in problem.classes {
            let diagram = agents.diagram
            for day in 0..<days {
                starts.append(Int32(nexts.count))
                nexts += diagram.next[day]
                widths.append(Int32(diagram.options[day].count))
                unitStarts.append(Int32(unitList.count))
                unitList += diagram.options[day].map(\.units)
                candidateList += agents.dutiesOfDay[day]
                candidateStarts.append(Int32(candidateList.count))
            }
            options += agents.optionOfDuty
        }
        next = FlatBuffer(nexts)
        nextStart = FlatBuffer(starts)
        optionCount = FlatBuffer(widths)
        optionUnits = FlatBuffer(unitList)
        optionUnitsStart = FlatBuffer(unitStarts)
        optionOfDuty = FlatBuffer(options)
        candidates = FlatBuffer(candidateList)
        candidateStart = FlatBuffer(candidateStarts)
        minimumUnits = FlatBuffer(problem.classes.map { Int32($0.diagram.minimumUnits) })
        maximumUnits = FlatBuffer(problem.classes.map { Int32($0.diagram.maximumUnits) })

        var stayList: [Int32] = []
        var stayStarts: [Int32] = [0]
        for work in problem.dutyDays {
            for stay in work?.stays ?? [] where !stay.slots.isEmpty {
                stayList.append(Int32(stay.sector * slotCount + stay.slots.lowerBound))
                stayList.append(Int32(stay.sector * slotCount + stay.slots.upperBound))
            }
            stayStarts.append(Int32(stayList.count))
        }
        stays = FlatBuffer(stayList)
        stayStart = FlatBuffer(stayStarts)
        counts = FlatBuffer(repeating: 0, count: scenario.sectors.count * slotCount * typeCount)
        var tableStarts: [Int32] = []
        var costs: [Int32] = []
        var smooth: [Int32] = []
        var used: [UInt8] = []
        for table in model.tables {
            tableStarts.append(Int32(costs.count))
            costs += table.cost
            smooth += table.smoothedCost
            used += table.agentsUsed
        }
        trueCost = FlatBuffer(costs)
        smoothCost = FlatBuffer(smooth)
        steerCost = FlatBuffer(costs)
        agentsUsed = FlatBuffer(used)
        strides = FlatBuffer(model.tables.flatMap(\.strides))
        caps = FlatBuffer(model.tables.flatMap { $0.caps.map(Int32.init) })
        tableOf = FlatBuffer(model.tableOfSlot)
        position = FlatBuffer(model.tableOfSlot.map { $0 < 0 ? -1 : tableStarts[Int($0)] })
        cost = model.tableOfSlot.reduce(0) { $0 + ($1 < 0 ? 0 : Int(model.tables[Int($1)].cost[0])) }

        let pricer = LinePricer()
        let free = Array(repeating: Int32(0), count: days * dutyCount)
        let lines = problem.classes.map { agents in
            let isIdleLawful = agents.diagram.minimumUnits == 0 && idleIsLawful(agents.diagram)
            return isIdleLawful ? nil : pricer.cheapest(agents, dutyCost: free, dutyCount: dutyCount).duties
        }
        for (agents, line) in zip(problem.classes, lines) {
            for agent in agents.agents { setLine(agent.value, line ?? Array(repeating: nil, count: days)) }
        }
        setFirstTeamLines(lines)
        setFirstPersonLines()
    }

    deinit {
        for buffer in [
            duty, node, units, scratch, classOf, typeOf, next, nextStart, optionCount, optionUnits, optionUnitsStart,
            minimumUnits, maximumUnits, stays, stayStart, position, tableOf, trueCost, smoothCost, steerCost, strides,
            caps, candidates, candidateStart, teamDuty,
        ] { buffer.free() }
        optionOfDuty.free()
        counts.free()
        agentsUsed.free()
    }

    private func idleIsLawful(_ diagram: LineDiagram) -> Bool {
        var node = 0
        for day in 0..<days {
            node = Int(diagram.next[day][node * diagram.options[day].count])
            if node < 0 { return false }
        }
        return true
    }

    /// Whether an agent may work these duties, −1 for days off.
    func isLawful(_ agent: Int, _ line: [Int32]) -> Bool {
        guard classOf[agent] >= 0 else { return line.allSatisfy { $0 < 0 } }
        var current = Int32(0)
        var sum = Int32(0)
        for day in 0..<days {
            let (target, work) = follow(agent: agent, day: day, node: current, duty: line[day])
            if target < 0 { return false }
            current = target
            sum += work
        }
        let agents = Int(classOf[agent])
        return sum <= maximumUnits[agents] && sum >= minimumUnits[agents]
    }

    /// Replaces the whole line of an agent by a lawful one.
    func setLine(_ agent: Int, _ line: [Int?]) {
        guard classOf[agent] >= 0 else { return }
        for day in 0..<days { _ = cover(agent: agent, day: day, to: line[day].map(Int32.init) ?? -1) }
        walkLine(agent)
    }

    /// The roster as duties by agent and day.
    package var lines: [[Int?]] {
        (0..<agentCount).map { agent in
            (0..<days).map { duty[agent * days + $0] < 0 ? nil : Int(duty[agent * days + $0]) }
        }
    }

    /// Replaces the whole roster.
    package func load(_ lines: [[Int?]]) {
        for (agent, line) in lines.enumerated() { setLine(agent, line) }
        readTeamLines()
    }

    /// Whether the agent takes part in planning.
    @inline(__always)
    func isPlanned(_ agent: Int) -> Bool { classOf[agent] >= 0 }

    /// Duties that the agent may work on the day.
    @inline(__always)
    func candidateCount(agent: Int, day: Int) -> Int {
        let index = Int(classOf[agent]) * days + day
        return Int(candidateStart[index + 1] - candidateStart[index])
    }

    /// One of those duties.
    @inline(__always)
    func candidate(agent: Int, day: Int, _ number: Int) -> Int32 {
        candidates[Int(candidateStart[Int(classOf[agent]) * days + day]) + number]
    }

    /// Whether the duty is on the agent's list for the day.
    @inline(__always)
    func isCandidate(agent: Int, day: Int, duty: Int32) -> Bool {
        duty < 0 || optionOfDuty[(Int(classOf[agent]) * days + day) * dutyCount + Int(duty)] >= 0
    }

    /// Working units of the agent's line, and the most allowed.
    @inline(__always)
    func hours(_ agent: Int) -> (worked: Int32, most: Int32) { (units[agent], maximumUnits[Int(classOf[agent])]) }

    /// Target node and units of one day.
    @inline(__always)
    private func follow(agent: Int, day: Int, node: Int32, duty: Int32) -> (target: Int32, units: Int32) {
        let index = Int(classOf[agent]) * days + day
        let option = duty < 0 ? 0 : Int(optionOfDuty[index * dutyCount + Int(duty)])
        if option < 0 { return (-1, 0) }
        let target = next[Int(nextStart[index]) + Int(node) * Int(optionCount[index]) + option]
        return (target, optionUnits[Int(optionUnitsStart[index]) + option])
    }

    /// Applies a change if the line stays lawful; a change of a member of a constituted team is one of the team,
    /// one of a person with two contracts is lawful beside the other line.
    ///
    /// - Returns: The change that takes it back and the change of the steering cost; nil when it is not lawful, and then
    ///   nothing has happened.
    @inline(__always)
    func apply(_ change: Change) -> (inverse: Change, steer: Int)? {
        hasTies ? applyWithTies(change) : applyAlone(change)
    }

    private func applyWithTies(_ change: Change) -> (inverse: Change, steer: Int)? {
        isTied(change.agent)
            ? applyTied(change) : isPaired(change.agent) ? applyPaired(change) : applyAlone(change)
    }

    /// Applies a change of one line.
    @inline(__always)
    func applyAlone(_ change: Change) -> (inverse: Change, steer: Int)? {
        let base = change.agent * days
        guard change.secondDay >= 0 else {
            guard redirect(agent: change.agent, day: change.day, to: change.duty) else { return nil }
            let inverse = Change(agent: change.agent, day: change.day, duty: duty[base + change.day])
            return (inverse, cover(agent: change.agent, day: change.day, to: change.duty))
        }
        let isLawful =
            change.day < change.secondDay
            ? redirect(
                agent: change.agent, day: change.day, to: change.duty, second: change.secondDay, to: change.secondDuty)
            : redirect(
                agent: change.agent, day: change.secondDay, to: change.secondDuty, second: change.day, to: change.duty)
        guard isLawful else { return nil }
        let inverse = Change(
            agent: change.agent, day: change.day, duty: duty[base + change.day], secondDay: change.secondDay,
            secondDuty: duty[base + change.secondDay])
        let first = cover(agent: change.agent, day: change.day, to: change.duty)
        return (inverse, first + cover(agent: change.agent, day: change.secondDay, to: change.secondDuty))
    }

    /// Takes changes back, the newest first.
    ///
    /// - Parameter inverses: What ``apply(_:)`` gave, in the order of the changes; empty afterwards.
    @inline(__always)
    func undo(_ inverses: inout [Change]) {
        while let inverse = inverses.popLast() {
            let isLawful = apply(inverse) != nil
            precondition(isLawful, "the roster before a move was lawful")
        }
    }

    /// Changes up to two days of one agent if the line stays lawful; cover is not touched.
    ///
    /// - Parameter second: Later than `day`, or −1.
    /// - Returns: Whether the line is lawful; the path and hours are then those of the new line, while `duty` still holds
    ///   the old days until ``cover(agent:day:to:)`` is called for them.
    private func redirect(agent: Int, day: Int, to duty: Int32, second: Int = -1, to other: Int32 = -1) -> Bool {
        let path = agent * (days + 1)
        let old = agent * days
        let lastChange = max(day, second)
        var current = node[path + day]
        var sum = units[agent]
        var today = day
        while today < days {
            let before = self.duty[old + today]
            let now = today == day ? duty : (today == second ? other : before)
            let (target, work) = follow(agent: agent, day: today, node: current, duty: now)
            if target < 0 { return false }
            if now != before {
                let index = Int(classOf[agent]) * days + today
                let option = before < 0 ? 0 : Int(optionOfDuty[index * dutyCount + Int(before)])
                sum += work - optionUnits[Int(optionUnitsStart[index]) + option]
            }
            scratch[today + 1] = target
            current = target
            today += 1
            if today > lastChange, node[path + today] == current { break }
        }
        let agents = Int(classOf[agent])
        if sum > maximumUnits[agents] || sum < minimumUnits[agents] { return false }
        var layer = day + 1
        while layer <= today {
            node[path + layer] = scratch[layer]
            layer += 1
        }
        units[agent] = sum
        return true
    }

    /// Puts the cover of one agent's day from the old duty to the new one.
    ///
    /// - Returns: Change of the steering cost.
    private func cover(agent: Int, day: Int, to newDuty: Int32) -> Int {
        let index = agent * days + day
        let oldDuty = duty[index]
        if oldDuty == newDuty { return 0 }
        var steer = 0
        var points = 0
        let type = Int(typeOf[agent])
        if oldDuty >= 0 { move(day * dutyCount + Int(oldDuty), type: type, by: -1, &steer, &points) }
        if newDuty >= 0 { move(day * dutyCount + Int(newDuty), type: type, by: 1, &steer, &points) }
        if leaningShare > 0 { steer += lean(agent, day, oldDuty) - lean(agent, day, newDuty) }
        duty[index] = newDuty
        cost += points
        return steer
    }

    @inline(__always)
    private func move(_ work: Int, type: Int, by sign: Int, _ steer: inout Int, _ points: inout Int) {
        var stay = Int(stayStart[work])
        let end = Int(stayStart[work + 1])
        while stay < end {
            var slot = Int(stays[stay])
            let last = Int(stays[stay + 1])
            while slot < last {
                let count = Int(counts[slot * typeCount + type])
                counts[slot * typeCount + type] = UInt16(truncatingIfNeeded: count + sign)
                let table = Int(tableOf[slot])
                if table >= 0 {
                    let cap = Int(caps[table * typeCount + type])
                    if sign > 0 ? count < cap : count <= cap {
                        let stride = Int(strides[table * typeCount + type])
                        let before = Int(position[slot])
                        let after = before + sign * stride
                        position[slot] = Int32(after)
                        steer += Int(steerCost[after]) - Int(steerCost[before])
                        points += Int(trueCost[after]) - Int(trueCost[before])
                    }
                }
                slot += 1
            }
            stay += 2
        }
    }

    /// What the steering cost grants an agent for a duty.
    @inline(__always)
    private func lean(_ agent: Int, _ day: Int, _ duty: Int32) -> Int {
        duty < 0
            ? 0
            : (Int(leaning[(Int(classOf[agent]) * days + day) * dutyCount + Int(duty)]) * leaningShare) >> 10
    }

    /// Change of the steering cost when an agent works a duty and others are present throughout it.
    ///
    /// - Parameter people: How many of each type are there, himself included.
    func steerOfAdding(_ people: [(type: Int, count: Int)], with agent: Int, day: Int, duty: Int32) -> Int {
        let work = day * dutyCount + Int(duty)
        var steer = 0
        var stay = Int(stayStart[work])
        let end = Int(stayStart[work + 1])
        while stay < end {
            for slot in Int(stays[stay])..<Int(stays[stay + 1]) {
                let table = Int(tableOf[slot])
                if table < 0 { continue }
                let before = Int(position[slot])
                var after = before
                for (type, count) in people {
                    let room = Int(caps[table * typeCount + type]) - Int(counts[slot * typeCount + type])
                    if room > 0 { after += min(count, room) * Int(strides[table * typeCount + type]) }
                }
                steer += Int(steerCost[after]) - Int(steerCost[before])
            }
            stay += 2
        }
        return leaningShare > 0 ? steer - lean(agent, day, duty) : steer
    }

    /// Puts the cover of an agent to another line; path and hours stay those of the old one until ``walkLine(_:)``.
    ///
    /// - Returns: Change of the steering cost.
    @discardableResult
    func coverLine(_ agent: Int, _ line: FlatBuffer<Int32>) -> Int {
        (0..<days).reduce(0) { $0 + cover(agent: agent, day: $1, to: line[$1]) }
    }

    /// Brings path and hours of an agent to the duties that he covers, which must be lawful.
    func walkLine(_ agent: Int) {
        var current = Int32(0)
        var sum = Int32(0)
        for day in 0..<days {
            let (target, work) = follow(agent: agent, day: day, node: current, duty: duty[agent * days + day])
            precondition(target >= 0, "unlawful line for agent \(agent) on day \(day)")
            current = target
            sum += work
            node[agent * (days + 1) + day + 1] = current
        }
        units[agent] = sum
    }

    /// The class of a planned agent.
    func agentClass(_ agent: Int) -> AgentClass { problem.classes[Int(classOf[agent])] }

    /// Sets what the steering cost grants for each duty, in units of level 1 by `(class * days + day) * duties + duty`.
    func setLeaning(_ values: [Int32]) { leaning = values }

    /// Sets the share of the grants that counts.
    func setLeaningShare(_ share: Double) { leaningShare = leaning.isEmpty ? 0 : Int(share * 1024) }

    /// Sets the steering cost to share × partial credit + (1 − share) × level 1.
    func setPartialCredit(_ share: Double) {
        for entry in 0..<trueCost.count {
            steerCost[entry] = Int32(share * Double(smoothCost[entry]) + (1 - share) * Double(trueCost[entry]))
        }
    }

    /// Level 1 of one sector and slot.
    @inline(__always)
    func costOfSlot(_ slot: Int) -> Int32 { position[slot] < 0 ? 0 : trueCost[Int(position[slot])] }

    /// Type of an agent.
    @inline(__always)
    func type(_ agent: Int) -> Int { Int(typeOf[agent]) }

    /// Working minutes of an agent.
    func workedMinutes(_ agent: Int) -> Int {
        classOf[agent] < 0 ? 0 : Int(units[agent]) * problem.classes[Int(classOf[agent])].diagram.unitMinutes
    }
}
