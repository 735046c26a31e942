import RosterModel

/// Agents whose cheapest lines are the same: equal rules, contract, history and duties.
struct LineClasses: Sendable {
    private struct Published: Hashable {
        let day: Int
        let name: String
        let stages: [WorkedShift.Stage]
    }

    private struct Key: Hashable {
        let type: Int
        let regime: RegimeID
        let maximum: Int?
        let minimum: Int
        let sectors: [SectorID]
        let shifts: [ShiftID]
        let nightAllowed: Bool
        let contractDays: Range<Int>
        let busy: [BusyInterval]
        let standby: [Range<Int>]
        let published: [Published]
        let absences: [Agent.Absence]
        let history: [Agent.PastShift]?
        let pins: [Pin.Decision]
        let pinDays: [Int]
        let reasons: [String?]
        let counted: Set<Rule>
    }

    private let calendar: RuleCalendar
    private let duties: [LawfulDuties]
    private let counted: [Set<Rule>]
    /// One agent of each class.
    let representatives: [AgentID]
    /// Class by agent.
    let classOfAgent: [Int]

    init(_ calendar: RuleCalendar, _ duties: [LawfulDuties], _ counted: [Set<Rule>]) {
        let scenario = calendar.scenario
        var positions: [Key: Int] = [:]
        var representatives: [AgentID] = []
        let published = Dictionary(grouping: scenario.published?.roster.shifts ?? [], by: \.agent.value).mapValues {
            $0.map { Published(day: $0.day, name: $0.name, stages: $0.stages) }
        }
        classOfAgent = scenario.agents.indices.map { index in
            let agent = scenario.agents[index]
            let pins = scenario.pins.filter { $0.agent.value == index }
            let key = Key(
                type: agent.type.value, regime: agent.regime, maximum: agent.maximumMinutes,
                minimum: agent.minimumMinutes, sectors: agent.sectors, shifts: agent.shifts,
                nightAllowed: agent.nightAllowed, contractDays: agent.contractDays, busy: agent.busy,
                standby: agent.standby, published: published[index] ?? [], absences: agent.absences,
                history: agent.history?.shifts,
                pins: pins.map(\.decision), pinDays: pins.map(\.day), reasons: pins.map(\.acceptedReason),
                counted: counted[index])
            if let position = positions[key] { return position }
            positions[key] = representatives.count
            representatives.append(AgentID(index))
            return representatives.count - 1
        }
        self.representatives = representatives
        self.calendar = calendar
        self.duties = duties
        self.counted = counted
    }

    /// The cheapest line of a class when each duty is paid its price, or nil when no line is lawful.
    func cheapest(_ position: Int, _ book: PriceBook) -> LineProgram.Minimum? {
        cheapest(position) { book.price(day: $0, type: $1, duty: $2) }
    }

    /// Most weight of a lawful line of a class, or more where the heaviest line is too large to find.
    ///
    /// - Parameter weight: Weight of a duty by day and type, at least 0.
    func heaviest(_ position: Int, weight: (Int, Int, LawfulDuties.Duty) -> Int) -> Int {
        let id = representatives[position]
        let type = calendar.scenario[id].type.value
        let counts = duties[id.value].duties.enumerated().contains { day, duties in
            duties.contains { weight(day, type, $0) > 0 }
        }
        guard counts else { return 0 }
        return cheapest(position, pay: weight).map { -$0.value } ?? 0
    }

    private func cheapest(
        _ position: Int, pay: (Int, Int, LawfulDuties.Duty) -> Int
    ) -> LineProgram.Minimum? {
        let id = representatives[position]
        let audit = LineAudit(calendar, id)
        let mine = duties[id.value]
        let counted = counted[id.value]
        // Where rules outside the line program can bind, it cannot say what is reachable, and no minimum counts.
        let lowest =
            counted.contains(.contractMinimum) && audit.canLowerMinimum(mine) ? audit.lowestMinimum(mine) : 0
        let rules = LineRules(audit, counted: counted, lowestMinimum: lowest)
        let type = audit.agent.type.value
        let program = LineProgram(rules, mine.duties, mayRest: mine.mayRest) { day, duty in
            -pay(day, type, duty)
        }
        return program.minimum
    }
}
