package import RosterModel

/// Writes prices down as a ``BoundProof``.
package struct ProofBuilder {
    private let problem: PlanProblem
    private let model: CoverModel

    /// Prepares a builder for points of this model.
    package init(problem: PlanProblem, model: CoverModel) {
        self.problem = problem
        self.model = model
    }

    /// The proof of a point of the dual.
    package func proof(_ point: DualPoint) -> BoundProof {
        let scenario = problem.scenario
        var prices: [BlockPrices] = []
        // Duty rows of whole staffings, by block.
        var rowBlock = Array(repeating: -1, count: model.rowCount)
        for (number, block) in model.blocks.enumerated() {
            for row in block.rows { rowBlock[row] = number }
        }
        var listed: [Int: [DutyPrice]] = [:]
        for day in 0..<scenario.axis.dayCount {
            for (number, duty) in problem.duties.enumerated() {
                for type in scenario.agentTypes.indices {
                    for row in model.rows(day: day, duty: number, type: type) {
                        let block = rowBlock[Int(row)]
                        let price = Int(point.prices[Int(row)])
                        guard price > 0, !model.blocks[block].isSlotForm else { continue }
                        listed[block, default: []].append(
                            DutyPrice(type: AgentTypeID(type), shift: duty.shift, price: price))
                    }
                }
            }
        }
        var slotForms: [SlotKey: (presence: [AgentTypeID: [Int]], missing: [RequirementID: [Int]])] = [:]
        for (number, block) in model.blocks.enumerated() {
            if block.isSlotForm {
                let key = SlotKey(day: block.day, sector: block.sector)
                if slotForms[key] == nil { slotForms[key] = emptySlotForm(key) }
                add(block, point: point, to: &slotForms[key, default: ([:], [:])])
            } else if let duties = listed[number] {
                prices.append(
                    BlockPrices(day: block.day, sector: SectorID(block.sector), form: .staffings(duties)))
            }
        }
        for key in slotForms.keys.sorted(by: { ($0.day, $0.sector) < ($1.day, $1.sector) }) {
            guard let form = slotForms[key] else { continue }
            prices.append(
                BlockPrices(
                    day: key.day, sector: SectorID(key.sector),
                    form: .slots(presence: form.presence, missing: form.missing)))
        }
        var rules = Array(repeating: Set<Rule>(), count: scenario.agents.count)
        for agents in problem.classes {
            for agent in agents.agents { rules[agent.value] = agents.countedRules }
        }
        return BoundProof(
            objective: model.objective, bound: point.bound, scale: point.scale, blocks: prices, countedRules: rules)
    }

    private struct SlotKey: Hashable {
        let day: Int
        let sector: Int
    }

    /// Types that nobody brings into a slot are priced out of reach, so that no team can be made of them.
    private func emptySlotForm(
        _ key: SlotKey
    ) -> (presence: [AgentTypeID: [Int]], missing: [RequirementID: [Int]]) {
        let scenario = problem.scenario
        let slots = scenario.axis.slots(ofDay: key.day)
        var presence: [AgentTypeID: [Int]] = [:]
        for type in scenario.agentTypes.indices {
            presence[AgentTypeID(type)] = Array(repeating: 0, count: slots.count)
        }
        var missing: [RequirementID: [Int]] = [:]
        for (number, requirement) in scenario.requirements.enumerated() where requirement.sector.value == key.sector {
            missing[RequirementID(number)] = Array(repeating: 0, count: slots.count)
        }
        return (presence, missing)
    }

    private func add(
        _ block: NightBlock, point: DualPoint,
        to form: inout (presence: [AgentTypeID: [Int]], missing: [RequirementID: [Int]])
    ) {
        let scenario = problem.scenario
        let first = scenario.axis.slots(ofDay: block.day).lowerBound
        let prices = SlotFormPrices(
            block: block, prices: point.prices, scale: point.scale, problem: problem, model: model)
        let present = Set(block.rowTypes)
        for (offset, slot) in block.segment.enumerated() {
            let table = model.tableOfSlot[block.sector * scenario.axis.slotCount + slot]
            let outOfReach = table < 0 ? 0 : Int(model.tables[Int(table)].cost[0]) * point.scale
            for type in scenario.agentTypes.indices
            where !present.contains(type) && table >= 0 && model.tables[Int(table)].caps[type] > 0 {
                form.presence[AgentTypeID(type)]?[slot - first] = outOfReach
            }
            for (position, type) in block.rowTypes.enumerated() {
                form.presence[AgentTypeID(type)]?[slot - first] = prices.presence[offset][position]
            }
            for (requirement, price) in prices.missing[offset] { form.missing[requirement]?[slot - first] = price }
        }
    }
}
