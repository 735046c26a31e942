import RosterModel

/// The step between the values that an objective can have.
///
/// Neighbouring slots of a sector between which no shift of anybody's menu begins or ends, and nothing changes in the teams
/// asked for and the kinds that count, see the same people, so the same teams are missing in each of them: what counts is what
/// one team costs in all of them together. The step is the greatest common divisor of these sums.
struct ObjectiveStep {
    private let slotCount: Int
    /// Whether a shift begins or ends just before a slot of a sector: `sector * slotCount + slot`.
    private var isEdge: [Bool]
    /// Greatest common divisor of all sums so far; 0 where nothing is needed.
    private(set) var value = 0

    init(_ scenario: Scenario) {
        let axis = scenario.axis
        slotCount = axis.slotCount
        isEdge = Array(repeating: false, count: scenario.sectors.count * axis.slotCount)
        for day in 0..<axis.dayCount { isEdge[axis.slots(ofDay: day).lowerBound] = true }
        for sector in scenario.sectors.indices.dropFirst() {
            isEdge.replaceSubrange(sector * slotCount..<(sector + 1) * slotCount, with: isEdge[..<slotCount])
        }
        for (shift, sectors) in Self.places(scenario) {
            for sector in sectors {
                for day in 0..<axis.dayCount {
                    for stay in scenario[shift].stays(in: sector, day: day, axis: axis) where stay.sector == sector {
                        let slots = axis.slots(inside: stay.minutes)
                        for slot in [slots.lowerBound, slots.upperBound]
                        where !slots.isEmpty && (0..<slotCount).contains(slot) {
                            isEdge[sector.value * slotCount + slot] = true
                        }
                    }
                }
            }
        }
    }

    /// Sectors in which somebody may have a shift, by shift.
    private static func places(_ scenario: Scenario) -> [ShiftID: Set<SectorID>] {
        var places: [ShiftID: Set<SectorID>] = [:]
        for agent in scenario.agents {
            for shift in agent.shifts { places[shift, default: []].formUnion(agent.sectors) }
        }
        for case .work(let shift, let sector) in scenario.pins.map(\.decision) {
            places[shift, default: []].formUnion(sector.map { [$0] } ?? [])
        }
        for (shift, _) in places where !scenario[shift].stages.isEmpty {
            places[shift] = Set(scenario[shift].stages.map(\.sector))
        }
        return places
    }

    /// Takes in what the slots of a sector ask for.
    ///
    /// - Parameters:
    ///   - needs: Needs by slot; empty where nothing is needed.
    ///   - kinds: Kinds that the needs speak of, by slot.
    mutating func add(sector: Int, needs: [[SlotCostTable.Need]], kinds: [[Int]]) {
        var first = 0
        while first < slotCount {
            var sums = needs[first].map(\.costPerTeam)
            var slot = first + 1
            while slot < slotCount, !isEdge[sector * slotCount + slot], kinds[slot] == kinds[first],
                Self.isAlike(needs[slot], needs[first])
            {
                for (position, need) in needs[slot].enumerated() { sums[position] += need.costPerTeam }
                slot += 1
            }
            for sum in sums { value = gcd(value, sum) }
            first = slot
        }
    }

    /// Whether the same teams are asked for, at costs that differ by one factor.
    private static func isAlike(_ left: [SlotCostTable.Need], _ right: [SlotCostTable.Need]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).allSatisfy { one, other in
            one.teams == other.teams && one.kinds == other.kinds
                && one.costPerTeam * right[0].costPerTeam == other.costPerTeam * left[0].costPerTeam
        }
    }
}
