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
        // A group keeps the duties that the target has; combinations refer to groups by their new positions.
        var positions: [Int: Int] = [:]
        var groups: [DutyGroupPrices] = []
        for (number, group) in proof.groups.enumerated() {
            guard let type = types[group.type.value], group.day < target.axis.dayCount else { continue }
            let duties = group.duties.compactMap { duty -> DutyGroupPrices.Duty? in
                guard let shift = shiftOfName[source[duty.shift].id] else { return nil }
                guard let old = duty.sector else { return .init(shift: shift, sector: nil) }
                return sectors[old.value].map { .init(shift: shift, sector: $0) }
            }
            if duties.isEmpty { continue }
            positions[number] = groups.count
            groups.append(
                DutyGroupPrices(
                    day: group.day, type: type, duties: duties, price: group.price,
                    presence: group.presence.compactMap { presence in
                        sectors[presence.sector.value].map { .init(sector: $0, levels: presence.levels) }
                    }))
        }
        let rounds = proof.rounds.compactMap { rounds -> RoundPrices? in
            let terms = rounds.terms.compactMap { term in
                positions[term.group].map { RoundPrices.Term(group: $0, most: term.most) }
            }
            guard let sector = sectors[rounds.sector.value], terms.count == rounds.terms.count else { return nil }
            return RoundPrices(day: rounds.day, sector: sector, terms: terms, prices: rounds.prices)
        }
        return BoundProof(
            objective: proof.objective, bound: 0, scale: proof.scale, blocks: [], groups: groups + added(to: groups),
            rounds: rounds,
            countedRules: Array(repeating: [], count: target.agents.count))
    }
}

extension ScenarioTransfer {
    /// Groups for what nobody could do in the source, priced like the dearest group of their type in the night, or else of
    /// all.
    private func added(to groups: [DutyGroupPrices]) -> [DutyGroupPrices] {
        var ofDay: [Int: [DutyGroupPrices]] = [:]
        for group in groups { ofDay[group.day, default: []].append(group) }
        return ofDay.sorted { $0.key < $1.key }.flatMap { day, known in
            news.sorted { $0.key < $1.key }.flatMap { sector, abilities in
                abilities.sorted { ($0.type, $0.shift) < ($1.type, $1.shift) }.compactMap { ability in
                    let ofType = known.filter { $0.type == ability.type }.max { $0.price < $1.price }
                    guard target[ability.shift].stages.isEmpty,
                        let model = ofType ?? known.max(by: { $0.price < $1.price })
                    else { return nil }
                    return DutyGroupPrices(
                        day: day, type: ability.type,
                        duties: [DutyGroupPrices.Duty(shift: ability.shift, sector: sector)], price: model.price,
                        presence: [
                            DutyGroupPrices.Presence(
                                sector: sector, levels: model.presence.first?.levels ?? [max(0, model.price)])
                        ])
                }
            }
        }
    }
}

extension Scenario {
    /// A shift of the menu as worked on a service day; nil when a clock change swallows it.
    ///
    /// - Parameter sector: Where it is worked; rounds bring their own sectors.
    func workedShift(agent: AgentID, day: Int, shift: ShiftID, sector: SectorID) -> WorkedShift? {
        let menu = self[shift]
        let stays = menu.stays(in: sector, day: day, axis: axis)
        if stays.isEmpty { return nil }
        return WorkedShift(
            agent: agent, day: day, name: menu.id, minutes: menu.minutes(day: day, axis: axis),
            breakMinutes: menu.breakMinutes, stages: stays)
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
