import RosterModel

/// Brings rosters and prices from one scenario to another by the names of agents, sectors, shifts and types.
///
/// What the other scenario does not have is left out; hours of shifts are those of the other scenario. Nothing is
/// promised of lawfulness: rosters are judged where they arrive.
struct ScenarioTransfer {
    private let source: Scenario
    private let target: Scenario
    private let agents: [AgentID?]
    private let sectors: [SectorID?]
    private let types: [AgentTypeID?]
    private let shiftOfName: [String: ShiftID]
    /// What people of a type can do in a sector of the target that nobody of the type could do there in the source.
    private let news: [SectorID: [Ability]]

    /// A shift that agents of a type may work.
    private struct Ability: Hashable {
        let type: AgentTypeID
        let shift: ShiftID
    }

    /// Prepares the way between two scenarios of equal first day.
    init(from source: Scenario, to target: Scenario) {
        self.source = source
        self.target = target
        func positions(_ names: [String], in others: [String]) -> [Int?] {
            let known = Dictionary(others.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
            return names.map { known[$0] }
        }
        agents = positions(source.agents.map(\.id), in: target.agents.map(\.id)).map { $0.map { AgentID($0) } }
        sectors = positions(source.sectors.map(\.id), in: target.sectors.map(\.id)).map { $0.map { SectorID($0) } }
        func name(_ type: AgentType, _ scenario: Scenario) -> String {
            ([scenario[type.profession].id] + type.qualifications).joined(separator: "|")
        }
        types = positions(
            source.agentTypes.map { name($0, source) }, in: target.agentTypes.map { name($0, target) }
        ).map { $0.map { AgentTypeID($0) } }
        let shiftOfName = Dictionary(
            target.shifts.enumerated().map { ($1.id, ShiftID($0)) }, uniquingKeysWith: { first, _ in first })
        self.shiftOfName = shiftOfName
        var known: [SectorID: Set<Ability>] = [:]
        for (sector, abilities) in Self.abilities(in: source) {
            guard let place = sectors[sector.value] else { continue }
            for ability in abilities {
                if let type = types[ability.type.value], let shift = shiftOfName[source[ability.shift].id] {
                    known[place, default: []].insert(Ability(type: type, shift: shift))
                }
            }
        }
        news = Self.abilities(in: target).reduce(into: [:]) { news, entry in
            news[entry.key] = entry.value.subtracting(known[entry.key] ?? []).sorted {
                ($0.type.value, $0.shift.value) < ($1.type.value, $1.shift.value)
            }
        }
    }

    /// Types and shifts by sector, days left aside.
    private static func abilities(in scenario: Scenario) -> [SectorID: Set<Ability>] {
        var abilities: [SectorID: Set<Ability>] = [:]
        for agent in scenario.agents {
            for shift in agent.shifts {
                let stages = scenario[shift].stages.map(\.sector)
                for sector in stages.isEmpty ? agent.sectors : stages {
                    abilities[sector, default: []].insert(Ability(type: agent.type, shift: shift))
                }
            }
        }
        return abilities
    }

    /// The roster in positions and hours of the target.
    func roster(_ roster: Roster) -> Roster {
        guard source.axis.firstDay == target.axis.firstDay else { return Roster(shifts: []) }
        return Roster(
            shifts: roster.shifts.compactMap { worked in
                guard let agent = agents[worked.agent.value], let shift = shiftOfName[worked.name],
                    let first = worked.stages.first, let sector = sectors[first.sector.value],
                    (0..<target.axis.dayCount).contains(worked.day)
                else { return nil }
                return target.workedShift(agent: agent, day: worked.day, shift: shift, sector: sector)
            })
    }

    /// The prices in positions of the target.
    ///
    /// What nobody could do in the source has no price there. It gets the highest one of its type in the night, or else of
    /// all: free of charge it would make every night cheap and the bound weak.
    func proof(_ proof: BoundProof) -> BoundProof {
        let blocks = proof.blocks.compactMap { block -> BlockPrices? in
            guard case .staffings(let duties) = block.form, let sector = sectors[block.sector.value],
                block.day < target.axis.dayCount
            else { return nil }
            let moved = duties.compactMap { duty -> DutyPrice? in
                guard let type = types[duty.type.value], let shift = shiftOfName[source[duty.shift].id] else {
                    return nil
                }
                return DutyPrice(type: type, shift: shift, price: duty.price)
            }
            let added = (news[sector] ?? []).compactMap { ability -> DutyPrice? in
                let ofType = moved.filter { $0.type == ability.type }.map(\.price).max()
                return (ofType ?? moved.map(\.price).max()).map {
                    DutyPrice(type: ability.type, shift: ability.shift, price: $0)
                }
            }
            return BlockPrices(day: block.day, sector: sector, form: .staffings(moved + added))
        }
        return BoundProof(
            objective: proof.objective, bound: 0, scale: proof.scale, blocks: blocks,
            countedRules: Array(repeating: [], count: target.agents.count))
    }
}

extension Scenario {
    /// A shift of the menu as worked on a service day; nil when a clock change swallows it.
    ///
    /// - Parameter sector: Where it is worked; rounds bring their own sectors.
    func workedShift(agent: AgentID, day: Int, shift: ShiftID, sector: SectorID) -> WorkedShift? {
        let menu = self[shift]
        let minutes = axis.minutes(day: day, range: menu.hours)
        guard !minutes.isEmpty else { return nil }
        var stages: [WorkedShift.Stage] = []
        var start = minutes.lowerBound
        for (index, stage) in menu.stages.enumerated() {
            let until =
                index == menu.stages.count - 1
                ? minutes.upperBound
                : min(minutes.upperBound, axis.minute(date: axis.date(ofDay: day), clock: stage.until))
            if until > start { stages.append(.init(sector: stage.sector, minutes: start..<until)) }
            start = max(start, until)
        }
        return WorkedShift(
            agent: agent, day: day, name: menu.id, minutes: minutes, breakMinutes: menu.breakMinutes,
            stages: stages.isEmpty ? [.init(sector: sector, minutes: minutes)] : stages)
    }

    /// The same scenario in which level 1 counts nothing but missing late team-minutes, one point each.
    var countingLateMinutes: Scenario {
        var scenario = self
        let late = slots(in: lateWindow)
        scenario.requirements = requirements.map { requirement in
            CoverRequirement(
                id: requirement.id, sector: requirement.sector, kinds: requirement.kinds, weight: 1,
                teams: requirement.teams, pointsPerTeam: late.map { $0 ? Int32(axis.gridMinutes) : 0 })
        }
        return scenario
    }
}
