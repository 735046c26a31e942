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
        func price(_ row: Int32) -> Int { Int(point.prices[Int(row)]) }
        // What the slot form pays for an agent is part of its own prices.
        let groups = model.groups.map { group in
            let slotForm = group.places.filter { model.blocks[$0.block].isSlotForm }
            return DutyGroupPrices(
                day: group.day, type: AgentTypeID(group.type),
                duties: group.duties.map {
                    DutyGroupPrices.Duty(shift: problem.duties[$0].shift, sector: problem.duties[$0].sector)
                },
                price: price(group.price) - slotForm.reduce(0) { $0 + ($1.levels.first.map(price) ?? 0) },
                presence: group.places.filter { !model.blocks[$0.block].isSlotForm && !$0.levels.isEmpty }.map {
                    DutyGroupPrices.Presence(
                        sector: SectorID(model.blocks[$0.block].sector), levels: $0.levels.map(price))
                })
        }
        // Groups that each label shows, in the order of its rows.
        var shown: [Int: [Int: Int]] = [:]
        for (number, group) in model.groups.enumerated() {
            for place in group.places where model.blocks[place.block].label?.rows.contains(place.row) ?? false {
                shown[place.block, default: [:]][place.row] = number
            }
        }
        let rounds = model.blocks.enumerated().compactMap { number, block in
            block.label.map { label in
                RoundPrices(
                    day: block.day, sector: SectorID(block.sector),
                    terms: zip(label.rows, label.most).map { row, most in
                        RoundPrices.Term(group: shown[number]?[row] ?? 0, most: most)
                    }.filter { $0.most > 0 },
                    prices: (0..<label.count).map { Int(point.prices[label.firstPrice + $0]) })
            }
        }
        let limits = zip(point.cuts, point.prices.dropFirst(model.priceCount)).filter { $0.1 > 0 }.map { cut, price in
            TeamLimitPrice(
                divisor: cut.divisor,
                terms: cut.groups.map { TeamLimitPrice.Term(group: $0, weight: 1) },
                price: Int(price))
        }
        var prices: [BlockPrices] = []
        var slotForms: [SlotKey: (presence: [AgentTypeID: [Int]], missing: [RequirementID: [Int]])] = [:]
        for block in model.blocks where block.isSlotForm {
            let key = SlotKey(day: block.day, sector: block.sector)
            if slotForms[key] == nil { slotForms[key] = emptySlotForm(key) }
            add(block, point: point, to: &slotForms[key, default: ([:], [:])])
        }
        for key in slotForms.keys.sorted(by: { ($0.day, $0.sector) < ($1.day, $1.sector) }) {
            guard let form = slotForms[key] else { continue }
            prices.append(
                BlockPrices(
                    day: key.day, sector: SectorID(key.sector),
                    form: .slots(presence: form.presence, missing: form.missing)))
        }
        return BoundProof(
            objective: model.objective, part: model.part, bound: point.bound, scale: point.scale, blocks: prices,
            groups: groups,
            rounds: rounds, limits: limits, countedRules: problem.countedRules)
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
