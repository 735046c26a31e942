import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Bounds, cheapest lines and cheapest staffings against enumeration on random tiny scenarios.
@Suite struct BoundOracleTests {
    #if DEBUG
        /// A debug build is so slow that it takes every tenth draw only.
        private let stride: Int = 10
    #else
        private let stride: Int = 1
    #endif

    @Test(arguments: 0..<5)
    func `any prices prove a bound that no roster beats`(part: Int) {
        for seed in Swift.stride(from: UInt64(part * 50 + 1), through: UInt64(part * 50 + 50), by: stride) {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let optimum = BruteForce.optimum(scenario)
            let checker = CertificateChecker(scenario)
            var random = SplitMix(seed: seed + 1000)
            for objective in BoundObjective.allCases {
                let truth = objective == .points ? optimum.points : optimum.lateMinutes
                for _ in 0..<3 {
                    for proof in [
                        RandomPrices.staffings(scenario, objective, using: &random),
                        RandomPrices.slots(scenario, objective, using: &random),
                        RandomPrices.musters(scenario, objective, using: &random),
                        RandomPrices.musters(scenario, objective, using: &random),
                        RandomPrices.limits(scenario, objective, using: &random),
                        RandomPrices.limits(scenario, objective, using: &random),
                    ] {
                        let review = checker.review(proof)
                        #expect(review.problems.isEmpty, "seed \(seed)")
                        #expect(review.derived ?? .max <= truth, "seed \(seed), \(objective)")
                    }
                }
            }
        }
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `the parts of an objective together prove a bound that no roster beats`(seed: UInt64) {
        let scenario = RandomTinyScenario(seed: seed).scenario
        let optimum = BruteForce.optimum(scenario)
        let checker = CertificateChecker(scenario)
        var random = SplitMix(seed: seed + 2000)
        for objective in BoundObjective.allCases {
            let truth = objective == .points ? optimum.points : optimum.lateMinutes
            for count in [2, 3, ObjectivePart.mostParts] {
                let proofs = (0..<count).map { number in
                    var proof =
                        random.chance(50)
                        ? RandomPrices.staffings(scenario, objective, using: &random)
                        : RandomPrices.limits(scenario, objective, using: &random)
                    proof.blocks.removeAll { if case .slots = $0.form { true } else { false } }
                    proof.part = ObjectivePart(number: number, count: count)
                    return proof
                }
                let reviews = proofs.map { checker.review($0) }
                #expect(reviews.allSatisfy { $0.problems.isEmpty })
                let bound = BoundClaim.derived(objective, from: reviews)
                #expect(bound ?? .max <= truth, "\(objective) in \(count) parts")
            }
        }
    }

    /// Price of what a line does, read off the proof.
    private func prices(_ proof: BoundProof) -> (WorkedShift, Scenario) -> Int {
        struct Row: Hashable {
            let day: Int
            let sector: SectorID
            let type: AgentTypeID
            let shift: ShiftID
        }
        var prices: [Row: Int] = [:]
        for block in proof.blocks {
            guard case .staffings(let rows) = block.form else { continue }
            for row in rows {
                prices[Row(day: block.day, sector: block.sector, type: row.type, shift: row.shift)] = row.price
            }
        }
        return { shift, scenario in
            guard let id = scenario.shifts.firstIndex(where: { $0.id == shift.name }) else { return 0 }
            return Set(shift.stages.map(\.sector)).reduce(0) {
                $0
                    + (prices[
                        Row(day: shift.day, sector: $1, type: scenario[shift.agent].type, shift: ShiftID(id))] ?? 0)
            }
        }
    }

    @Test(arguments: 0..<4)
    func `the cheapest line is that of all lawful lines`(part: Int) {
        for seed in Swift.stride(from: UInt64(part * 75 + 1), through: UInt64(part * 75 + 75), by: stride) {
            let scenario = RandomTinyScenario(seed: seed).scenario
            // An accepted breach loosens the rules of the dynamic program, so it may find a cheaper line.
            if scenario.pins.contains(where: { $0.acceptedReason != nil }) { continue }
            let enumeration = LineEnumeration(scenario)
            var random = SplitMix(seed: seed + 2000)
            let proofs = (0..<4).map { _ in
                RandomPrices.staffings(scenario, .points, counted: Set(Rule.allCases), using: &random)
            }
            let lines = scenario.agents.indices.map { enumeration.lines(of: AgentID($0)) }
            let checker = CertificateChecker(scenario)
            for proof in proofs {
                let price = prices(proof)
                var expected = 0
                for lines in lines {
                    expected +=
                        lines.lines.map { line in
                            -lines.shifts(line).reduce(0) { $0 + price($1, scenario) }
                        }.min() ?? 0
                }
                let review = checker.review(proof)
                #expect(review.lineSum == expected, "seed \(seed)")
                #expect(review.inexactLines == 0)
            }
        }
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `blocks are minimised exactly`(seed: UInt64) {
        guard Int(seed) % stride == 0 else { return }
        let scenario = RandomTinyScenario(seed: seed).scenario
        var random = SplitMix(seed: seed + 3000)
        let proof = RandomPrices.staffings(scenario, .points, using: &random)
        let price = prices(proof)
        let duty = Duty(scenario)
        let checker = RosterChecker(scenario)
        let alone: Set<Rule> = [
            .absence, .allowedSector, .allowedShift, .maximumDay, .amplitude, .nightForbidden, .oneShiftADay,
        ]
        var expected = 0
        for day in 0..<scenario.axis.dayCount {
            for sector in scenario.sectors.indices.map({ SectorID($0) }) {
                // Who may be there, and on which shifts, by type.
                var people: [Int: [Int]] = [:]
                var shifts: [Int: Set<Int>] = [:]
                for agent in scenario.agents.indices {
                    for shift in scenario.shifts.indices {
                        let worked = duty(agent, day, ShiftID(shift), sector)
                        guard worked.stages.contains(where: { $0.sector == sector }) else { continue }
                        let isPinned = scenario.pins.contains {
                            guard case .work(let id, let place) = $0.decision else { return false }
                            return $0.agent.value == agent && $0.day == day && $0.acceptedReason != nil
                                && id.value == shift && (place == nil || place == sector || worked.stages.count > 1)
                        }
                        let breaks = checker.violationsButMinimum(of: AgentID(agent), working: [worked])
                        guard isPinned || !breaks.contains(where: { alone.contains($0.rule) }) else { continue }
                        let type = scenario.agents[agent].type.value
                        if people[type]?.last != agent { people[type, default: []].append(agent) }
                        shifts[type, default: []].insert(shift)
                    }
                }
                // Agents of a type take shifts in no particular order: only how many matters.
                var best = Int.max
                func visit(
                    _ left: ArraySlice<(type: Int, agents: [Int])>, _ used: Int, _ least: Int, _ chosen: [WorkedShift]
                ) {
                    guard let group = left.first else {
                        let report = checker.coverage(of: Roster(shifts: chosen))
                        var cost = 0
                        for (index, requirement) in scenario.requirements.enumerated()
                        where requirement.sector == sector {
                            for slot in scenario.axis.slots(ofDay: day) {
                                cost += Int(report.missing[index][slot]) * Int(requirement.pointsPerTeam[slot])
                            }
                        }
                        let paid = chosen.reduce(0) { sum, shift in
                            let here = WorkedShift(
                                agent: shift.agent, day: day, name: shift.name, minutes: shift.minutes,
                                breakMinutes: shift.breakMinutes,
                                stages: shift.stages.filter { $0.sector == sector })
                            return sum + price(here, scenario)
                        }
                        best = min(best, proof.scale * cost + paid)
                        return
                    }
                    visit(left.dropFirst(), 0, 0, chosen)
                    guard used < group.agents.count else { return }
                    for shift in (shifts[group.type] ?? []).sorted() where shift >= least {
                        visit(left, used + 1, shift, chosen + [duty(group.agents[used], day, ShiftID(shift), sector)])
                    }
                }
                visit(people.sorted { $0.key < $1.key }.map { (type: $0.key, agents: $0.value) }[...], 0, 0, [])
                expected += best
            }
        }
        let review = CertificateChecker(scenario).review(proof)
        #expect(review.blockSum == expected)
        #expect(review.inexactBlocks == 0)
    }
}
