package import LinearProgramming
package import RosterModel

/// One objective over the duties: what each slot costs at each count of agents, duty rows, and night blocks.
///
/// Three kinds of blocks meet on priced rows: the lines of the agents supply duties, the musters of a night decide how many
/// agents of a type are on each group of duties (``NightMuster``), and the night blocks of the sectors count on them.
package final class CoverModel: Sendable {
    /// How night blocks are minimised.
    package enum Form: Sendable, Equatable {
        /// Whole staffings where they can be listed, else the slot form.
        case staffings
        /// The slot form everywhere; `merged` joins slots of one segment into a row where that loses nothing.
        case slots(merged: Bool)
    }

    let objective: BoundObjective
    /// Part of the objective that blocks cost; nil for the whole.
    let part: ObjectivePart?
    /// Whether teams are whole; else half a pair counts half.
    let isWhole: Bool
    /// Distinct tables.
    let tables: [SlotCostTable]
    /// Table of each sector and slot, −1 where nothing is needed: `sector * slotCount + slot`.
    let tableOfSlot: [Int32]
    /// Number of priced rows: presence rows by block, then duty rows by group.
    package let priceCount: Int
    /// Group of a duty of an agent of a type, −1 where it matters to nobody: `(day * duties + duty) * types + type`.
    let groupOfDuty: [Int32]
    /// Duty groups of all nights.
    let groups: [DutyGroup]
    /// Musters of all nights.
    let musters: [NightMuster]
    /// Blocks.
    package let blocks: [NightBlock]
    /// Whether a row is an equality, so that its price may have either sign: the rows of labels.
    let isFree: [Bool]
    /// Bounds are multiples of this (``ObjectiveStep``).
    package let step: Int
    /// Cost of an empty roster.
    package let demand: Int
    private let dutyCount: Int
    private let typeCount: Int
    private let gridMinutes: Int
    private let isLate: [Bool]

    /// Builds tables, rows and blocks for fractional teams.
    ///
    /// - Parameter fractional: Solver of the little programs that say what fractional teams cover; nil for whole teams.
    /// - Throws: What that solver throws.
    package convenience init(
        _ problem: PlanProblem, objective: BoundObjective, form: Form, threads: Int,
        fractional: any IncrementalLPSolver
    ) throws {
        var failure: (any Error)?
        self.init(problem, objective: objective, form: form, threads: threads, isWhole: false) { table, needs, kinds in
            do {
                return try table.fractional(
                    needs: needs, kinds: kinds, types: problem.scenario.agentTypes, solver: fractional)
            } catch {
                failure = error
                return table
            }
        }
        if let failure { throw failure }
    }

    /// Builds tables, rows and blocks for whole teams.
    package convenience init(
        _ problem: PlanProblem, objective: BoundObjective, form: Form, threads: Int, switchedOff: Set<Technique> = []
    ) {
        self.init(
            problem, objective: objective, form: form, threads: threads, isWhole: true, switchedOff: switchedOff
        ) { table, _, _ in table }
    }

    private init(
        _ problem: PlanProblem, objective: BoundObjective, form: Form, threads: Int, isWhole: Bool,
        switchedOff: Set<Technique> = [],
        change: (SlotCostTable, [SlotCostTable.Need], [TeamKind]) -> SlotCostTable
    ) {
        self.objective = objective
        part = nil
        self.isWhole = isWhole
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
        var step = ObjectiveStep(scenario)
        var demand = 0
        for sector in scenario.sectors.indices {
            let requirements = scenario.requirements.filter { $0.sector.value == sector }
            if requirements.isEmpty { continue }
            var needsOfSlot = Array(repeating: [SlotCostTable.Need](), count: slotCount)
            var kindsOfSlot = Array(repeating: [Int](), count: slotCount)
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
                for need in needs { demand += need.teams * need.costPerTeam }
                needsOfSlot[slot] = needs
                kindsOfSlot[slot] = kinds
                let key = TableKey(needs: needs, kinds: kinds)
                if let table = known[key] {
                    tableOfSlot[sector * slotCount + slot] = table
                } else {
                    tableOfSlot[sector * slotCount + slot] = Int32(keys.count)
                    known[key] = Int32(keys.count)
                    keys.append(key)
                }
            }
            step.add(sector: sector, needs: needsOfSlot, kinds: kindsOfSlot)
        }
        // Fractions of a team may cost anything.
        self.step = isWhole ? max(1, step.value) : 1
        self.demand = demand
        let allKeys = keys
        let whole = parallelMap(count: keys.count, threads: threads) { index in
            let key = allKeys[index]
            return SlotCostTable(
                needs: key.needs, kinds: key.kinds.map { scenario.teamKinds[$0] }, types: scenario.agentTypes)
        }
        tables = zip(whole, keys).map { table, key in
            change(table, key.needs, key.kinds.map { scenario.teamKinds[$0] })
        }
        self.tableOfSlot = tableOfSlot

        // Rows and blocks.
        var builder = BlockBuilder(
            problem: problem, tables: tables, tableOfSlot: tableOfSlot, form: form, threads: threads,
            switchedOff: switchedOff)
        builder.build()
        priceCount = builder.priceCount
        blocks = builder.blocks
        groups = builder.groups
        musters = builder.musters
        var isFree = Array(repeating: false, count: builder.priceCount)
        for label in builder.blocks.compactMap(\.label) {
            for price in label.firstPrice..<label.firstPrice + label.count { isFree[price] = true }
        }
        self.isFree = isFree
        var groupOfDuty = Array(
            repeating: Int32(-1), count: axis.dayCount * problem.dutyCount * scenario.agentTypes.count)
        for (number, group) in builder.groups.enumerated() {
            for duty in group.duties {
                groupOfDuty[(group.day * problem.dutyCount + duty) * scenario.agentTypes.count + group.type] = Int32(
                    number)
            }
        }
        self.groupOfDuty = groupOfDuty
    }

    /// A model that asks for the agents of given staffings, one by one, whatever teams they make: half a step towards a roster,
    /// without night blocks and bounds.
    ///
    /// - Parameter staffings: Staffing by block of `model`.
    package init(_ problem: PlanProblem, agentsOf staffings: [Int], in model: CoverModel) {
        let axis = problem.scenario.axis
        let types = problem.scenario.agentTypes.count
        objective = model.objective
        part = nil
        // An agent is a team of one here.
        isWhole = true
        isLate = model.isLate
        gridMinutes = model.gridMinutes
        dutyCount = model.dutyCount
        typeCount = types
        var agents: [Int: [Int]] = [:]
        for group in model.groups {
            for place in group.places {
                let block = model.blocks[place.block]
                let uses = Int(block.uses[staffings[place.block] * block.rowTypes.count + place.row])
                guard uses > 0, let duty = group.duties.first else { continue }
                for stay in problem.dutyDay(duty, day: group.day)?.stays ?? [] where stay.sector == block.sector {
                    for slot in stay.slots {
                        agents[
                            block.sector * axis.slotCount + slot, default: Array(repeating: 0, count: types)
                        ][group.type] += uses
                    }
                }
            }
        }
        var tables: [SlotCostTable] = []
        var tableOfSlot = Array(repeating: Int32(-1), count: model.tableOfSlot.count)
        var demand = 0
        for (slot, counts) in agents.sorted(by: { $0.key < $1.key }) where model.tableOfSlot[slot] >= 0 {
            let table = model.tables[Int(model.tableOfSlot[slot])]
            let useful = zip(counts, table.caps).map { min($0, $1) }
            let position = zip(useful, table.strides).reduce(0) { $0 + $1.0 * Int($1.1) }
            let people = useful.reduce(0, +)
            guard people > 0 else { continue }
            let cost = max(1, Int(table.cost[0] - table.cost[position]) / people)
            tableOfSlot[slot] = Int32(tables.count)
            tables.append(SlotCostTable(agents: useful, costPerAgent: cost))
            demand += cost * people
        }
        self.tables = tables
        self.tableOfSlot = tableOfSlot
        self.demand = demand
        step = 1
        priceCount = 0
        groupOfDuty = []
        groups = []
        musters = []
        blocks = []
        isFree = []
    }

    /// The same model with a part of what its blocks cost.
    ///
    /// - Parameter model: A model without slot forms.
    init(part: ObjectivePart, of model: CoverModel) {
        objective = model.objective
        self.part = part
        isWhole = model.isWhole
        tables = model.tables
        tableOfSlot = model.tableOfSlot
        priceCount = model.priceCount
        groupOfDuty = model.groupOfDuty
        groups = model.groups
        musters = model.musters
        let step = model.step
        blocks = model.blocks.map { block in
            NightBlock(
                block,
                costs: block.costs.map { cost in
                    Int32(step * ((Int(cost) / step + part.number) / part.count))
                })
        }
        isFree = model.isFree
        self.step = step
        demand = model.demand
        dutyCount = model.dutyCount
        typeCount = model.typeCount
        gridMinutes = model.gridMinutes
        isLate = model.isLate
    }

    /// The staffing of each block that leaves least uncovered with the agents of a roster.
    ///
    /// - Parameter lines: Duty by agent and service day.
    package func staffings(of lines: [[Int?]], _ problem: PlanProblem) -> [Int] {
        var agents = blocks.map { Array(repeating: 0, count: $0.rowTypes.count) }
        for (line, agent) in zip(lines, problem.scenario.agents) {
            for (day, duty) in line.enumerated() {
                guard let duty, let group = group(day: day, duty: duty, type: agent.type.value) else { continue }
                for place in groups[group].places { agents[place.block][place.row] += 1 }
            }
        }
        return zip(blocks, agents).map { block, agents in block.best(with: agents) }
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

    /// Group of a duty for a type of agents, if it matters to somebody.
    func group(day: Int, duty: Int, type: Int) -> Int? {
        let group = groupOfDuty[(day * dutyCount + duty) * typeCount + type]
        return group < 0 ? nil : Int(group)
    }

    /// Duty rows that a line of an agent of a type supplies, ascending.
    func rows(of line: LinePricer.PricedLine, type: AgentTypeID) -> [Int32] {
        line.duties.enumerated().compactMap { day, duty in
            duty.flatMap { group(day: day, duty: $0, type: type.value) }.map { groups[$0].price }
        }
    }
}

/// Greatest common divisor; 0 is neutral.
func gcd(_ left: Int, _ right: Int) -> Int { right == 0 ? left : gcd(right, left % right) }
