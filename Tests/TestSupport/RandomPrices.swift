public import RosterModel

/// Random prices: any that are not negative must prove a valid bound.
public enum RandomPrices {
    /// Prices in the form of staffings; some rows and blocks have none.
    ///
    /// - Parameter counted: Counted rules for all agents; some random ones when nil.
    public static func staffings(
        _ scenario: Scenario, _ objective: BoundObjective, counted: Set<Rule>? = nil, using random: inout SplitMix
    ) -> BoundProof {
        let scale = random.pick([1, 7, 64])
        let top = (objective == .points ? 12_000 : 120) * scale
        var blocks: [BlockPrices] = []
        for (day, sector) in places(scenario) where !random.chance(15) {
            var prices: [DutyPrice] = []
            for type in scenario.agentTypes.indices {
                for shift in scenario.shifts.indices where !random.chance(20) {
                    prices.append(
                        DutyPrice(
                            type: AgentTypeID(type), shift: ShiftID(shift),
                            price: random.number(0...top * random.pick([1, 1, 4]))))
                }
            }
            blocks.append(BlockPrices(day: day, sector: sector, form: .staffings(prices)))
        }
        return proof(scenario, objective, scale, blocks, counted, &random)
    }

    /// Prices in the form of slots that satisfy its inequalities.
    public static func slots(
        _ scenario: Scenario, _ objective: BoundObjective, counted: Set<Rule>? = nil, using random: inout SplitMix
    ) -> BoundProof {
        let scale = random.pick([1, 7, 64])
        let late = scenario.slots(in: scenario.lateWindow)
        var blocks: [BlockPrices] = []
        for (day, sector) in places(scenario) where !random.chance(15) {
            let slots = scenario.axis.slots(ofDay: day)
            let size = slots.count
            var presence = scenario.agentTypes.indices.map { _ in Array(repeating: 0, count: size) }
            var missing: [RequirementID: [Int]] = [:]
            for (offset, slot) in slots.enumerated() {
                for type in presence.indices where random.chance(80) {
                    presence[type][offset] = random.number(0...(objective == .points ? 6000 : 40) * scale)
                }
                // What is left of each kind's worth, given to one requirement after another.
                var left = scenario.teamKinds.map { kind -> Int in
                    guard kind.counts(in: sector, slot: slot) else { return .max }
                    return kind.places.reduce(0) { sum, place in
                        let accepted = presence.indices.filter { place.accepts(scenario.agentTypes[$0]) }
                        return sum + place.count * (accepted.map { presence[$0][offset] }.min() ?? 0)
                    }
                }
                for (index, requirement) in scenario.requirements.enumerated() where requirement.sector == sector {
                    let cost =
                        objective == .points
                        ? Int(requirement.pointsPerTeam[slot]) : late[slot] ? scenario.axis.gridMinutes : 0
                    var charge = cost * scale
                    for kind in requirement.kinds { charge = min(charge, left[kind.value]) }
                    charge = random.chance(70) ? charge : charge / 2
                    for kind in requirement.kinds where left[kind.value] != .max { left[kind.value] -= charge }
                    missing[RequirementID(index), default: Array(repeating: 0, count: size)][offset] = charge
                }
            }
            let listed = Dictionary(
                uniqueKeysWithValues: presence.indices.map { (AgentTypeID($0), presence[$0]) })
            blocks.append(BlockPrices(day: day, sector: sector, form: .slots(presence: listed, missing: missing)))
        }
        return proof(scenario, objective, scale, blocks, counted, &random)
    }

    /// Prices in the form of staffings or slots with random duty groups, presence by agent, and combinations on top.
    public static func musters(
        _ scenario: Scenario, _ objective: BoundObjective, counted: Set<Rule>? = nil, using random: inout SplitMix
    ) -> BoundProof {
        var proof =
            random.chance(70)
            ? staffings(scenario, objective, counted: counted, using: &random)
            : slots(scenario, objective, counted: counted, using: &random)
        if random.chance(50) { proof.blocks.removeAll { _ in random.chance(60) } }
        let top = (objective == .points ? 12_000 : 120) * proof.scale
        for day in 0..<scenario.axis.dayCount {
            for type in scenario.agentTypes.indices where !random.chance(10) {
                var groups: [[DutyGroupPrices.Duty]] = []
                for (number, shift) in scenario.shifts.enumerated() {
                    let sectors: [SectorID?] =
                        shift.stages.isEmpty ? scenario.sectors.indices.map { SectorID($0) } : [nil]
                    for sector in sectors where !random.chance(15) {
                        let duty = DutyGroupPrices.Duty(shift: ShiftID(number), sector: sector)
                        if groups.isEmpty || random.chance(60) {
                            groups.append([duty])
                        } else {
                            groups[random.number(0...groups.count - 1)].append(duty)
                        }
                    }
                }
                for duties in groups {
                    let sectors = scenario.sectors.indices.filter { _ in random.chance(50) }
                    proof.groups.append(
                        DutyGroupPrices(
                            day: day, type: AgentTypeID(type), duties: duties,
                            price: random.number(-top / 4...top),
                            presence: sectors.map { sector in
                                DutyGroupPrices.Presence(
                                    sector: SectorID(sector),
                                    levels: (0..<random.number(0...3)).map { _ in random.number(0...top) })
                            }))
                }
            }
            let ofDay = proof.groups.indices.filter { proof.groups[$0].day == day }
            for sector in scenario.sectors.indices where !ofDay.isEmpty && random.chance(60) {
                let shown = Set((0..<random.number(1...2)).map { _ in random.pick(ofDay) }).sorted()
                let terms = shown.map { RoundPrices.Term(group: $0, most: random.number(1...2)) }
                let count = terms.reduce(1) { $0 * ($1.most + 1) }
                proof.rounds.append(
                    RoundPrices(
                        day: day, sector: SectorID(sector), terms: terms,
                        prices: (0..<count).map { _ in random.number(-top...2 * top) }))
            }
        }
        return proof
    }

    /// Musters with random limits on whole teams.
    public static func limits(
        _ scenario: Scenario, _ objective: BoundObjective, counted: Set<Rule>? = nil, using random: inout SplitMix
    ) -> BoundProof {
        var proof = musters(scenario, objective, counted: counted, using: &random)
        let top = (objective == .points ? 12_000 : 120) * proof.scale
        for _ in 0..<random.number(1...3) {
            proof.limits.append(
                TeamLimitPrice(
                    divisor: random.number(2...3),
                    terms: proof.groups.indices.filter { _ in random.chance(60) }.map {
                        TeamLimitPrice.Term(group: $0, weight: random.number(1...3))
                    }, price: random.number(0...2 * top)))
        }
        return proof
    }

    private static func places(_ scenario: Scenario) -> [(Int, SectorID)] {
        (0..<scenario.axis.dayCount).flatMap { day in scenario.sectors.indices.map { (day, SectorID($0)) } }
    }

    private static func proof(
        _ scenario: Scenario, _ objective: BoundObjective, _ scale: Int, _ blocks: [BlockPrices],
        _ counted: Set<Rule>?, _ random: inout SplitMix
    ) -> BoundProof {
        let rules = scenario.agents.map { _ in
            counted ?? (random.chance(60) ? Set(Rule.allCases) : Set(Rule.allCases.filter { _ in random.chance(60) }))
        }
        return BoundProof(objective: objective, bound: 0, scale: scale, blocks: blocks, countedRules: rules)
    }
}
