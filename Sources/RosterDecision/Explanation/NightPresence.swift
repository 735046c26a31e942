import RosterCheck
import RosterModel

/// Who is where, slot by slot, in a roster, and what the formation of teams makes of it.
struct NightPresence {
    let scenario: Scenario
    /// Agents present by sector and slot: `sector * slots + slot`.
    private(set) var agents: [[AgentID]]
    /// Requirements by sector.
    let requirements: [[Int]]

    init(_ scenario: Scenario, _ roster: Roster) {
        self.scenario = scenario
        let slots = scenario.axis.slotCount
        agents = Array(repeating: [], count: scenario.sectors.count * slots)
        requirements = scenario.sectors.indices.map { sector in
            scenario.requirements.indices.filter { scenario.requirements[$0].sector.value == sector }
        }
        for shift in roster.shifts {
            for (place, slot) in Self.places(of: shift, scenario)
            where !agents[place * slots + slot].contains(shift.agent) {
                agents[place * slots + slot].append(shift.agent)
            }
        }
    }

    /// Sectors and slots that a shift fills.
    static func places(of shift: WorkedShift, _ scenario: Scenario) -> [(sector: Int, slot: Int)] {
        let grid = scenario.axis.gridMinutes
        return shift.stages.flatMap { stage in
            let first = (stage.minutes.lowerBound + grid - 1) / grid
            let slots = first..<max(first, stage.minutes.upperBound / grid)
            return slots.clamped(to: 0..<scenario.axis.slotCount).map { (stage.sector.value, $0) }
        }
    }

    /// Agents in a sector and slot.
    func agents(_ sector: Int, _ slot: Int) -> [AgentID] { agents[sector * scenario.axis.slotCount + slot] }

    /// The same by type.
    func counts(_ sector: Int, _ slot: Int) -> [Int] {
        var counts = Array(repeating: 0, count: scenario.agentTypes.count)
        for agent in agents(sector, slot) { counts[scenario[agent].type.value] += 1 }
        return counts
    }

    /// Kinds that some requirement of the sector accepts.
    ///
    /// - Parameter ignoringHours: Whether kinds count at all hours.
    func kinds(_ sector: Int, _ slot: Int, ignoringHours: Bool) -> [Int] {
        scenario.teamKinds.indices.filter { number in
            let kind = scenario.teamKinds[number]
            let counts =
                ignoringHours
                ? kind.sectors?.contains(SectorID(sector)) ?? true : kind.counts(in: SectorID(sector), slot: slot)
            return counts
                && requirements[sector].contains { scenario.requirements[$0].kinds.contains(TeamKindID(number)) }
        }
    }

    /// Fewest teams missing in a sector and slot with these agents.
    func missing(_ sector: Int, _ slot: Int, present: [Int]) -> Int {
        let kinds = kinds(sector, slot, ignoringHours: false)
        let needs = requirements[sector].filter { scenario.requirements[$0].teams[slot] > 0 }.map { number in
            let requirement = scenario.requirements[number]
            return TeamFormation.Need(
                kinds: kinds.indices.filter { requirement.kinds.contains(TeamKindID(kinds[$0])) },
                teams: Int(requirement.teams[slot]), cost: 1)
        }
        if needs.isEmpty { return 0 }
        return TeamFormation(kinds: kinds.map { scenario.teamKinds[$0] }, types: scenario.agentTypes)
            .leastCost(present: present, needs: needs)
    }
}
