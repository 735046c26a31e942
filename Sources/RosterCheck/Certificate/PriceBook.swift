import RosterModel

/// Prices of a proof, checked for shape and range, by duty row.
struct PriceBook {
    /// Slot form of one block.
    struct SlotForm {
        /// Price of presence by type of agent and slot of the day; types not listed have price 0.
        let presence: [[Int]]
        /// What a missing team is charged, by requirement of the scenario and slot of the day.
        let missing: [(requirement: Int, charges: [Int])]
    }

    private struct Name: Hashable {
        let type: Int
        let shift: Int
    }

    private let rows: DutyRows
    let groups: GroupBook
    let limits: TeamLimits
    private let axis: TimeAxis
    private var staffings: [[Name: Int]]
    private(set) var slotForms: [SlotForm?]
    private(set) var problems: [ProofProblem] = []
    /// Largest price of a duty row.
    private var dearest = 0

    /// - Parameter cost: Cost of a missing team of a requirement in a slot of the horizon.
    init(_ proof: BoundProof, _ rows: DutyRows, cost: (Int, Int) -> Int) {
        self.rows = rows
        let scenario = rows.scenario
        groups = GroupBook(proof, scenario)
        limits = TeamLimits(proof)
        problems = groups.problems + limits.problems
        axis = scenario.axis
        staffings = Array(repeating: [:], count: rows.blocks.count)
        slotForms = Array(repeating: nil, count: rows.blocks.count)
        if proof.scale < 1 { problems.append(.scale(proof.scale)) }
        if let part = proof.part,
            !(2...ObjectivePart.mostParts).contains(part.count) || !(0..<part.count).contains(part.number)
                || proof.blocks.contains(where: { if case .slots = $0.form { true } else { false } })
        {
            problems.append(.part(part))
        }
        if proof.countedRules.count != scenario.agents.count {
            problems.append(.countedRules(given: proof.countedRules.count, agents: scenario.agents.count))
        }
        var seen: Set<Int> = []
        for block in proof.blocks {
            let day = block.day
            let sector = block.sector
            guard (0..<axis.dayCount).contains(day), scenario.sectors.indices.contains(sector.value) else {
                problems.append(.unknownPosition(day: day, sector: sector))
                continue
            }
            let position = day * scenario.sectors.count + sector.value
            guard seen.insert(position).inserted else {
                problems.append(.duplicate(day: day, sector: sector))
                continue
            }
            switch block.form {
            case .staffings(let prices): read(prices, position, day, sector)
            case .slots(let presence, let missing): read(presence, missing, position, day, sector)
            }
        }
        if isTooLarge(proof, cost) { problems.append(.tooLarge) }
        if problems.isEmpty { checkSlotForms(proof.scale, cost) }
    }

    private mutating func read(_ prices: [DutyPrice], _ position: Int, _ day: Int, _ sector: SectorID) {
        let scenario = rows.scenario
        for price in prices {
            guard scenario.agentTypes.indices.contains(price.type.value),
                scenario.shifts.indices.contains(price.shift.value)
            else {
                problems.append(.unknownPosition(day: day, sector: sector))
                return
            }
            if price.price < 0 { problems.append(.negativePrice(day: day, sector: sector)) }
            let name = Name(type: price.type.value, shift: price.shift.value)
            if staffings[position].updateValue(price.price, forKey: name) != nil {
                problems.append(.duplicate(day: day, sector: sector))
            }
            dearest = max(dearest, price.price)
        }
    }

