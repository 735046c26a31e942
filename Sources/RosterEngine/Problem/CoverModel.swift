package import RosterModel

/// One objective over the duties: what each slot costs at each count of agents, duty rows, and night blocks.
///
/// A *row* is what agents of one type do for one sector in one block: duties with the same presence in slots that matter
/// share it. Supply of a row is the number of agents whose line has such a duty; use is the number that the block's
/// staffing counts on.
package final class CoverModel: Sendable {
    /// How night blocks are minimised.
    package enum Form: Sendable, Equatable {
        /// Whole staffings where they can be listed, else the slot form.
        case staffings
        /// The slot form everywhere; `merged` joins slots of one segment into a row where that loses nothing.
        case slots(merged: Bool)
    }

    let objective: BoundObjective
    /// Distinct tables.
    let tables: [SlotCostTable]
    /// Table of each sector and slot, −1 where nothing is needed: `sector * slotCount + slot`.
    let tableOfSlot: [Int32]
    /// Number of rows.
    package let rowCount: Int
    /// Rows of a duty of an agent of a type: `rowStarts[(day * duties + duty) * types + type]` and the next entry.
    let rowStarts: [Int32]
    let rowList: [Int32]
    /// Blocks.
    package let blocks: [NightBlock]
    /// Bounds are multiples of this.
    package let step: Int
    /// Cost of an empty roster.
    package let demand: Int
    private let dutyCount: Int
    private let typeCount: Int
    private let gridMinutes: Int
    private let isLate: [Bool]

    /// Builds tables, rows and blocks.
    package init(_ problem: PlanProblem, objective: BoundObjective, form: Form, threads: Int) {
        self.objective = objective
        let scenario = problem.scenario
        let axis = scenario.axis
        let slotCount = axis.slotCount
        dutyCount = problem.dutyCount
        typeCount = scenario.agentTypes.count
        gridMinutes = axis.gridMinutes
        let isLate = scenario.slots(in: scenario.lateWindow)
        self.isLate = isLate
        func costPerTeam(_ requirement: CoverRequirement, _ slot: Int) -> Int {
            Self.costPerTeam(
                requirement, slot: slot, objective: objective, gridMinutes: axis.gridMinutes, isLate: isLate)
        }

        // Tables by sector and slot.
        struct TableKey: Hashable {
            let needs: [SlotCostTable.Need]
            let kinds: [Int]
        }
        var known: [TableKey: Int32] = [:]
        var keys: [TableKey] = []
        var tableOfSlot = Array(repeating: Int32(-1), count: scenario.sectors.count * slotCount)
        var step = 0
        var demand = 0
        for sector in scenario.sectors.indices {
            let requirements = scenario.requirements.filter { $0.sector.value == sector }
            if requirements.isEmpty { continue }
            for slot in 0..<slotCount {
                let active = requirements.filter { $0.teams[slot] > 0 && costPerTeam($0, slot) > 0 }
                if active.isEmpty { continue }
                let kinds = scenario.teamKinds.indices.filter { kind in
                    scenario.teamKinds[kind].counts(in: SectorID(sector), slot: slot)
                        && active.contains { $0.kinds.contains(TeamKindID(kind)) }
                }
                let needs = active.map { requirement in
                    SlotCostTable.Need(
                        teams: Int(requirement.teams[slot]), costPerTeam: costPerTeam(requirement, slot),
                        kinds: kinds.indices.filter { requirement.kinds.contains(TeamKindID(kinds[$0])) })
                }
                for need in needs {
                    step = gcd(step, need.costPerTeam)
                    demand += need.teams * need.costPerTeam
                }
                let key = TableKey(needs: needs, kinds: kinds)
                if let table = known[key] {
                    tableOfSlot[sector * slotCount + slot] = table
                } else {
                    tableOfSlot[sector * slotCount + slot] = Int32(keys.count)
                    known[key] = Int32(keys.count)
                    keys.append(key)
                }
            }
        }
        self.step = max(1, step)
        self.demand = demand
        let allKeys = keys
        tables = parallelMap(count: keys.count, threads: threads) { index in
            let key = allKeys[index]
            return SlotCostTable(
                needs: key.needs, kinds: key.kinds.map { scenario.teamKinds[$0] }, types: scenario.agentTypes)
        }
        self.tableOfSlot = tableOfSlot

        // Rows and blocks.
        var builder = BlockBuilder(
            problem: problem, tables: tables, tableOfSlot: tableOfSlot, form: form, threads: threads)
        builder.build()
        rowCount = builder.rowCount
        blocks = builder.blocks
        var starts = [Int32(0)]
        var list: [Int32] = []
        starts.reserveCapacity(builder.rowsOfDuty.count + 1)
        for rows in builder.rowsOfDuty {
            list += rows
            starts.append(Int32(list.count))
        }
        rowStarts = starts
        rowList = list
    }

    /// Cost of one missing team of a requirement in a slot, in units of the objective.
    func costPerTeam(_ requirement: CoverRequirement, slot: Int) -> Int {
        Self.costPerTeam(requirement, slot: slot, objective: objective, gridMinutes: gridMinutes, isLate: isLate)
    }

    private static func costPerTeam(
        _ requirement: CoverRequirement, slot: Int, objective: BoundObjective, gridMinutes: Int, isLate: [Bool]
    ) -> Int {
        switch objective {
        case .points: Int(requirement.pointsPerTeam[slot])
        case .lateMinutes: isLate[slot] ? gridMinutes : 0
        }
    }

    /// Rows of a duty for a type of agents.
    func rows(day: Int, duty: Int, type: Int) -> ArraySlice<Int32> {
        let position = (day * dutyCount + duty) * typeCount + type
        return rowList[Int(rowStarts[position])..<Int(rowStarts[position + 1])]
    }

    /// Rows that a line of an agent of a type supplies, by day.
    func rows(of line: LinePricer.PricedLine, type: AgentTypeID) -> [Int32] {
        line.duties.enumerated().flatMap { day, duty in
            duty.map { rows(day: day, duty: $0, type: type.value) } ?? []
        }
    }
}

/// Greatest common divisor; 0 is neutral.
func gcd(_ left: Int, _ right: Int) -> Int { right == 0 ? left : gcd(right, left % right) }
