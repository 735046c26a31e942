package import RosterModel

/// A scenario compiled for planning: duties, classes of agents with their lawful lines, and who may be where.
package final class PlanProblem: Sendable {
    package let scenario: Scenario
    /// All duties: a shift with a sector, or a round.
    let duties: [Duty]
    /// Duty on a day: `day * duties.count + duty`; nil when it is not worked that day.
    let dutyDays: [DutyDay?]
    /// Classes of agents by their first member.
    package let classes: [AgentClass]
    /// The same classes for bounds, with all lines that the rules counted in bounds allow.
    package let boundClasses: [AgentClass]
    /// Class by agent.
    let classOfAgent: [Int]
    /// Agents for whom no lawful line exists; they get the empty line.
    package let agentsWithoutLine: [AgentID]
    /// Rules that bounds count, by agent.
    package let countedRules: [Set<Rule>]
    /// Availability by agent.
    let availability: [Availability]

    /// Compiles a scenario that is free of faults.
    package init(_ scenario: Scenario, threads: Int, switchedOff: Set<Technique> = []) {
        self.scenario = scenario
        let axis = scenario.axis
        var duties: [Duty] = []
        for (number, shift) in scenario.shifts.enumerated() {
            if shift.stages.isEmpty {
                duties += scenario.sectors.indices.map { Duty(shift: ShiftID(number), sector: SectorID($0)) }
            } else {
                duties.append(Duty(shift: ShiftID(number), sector: nil))
            }
        }
        let availability = scenario.agents.indices.map { Availability(agent: AgentID($0), scenario: scenario) }
        // Only duties that somebody may work on some day are kept.
        var isUsed = Array(repeating: false, count: duties.count)
        for person in availability {
            var shifts = Set<ShiftID>()
            for day in person.shifts { shifts.formUnion(day) }
            for (number, duty) in duties.enumerated() where !isUsed[number] && shifts.contains(duty.shift) {
                isUsed[number] = duty.sector.map(person.sectors.contains) ?? true
            }
        }
        let kept = duties.indices.filter { isUsed[$0] }.map { duties[$0] }
        self.duties = kept
        self.availability = availability
        let dutyDays = (0..<axis.dayCount).flatMap { day in
            kept.map { duty in Self.dutyDay(duty, day: day, scenario: scenario) }
        }
        self.dutyDays = dutyDays
        var numbers: [Duty: Int32] = [:]
        for (number, duty) in kept.enumerated() { numbers[duty] = Int32(number) }

        // Equal agents share a class, and its diagram is built once.
        var groups: [ClassKey: [AgentID]] = [:]
        var order: [ClassKey] = []
        for number in scenario.agents.indices {
            var key = ClassKey(agent: AgentID(number), scenario: scenario, availability: availability[number])
            if switchedOff.contains(.agentClasses) { key.alone = number }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(AgentID(number))
        }
        let members = order.map { groups[$0] ?? [] }
        let contexts = members.map {
            LineContext(agent: $0[0], scenario: scenario, availability: availability[$0[0].value])
        }
        let diagrams = parallelMap(count: contexts.count, threads: threads) { LineDiagram(contexts[$0]) }
        // Only where bounds count fewer rules is a second diagram needed.
        let boundDiagrams = parallelMap(count: contexts.count, threads: threads) { number in
            let scope = contexts[number].boundScope
            return scope == .all ? nil : LineDiagram(contexts[number], scope: scope)
        }
        var classes: [AgentClass] = []
        var boundClasses: [AgentClass] = []
        var classOfAgent = Array(repeating: -1, count: scenario.agents.count)
        var without: [AgentID] = []
        var countedRules = Array(repeating: Set<Rule>(), count: scenario.agents.count)
        for (number, agents) in members.enumerated() {
            var diagram = diagrams[number]
            for agent in agents { countedRules[agent.value] = contexts[number].countedRules }
            if !diagram.isLawful {
                without += agents
                // A published roster that breaks a rule of lines by itself leaves the empty line, while bounds
                // know the rules only that they count: where those leave a line, they count it.
                guard let bound = boundDiagrams[number], bound.isLawful else { continue }
                diagram = LineDiagram(contexts[number].withoutShifts, scope: .singleDays)
            }
            let availability = availability[agents[0].value]
            let sectors = scenario.sectors.indices.map { SectorID($0) }.filter(availability.sectors.contains)
            for agent in agents { classOfAgent[agent.value] = classes.count }
            func makeClass(_ diagram: LineDiagram) -> AgentClass {
                AgentClass(
                    agents: agents, type: scenario[agents[0]].type, diagram: diagram, dutyCount: kept.count
                ) { day, shift in
                    if !scenario[shift].stages.isEmpty {
                        return numbers[Duty(shift: shift, sector: nil)].map { [$0] } ?? []
                    }
                    if case .work(shift, let sector?)? = availability.pins[day]?.decision {
                        return numbers[Duty(shift: shift, sector: sector)].map { [$0] } ?? []
                    }
                    return sectors.filter { availability.permits(shift, in: $0, day: day) }
                        .compactMap { numbers[Duty(shift: shift, sector: $0)] }
                }
            }
            classes.append(makeClass(diagram))
            boundClasses.append(
                boundDiagrams[number].map(makeClass) ?? classes[classes.count - 1])
        }
        self.classes = classes
        self.boundClasses = boundClasses
        self.classOfAgent = classOfAgent
        agentsWithoutLine = without.sorted()
        self.countedRules = countedRules
    }

    /// Number of duties.
    package var dutyCount: Int { duties.count }

    /// Duty of a day, or nil when the day or the axis has no such duty.
    func dutyDay(_ duty: Int, day: Int) -> DutyDay? { dutyDays[day * duties.count + duty] }

    private static func dutyDay(_ duty: Duty, day: Int, scenario: Scenario) -> DutyDay? {
        let axis = scenario.axis
        let shift = scenario[duty.shift]
        let parts = shift.workedParts(day: day, axis: axis)
        guard let sector = duty.sector ?? shift.stages.first?.sector, let first = parts.first, let last = parts.last
        else { return nil }
        let stages = shift.stays(in: sector, day: day, axis: axis)
        let horizon = axis.slots(ofDay: day)
        let stays = stages.map { stage in
            DutyDay.Stay(sector: stage.sector.value, slots: axis.slots(inside: stage.minutes).clamped(to: horizon))
        }
        return DutyDay(
            minutes: first.lowerBound..<last.upperBound, parts: parts, stays: stays, stages: stages)
    }

    /// A duty as a shift of the roster; nil when it is not worked that day.
    package func workedShift(agent: AgentID, day: Int, duty: Int) -> WorkedShift? {
        dutyDay(duty, day: day).map { work in
            let shift = scenario[duties[duty].shift]
            return WorkedShift(
                agent: agent, day: day, name: shift.id, minutes: work.minutes, breakMinutes: shift.breakMinutes,
                stages: work.stages)
        }
    }

    /// The roster in which each agent works the given duties.
    ///
    /// - Parameter lines: Duty by agent and service day; nil for a day off.
    package func roster(_ lines: [[Int?]]) -> Roster {
        Roster(
            shifts: lines.enumerated().flatMap { agent, line in
                line.enumerated().compactMap { day, duty in
                    duty.flatMap { workedShift(agent: AgentID(agent), day: day, duty: $0) }
                }
            })
    }
}

/// What makes two agents interchangeable.
private struct ClassKey: Hashable {
    let type: AgentTypeID
    let regime: RegimeID
    let maximum: Int?
    let minimum: Int
    let sectors: Set<SectorID>
    let shifts: [[ShiftID]]
    let history: [Agent.PastShift]?
    let pins: [String]
    let permitted: [Availability.ShiftDay: Set<SectorID>]
    let busy: [BusyInterval]
    let isNightWorker: Bool
    /// Number of an agent who is to have a class of his own.
    var alone: Int?

    init(agent id: AgentID, scenario: Scenario, availability: Availability) {
        let agent = scenario[id]
        type = agent.type
        regime = agent.regime
        maximum = agent.maximumMinutes
        minimum = agent.minimumMinutes
        sectors = availability.sectors
        shifts = availability.shifts
        history = agent.history?.shifts
        permitted = availability.permittedSectors
        busy = agent.busy
        isNightWorker = agent.isNightWorker
        pins = availability.pins.compactMap { $0.map { "\($0.day) \($0.decision) \($0.acceptedReason != nil)" } }
    }
}
