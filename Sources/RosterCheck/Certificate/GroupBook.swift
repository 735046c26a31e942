import RosterModel

/// Duty groups of a proof and their prices, checked for shape and range.
struct GroupBook {
    /// What a sector's night pays for combinations of groups.
    struct Label: Sendable {
        let terms: [RoundPrices.Term]
        let prices: [Int]

        /// Least price of a combination with no fewer agents, by combination.
        var leastAbove: [Int] {
            var least = prices
            var step = 1
            for term in terms {
                for position in prices.indices.reversed() where position / step % (term.most + 1) < term.most {
                    least[position] = min(least[position], least[position + step])
                }
                step *= term.most + 1
            }
            return least
        }
    }

    private struct Name: Hashable {
        let day: Int
        let type: Int
        let shift: Int
        let sector: Int?
    }

    /// Most combinations of one night that are looked at.
    static let mostCombinations = 200_000

    let groups: [DutyGroupPrices]
    /// By service day and sector.
    private(set) var labels: [Int: Label] = [:]
    private(set) var problems: [ProofProblem] = []
    /// Largest absolute price of an agent or a combination.
    private(set) var dearest = 0
    private var positions: [Name: Int] = [:]
    private let sectors: Int

    init(_ proof: BoundProof, _ scenario: Scenario) {
        groups = proof.groups
        sectors = scenario.sectors.count
        for (number, group) in proof.groups.enumerated() { read(group, number, scenario) }
        if problems.isEmpty { for rounds in proof.rounds { read(rounds, scenario) } }
    }

    private mutating func read(_ group: DutyGroupPrices, _ number: Int, _ scenario: Scenario) {
        guard (0..<scenario.axis.dayCount).contains(group.day),
            scenario.agentTypes.indices.contains(group.type.value),
            group.duties.allSatisfy({ duty in
                scenario.shifts.indices.contains(duty.shift.value)
                    && duty.sector.map { scenario.sectors.indices.contains($0.value) } ?? true
                    && (duty.sector == nil) == !scenario[duty.shift].stages.isEmpty
            }), group.presence.allSatisfy({ scenario.sectors.indices.contains($0.sector.value) })
        else {
            problems.append(.unknownGroup(number))
            return
        }
        for duty in group.duties {
            let name = Name(
                day: group.day, type: group.type.value, shift: duty.shift.value, sector: duty.sector?.value)
            if positions.updateValue(number, forKey: name) != nil { problems.append(.duplicateGroup(number)) }
        }
        if Set(group.presence.map(\.sector)).count < group.presence.count { problems.append(.duplicateGroup(number)) }
        if group.presence.contains(where: { $0.levels.contains { $0 < 0 } }) {
            problems.append(.negativeGroupPrice(number))
        }
        var sum = group.price.magnitude
        for price in group.presence.flatMap(\.levels) {
            let (next, overflow) = sum.addingReportingOverflow(price.magnitude)
            sum = overflow ? .max : next
        }
        dearest = max(dearest, Int(clamping: sum))
    }

    private mutating func read(_ rounds: RoundPrices, _ scenario: Scenario) {
        let (day, sector) = (rounds.day, rounds.sector)
        guard (0..<scenario.axis.dayCount).contains(day), scenario.sectors.indices.contains(sector.value),
            rounds.terms.allSatisfy({ groups.indices.contains($0.group) && groups[$0.group].day == day })
        else {
            problems.append(.unknownPosition(day: day, sector: sector))
            return
        }
        var count = 1
        for term in rounds.terms {
            guard (1...Self.mostCombinations).contains(term.most), count * (term.most + 1) <= Self.mostCombinations
            else {
                problems.append(.wrongShape(day: day, sector: sector))
                return
            }
            count *= term.most + 1
        }
        guard rounds.prices.count == count, Set(rounds.terms.map(\.group)).count == rounds.terms.count else {
            problems.append(.wrongShape(day: day, sector: sector))
            return
        }
        let label = Label(terms: rounds.terms, prices: rounds.prices)
        if labels.updateValue(label, forKey: day * sectors + sector.value) != nil {
            problems.append(.duplicate(day: day, sector: sector))
        }
        dearest = max(dearest, rounds.prices.reduce(0) { max($0, Int(clamping: $1.magnitude)) })
    }

    /// Group of a duty, if any.
    ///
    /// - Parameter sector: Nil for a round.
    func group(day: Int, type: Int, shift: ShiftID, sector: SectorID?) -> Int? {
        positions[Name(day: day, type: type, shift: shift.value, sector: sector?.value)]
    }

    /// Label of a sector's night, by its position in the duty rows.
    func label(_ position: Int) -> Label? { labels[position] }
}
