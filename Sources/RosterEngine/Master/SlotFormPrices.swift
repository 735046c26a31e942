import RosterModel

/// Prices of one segment of the slot form, spread over its slots, with the largest prices of missing teams that they allow.
///
/// In each slot, `missing[r] ≤ scale × cost of a missing team of r`, and for every kind the sum of `missing` over the
/// requirements that accept it is at most the price of one team: Σ over places of count × least presence price of the types
/// accepted. The block then costs at least Σ need × missing.
struct SlotFormPrices {
    /// Presence price by slot of the segment and row of the block.
    let presence: [[Int]]
    /// Price of a missing team by slot of the segment and requirement of the scenario.
    let missing: [[RequirementID: Int]]
    /// Σ need × missing, in price units.
    let value: Int

    init(block: NightBlock, prices: [Int32], scale: Int, problem: PlanProblem, model: CoverModel) {
        let scenario = problem.scenario
        let sector = SectorID(block.sector)
        let slotCount = scenario.axis.slotCount
        let weights = block.segment.map { slot -> Int in
            let table = model.tableOfSlot[block.sector * slotCount + slot]
            return table < 0 ? 0 : Int(model.tables[Int(table)].cost[0])
        }
        let totalWeight = max(1, weights.reduce(0, +))
        // Cumulative rounding: the parts of each row's price sum to it exactly.
        var running = 0
        var shares: [[Int]] = []
        for weight in weights {
            let before = running
            running += weight
            shares.append(
                block.rowTypes.indices.map { row in
                    let price = Int(prices[block.firstPrice + row])
                    return price * running / totalWeight - price * before / totalWeight
                })
        }
        presence = shares

        let requirements = scenario.requirements.indices.filter { scenario.requirements[$0].sector == sector }
        var missing: [[RequirementID: Int]] = []
        var value = 0
        for (offset, slot) in block.segment.enumerated() {
            let active = requirements.filter { scenario.requirements[$0].teams[slot] > 0 }
            let limit = active.map { scale * model.costPerTeam(scenario.requirements[$0], slot: slot) }
            // Price of one team of each kind; a place that nobody in the block can take makes the kind impossible.
            let kinds = scenario.teamKinds.indices.filter { scenario.teamKinds[$0].counts(in: sector, slot: slot) }
            let room = kinds.map { kind -> Int? in
                var sum = 0
                for place in scenario.teamKinds[kind].places {
                    let accepted = block.rowTypes.indices.filter {
                        place.accepts(scenario.agentTypes[block.rowTypes[$0]])
                    }
                    guard let least = accepted.map({ shares[offset][$0] }).min() else { return nil }
                    sum += place.count * least
                }
                return sum
            }
            let best = Self.largest(
                limits: limit,
                needs: active.map { Int(scenario.requirements[$0].teams[slot]) },
                rooms: kinds.indices.compactMap { position in
                    room[position].map { room in
                        (
                            room: room,
                            members: active.indices.filter {
                                scenario.requirements[active[$0]].kinds.contains(TeamKindID(kinds[position]))
                            }
                        )
                    }
                })
            value += best.value
            var prices: [RequirementID: Int] = [:]
            for (position, number) in active.enumerated() { prices[RequirementID(number)] = best.prices[position] }
            missing.append(prices)
        }
        self.missing = missing
        self.value = value
    }

    /// Raises the prices one after the other as far as the rooms allow, in every order of up to five requirements (in the
    /// given order beyond), and keeps the best. Any result is valid; for one requirement it is the optimum.
    private static func largest(
        limits: [Int], needs: [Int], rooms: [(room: Int, members: [Int])]
    ) -> (prices: [Int], value: Int) {
        var best = (prices: Array(repeating: 0, count: limits.count), value: -1)
        for order in permutations(limits.count) {
            var prices = Array(repeating: 0, count: limits.count)
            for position in order {
                let free = rooms.filter { $0.members.contains(position) }
                    .map { room in room.room - room.members.reduce(0) { $0 + prices[$1] } }.min()
                prices[position] = max(0, min(limits[position], free ?? Int.max))
            }
            let value = zip(prices, needs).reduce(0) { $0 + $1.0 * $1.1 }
            if value > best.value { best = (prices, value) }
        }
        return best
    }

    private static func permutations(_ count: Int) -> [[Int]] {
        guard count > 0, count <= 5 else { return [Array(0..<count)] }
        var result: [[Int]] = [[]]
        for item in 0..<count {
            result = result.flatMap { list in
                (0...list.count).map { place in
                    var longer = list
                    longer.insert(item, at: place)
                    return longer
                }
            }
        }
        return result
    }
}
