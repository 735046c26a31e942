import RosterModel

/// Duty rows of all night blocks, and the people who may lawfully fill them.
struct DutyRows: Sendable {
    /// What agents of one type do for one sector on one service day by working one shift.
    struct Row: Sendable {
        let type: Int
        let shift: ShiftID
        /// Slots filled, counted from the first slot of the service day.
        let slots: [Int]
    }

    /// One service day in one sector.
    struct Block: Sendable {
        let day: Int
        let sector: SectorID
        var rows: [Row] = []
        /// People who may be there, by type of agent.
        var people: [Int]
    }

    let scenario: Scenario
    /// Blocks by service day and sector: `blocks[day * sectors + sector]`.
    let blocks: [Block]

    /// Gathers the rows that at least one agent may work.
    init(_ calendar: RuleCalendar, _ duties: [LawfulDuties]) {
        let scenario = calendar.scenario
        let types = scenario.agentTypes.count
        var blocks: [Block] = []
        for day in 0..<scenario.axis.dayCount {
            var ofDay = scenario.sectors.indices.map {
                Block(day: day, sector: SectorID($0), people: Array(repeating: 0, count: types))
            }
            struct Name: Hashable {
                let sector: Int
                let type: Int
                let shift: Int
            }
            var known: Set<Name> = []
            for (agent, duties) in zip(scenario.agents, duties) {
                var visited: Set<Int> = []
                for duty in duties.available[day] {
                    for sector in duty.sectors {
                        visited.insert(sector.value)
                        let name = Name(sector: sector.value, type: agent.type.value, shift: duty.shift.value)
                        if known.insert(name).inserted {
                            ofDay[sector.value].rows.append(
                                Row(
                                    type: agent.type.value, shift: duty.shift,
                                    slots: Self.slots(calendar, day, duty.shift, sector)))
                        }
                    }
                }
                for sector in visited { ofDay[sector].people[agent.type.value] += 1 }
            }
            blocks += ofDay
        }
        self.scenario = scenario
        self.blocks = blocks
    }

    /// Slots of the service day that a shift fills in a sector where it is worked.
    static func slots(
        _ calendar: RuleCalendar, _ day: Int, _ shift: ShiftID, _ sector: SectorID
    ) -> [Int] {
        let axis = calendar.scenario.axis
        let shift = calendar.scenario[shift]
        let stays =
            shift.stages.isEmpty
            ? calendar.parts(of: shift, day: day)
            : calendar.stages(of: shift, day: day).filter { $0.sector == sector }.map(\.minutes)
        let slots = axis.slots(ofDay: day)
        return slots.filter { slot in
            let span = axis.minutes(ofSlot: slot)
            return stays.contains { $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound }
        }.map { $0 - slots.lowerBound }
    }
}