    private mutating func read(
        _ presence: [AgentTypeID: [Int]], _ missing: [RequirementID: [Int]], _ position: Int, _ day: Int,
        _ sector: SectorID
    ) {
        let scenario = rows.scenario
        let slots = axis.slots(ofDay: day).count
        guard presence.keys.allSatisfy({ scenario.agentTypes.indices.contains($0.value) }),
            missing.keys.allSatisfy({
                scenario.requirements.indices.contains($0.value) && scenario[$0].sector == sector
            })
        else {
            problems.append(.unknownPosition(day: day, sector: sector))
            return
        }
        guard presence.values.allSatisfy({ $0.count == slots }), missing.values.allSatisfy({ $0.count == slots })
        else {
            problems.append(.wrongShape(day: day, sector: sector))
            return
        }
        if presence.values.contains(where: { $0.contains { $0 < 0 } }) {
            problems.append(.negativePrice(day: day, sector: sector))
            return
        }
        for prices in presence.values {
            for price in prices {
                let (product, overflow) = price.multipliedReportingOverflow(by: slots)
                dearest = max(dearest, overflow ? .max : product)
            }
        }
        slotForms[position] = SlotForm(
            presence: scenario.agentTypes.indices.map {
                presence[AgentTypeID($0)] ?? Array(repeating: 0, count: slots)
            },
            missing: missing.sorted { $0.key < $1.key }.map { ($0.key.value, $0.value) })
    }

    /// Whether some sum of the derivation could pass 2^61.
    private mutating func isTooLarge(_ proof: BoundProof, _ cost: (Int, Int) -> Int) -> Bool {
        let scenario = rows.scenario
        var demand = 0
        for (index, requirement) in scenario.requirements.enumerated() {
            for slot in requirement.teams.indices { demand += Int(requirement.teams[slot]) * cost(index, slot) }
        }
        let stays = scenario.shifts.map { max(1, $0.stages.count) }.max() ?? 1
        let duties = (scenario.agents.count + 1) * axis.dayCount * stays
        dearest = max(dearest, groups.dearest)
        let (costs, first) = demand.multipliedReportingOverflow(by: max(1, proof.scale))
        let (prices, second) = dearest.multipliedReportingOverflow(by: duties)
        let (sum, third) = costs.addingReportingOverflow(prices)
        let presences = (scenario.agents.count + 1) * axis.dayCount * max(1, scenario.sectors.count)
        let (all, fourth) = sum.addingReportingOverflow(limits.most(presences: presences))
        let largest = (1 << 61) / max(1, min(ObjectivePart.mostParts, proof.part?.count ?? 1))
        return first || second || third || fourth || all > largest
    }

    /// The inequalities that make the slot form a lower bound.
    private mutating func checkSlotForms(_ scale: Int, _ cost: (Int, Int) -> Int) {
        let scenario = rows.scenario
        for (form, block) in zip(slotForms, rows.blocks) {
            guard let form else { continue }
            let slots = axis.slots(ofDay: block.day)
            for (offset, slot) in slots.enumerated() {
                for (requirement, charges) in form.missing
                where charges[offset] < 0 || charges[offset] > scale * cost(requirement, slot) {
                    problems.append(.missingOutOfRange(requirement: RequirementID(requirement), slot: slot))
                }
                let present = Set(block.rows.filter { $0.slots.contains(offset) }.map(\.type))
                for (index, kind) in scenario.teamKinds.enumerated() where kind.counts(in: block.sector, slot: slot) {
                    let worth = form.missing.reduce(0) {
                        scenario.requirements[$1.requirement].kinds.contains(TeamKindID(index))
                            ? $0 + $1.charges[offset] : $0
                    }
                    // Types of whom nobody can be there have no duty row, so no price either.
                    let places = kind.places.map { place in
                        present.filter { place.accepts(scenario.agentTypes[$0]) }
                            .map { form.presence[$0][offset] }.min().map { ($0, place.count) }
                    }
                    if places.contains(where: { $0 == nil }) { continue }
                    let charged = places.reduce(0) { $0 + ($1.map { $0.0 * $0.1 } ?? 0) }
                    if worth > charged {
                        problems.append(
                            .inequality(kind: TeamKindID(index), sector: block.sector, slot: slot))
                    }
                }
            }
        }
    }

    /// Price that a line is paid for a duty: that of its rows and of its group.
    func price(day: Int, type: Int, duty: LawfulDuties.Duty) -> Int {
        let scenario = rows.scenario
        let ofRows = duty.sectors.reduce(0) { sum, sector in
            let position = day * scenario.sectors.count + sector.value
            return rows.blocks[position].rows.first { $0.type == type && $0.shift == duty.shift }
                .map { sum + price(position, $0) } ?? sum
        }
        let group = group(day: day, type: type, duty: duty)
        // A line that is paid more than it should proves less, never too much.
        return max(0, ofRows + (group.map { groups.groups[$0].price } ?? 0))
    }

    /// Rows of a block with the price of each agent more; rows of one group are one, present wherever one of them is.
    func pricedRows(_ position: Int) -> [NightBlock.Row] {
        let block = rows.blocks[position]
        let terms = groups.label(position)?.terms ?? []
        var result: [NightBlock.Row] = []
        var known: [Int: Int] = [:]
        for row in block.rows {
            let group = group(row, in: block)
            let own = price(position, row)
            if let group, let index = known[group] {
                result[index].slots.formUnion(row.slots)
                result[index].price = min(result[index].price, own)
                continue
            }
            if let group { known[group] = result.count }
            let levels = group.flatMap { group in
                groups.groups[group].presence.first { $0.sector == block.sector }?.levels
            }
            result.append(
                NightBlock.Row(
                    type: row.type, slots: Set(row.slots), price: own, levels: levels ?? [],
                    term: group.flatMap { group in terms.firstIndex { $0.group == group } },
                    group: group.flatMap { isSeen($0, position) ? $0 : nil }))
        }
        return result
    }

    /// Group of a duty row, if any.
    private func group(_ row: DutyRows.Row, in block: DutyRows.Block) -> Int? {
        let isRound = !rows.scenario[row.shift].stages.isEmpty
        return groups.group(
            day: block.day, type: row.type, shift: row.shift, sector: isRound ? nil : block.sector)
    }

    /// Number of sectors whose blocks count agents of a group towards limits, by group.
    ///
    /// Blocks in slot form count nothing.
    func countingSectors() -> [Int] {
        var sectors = Array(repeating: 0, count: groups.groups.count)
        for (position, block) in rows.blocks.enumerated() where slotForms[position] == nil {
            for group in Set(block.rows.compactMap({ group($0, in: block) })) where isSeen(group, position) {
                sectors[group] += 1
            }
        }
        return sectors
    }

    /// Whether the proof names a group where the block looks at presence; elsewhere limits do not count it.
    private func isSeen(_ group: Int, _ position: Int) -> Bool {
        groups.groups[group].presence.contains { $0.sector == rows.blocks[position].sector }
            || groups.label(position)?.terms.contains { $0.group == group } ?? false
    }

    /// Group of a duty of a line, if any.
    func group(day: Int, type: Int, duty: LawfulDuties.Duty) -> Int? {
        let isRound = !rows.scenario[duty.shift].stages.isEmpty
        return groups.group(day: day, type: type, shift: duty.shift, sector: isRound ? nil : duty.sectors.first)
    }

    /// Price of a duty row.
    func price(_ position: Int, _ row: DutyRows.Row) -> Int {
        if let form = slotForms[position] { return row.slots.reduce(0) { $0 + form.presence[row.type][$1] } }
        return staffings[position][Name(type: row.type, shift: row.shift.value)] ?? 0
    }

    /// What the slot form of a block charges: Σ need × charge.
    func slotSum(_ position: Int) -> Int? {
        slotForms[position].map { form in
            let first = axis.slots(ofDay: rows.blocks[position].day).lowerBound
            return form.missing.reduce(0) { sum, entry in
                let teams = rows.scenario.requirements[entry.requirement].teams
                return entry.charges.indices.reduce(sum) { $0 + Int(teams[first + $1]) * entry.charges[$1] }
            }
        }
    }
}
