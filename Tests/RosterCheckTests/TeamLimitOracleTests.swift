import RosterCheck
import RosterModel
import TestSupport
import Testing

/// What blocks pay for limits on whole teams, and what lines bring to them, against enumeration.
@Suite struct TeamLimitOracleTests {
    /// A duty as the groups of these tests name it; a round has no sector.
    private struct Name: Hashable {
        let day: Int
        let type: AgentTypeID
        let shift: ShiftID
        let sector: SectorID?
    }

    /// A group without price for each single duty, and random limits on them.
    ///
    /// - Parameter price: Largest price of a limit.
    private static func addLimitsOnDuties(
        to proof: inout BoundProof, _ scenario: Scenario, price: Int, using random: inout SplitMix
    ) {
        for day in 0..<scenario.axis.dayCount {
            for type in scenario.agentTypes.indices {
                for (number, shift) in scenario.shifts.enumerated() {
                    let sectors: [SectorID?] =
                        shift.stages.isEmpty ? scenario.sectors.indices.map { SectorID($0) } : [nil]
                    for sector in sectors {
                        proof.groups.append(
                            DutyGroupPrices(
                                day: day, type: AgentTypeID(type),
                                duties: [.init(shift: ShiftID(number), sector: sector)], price: 0,
                                presence: scenario.sectors.indices.map { .init(sector: SectorID($0), levels: [0]) }))
                    }
                }
            }
        }
        for _ in 0..<random.number(1...3) {
            proof.limits.append(
                TeamLimitPrice(
                    divisor: random.number(2...3),
                    terms: proof.groups.indices.filter { _ in random.chance(70) }.map {
                        TeamLimitPrice.Term(group: $0, weight: random.number(1...3))
                    }, price: random.number(1...price)))
        }
    }

    /// Weight of duties by limit, read off the proof.
    private static func weights(_ proof: BoundProof) -> [[Name: Int]] {
        proof.limits.map { limit in
            Dictionary(
                uniqueKeysWithValues: limit.terms.map { term in
                    let group = proof.groups[term.group]
                    let duty = group.duties[0]
                    return (
                        Name(day: group.day, type: group.type, shift: duty.shift, sector: duty.sector), term.weight
                    )
                })
        }
    }

    /// Name of what an agent works.
    private static func name(_ worked: WorkedShift, _ scenario: Scenario) throws -> Name {
        let shift = try #require(scenario.shifts.firstIndex { $0.id == worked.name })
        return Name(
            day: worked.day, type: scenario[worked.agent].type, shift: ShiftID(shift),
            sector: scenario.shifts[shift].stages.isEmpty ? worked.stages.first?.sector : nil)
    }

    @Test(arguments: 1...80 as ClosedRange<UInt64>)
    func `lines bring the most that any lawful line brings`(seed: UInt64) throws {
        let scenario = RandomTinyScenario(seed: seed).scenario
        // An accepted breach loosens the rules of the dynamic program, so it may find a heavier line.
        if scenario.pins.contains(where: { $0.acceptedReason != nil }) { return }
        var random = SplitMix(seed: seed + 5000)
        var proof = BoundProof(
            objective: .points, bound: 0, scale: 1, blocks: [],
            countedRules: scenario.agents.map { _ in Set(Rule.allCases) })
        Self.addLimitsOnDuties(to: &proof, scenario, price: 1000, using: &random)
        let enumeration = LineEnumeration(scenario)
        let lines = scenario.agents.indices.map { enumeration.lines(of: AgentID($0)) }
        var expected = 0
        for (limit, weights) in zip(proof.limits, Self.weights(proof)) {
            var most = 0
            for lines in lines {
                most +=
                    try lines.lines.map { line in
                        try lines.shifts(line).reduce(0) { sum, worked in
                            let weight = weights[try Self.name(worked, scenario)] ?? 0
                            return sum + weight * Set(worked.stages.map(\.sector)).count
                        }
                    }.max() ?? 0
            }
            expected -= limit.price * (most / limit.divisor)
        }
        let review = CertificateChecker(scenario).review(proof)
        #expect(review.problems.isEmpty)
        #expect(review.limitSum == expected)
    }

    @Test(arguments: 1...80 as ClosedRange<UInt64>)
    func `blocks pay for whole teams exactly`(seed: UInt64) throws {
        let scenario = RandomTinyScenario(seed: seed).scenario
        // Who may be there by an accepted breach is no matter of this test.
        if scenario.pins.contains(where: { $0.acceptedReason != nil }) { return }
        var random = SplitMix(seed: seed + 6000)
        var proof = RandomPrices.staffings(scenario, .points, using: &random)
        Self.addLimitsOnDuties(to: &proof, scenario, price: 12_000 * proof.scale, using: &random)
        let blocks = Blocks(scenario, proof)
        var expected = 0
        for day in 0..<scenario.axis.dayCount {
            for sector in scenario.sectors.indices { expected += try blocks.least(day, SectorID(sector)) }
        }
        let review = CertificateChecker(scenario).review(proof)
        #expect(review.problems.isEmpty && review.inexactBlocks == 0)
        #expect(review.blockSum == expected)
    }

    @Test(arguments: 1...80 as ClosedRange<UInt64>)
    func `blocks cost the parts of an objective exactly`(seed: UInt64) throws {
        let scenario = RandomTinyScenario(seed: seed).scenario
        if scenario.pins.contains(where: { $0.acceptedReason != nil }) { return }
        let checker = CertificateChecker(scenario)
        var random = SplitMix(seed: seed + 7000)
        for count in 2...4 {
            for number in 0..<count {
                var proof = RandomPrices.staffings(scenario, .points, using: &random)
                Self.addLimitsOnDuties(to: &proof, scenario, price: 6000 * proof.scale, using: &random)
                proof.part = ObjectivePart(number: number, count: count)
                let blocks = Blocks(scenario, proof)
                var expected = 0
                for day in 0..<scenario.axis.dayCount {
                    for sector in scenario.sectors.indices { expected += try blocks.least(day, SectorID(sector)) }
                }
                let review = checker.review(proof)
                #expect(review.problems.isEmpty && review.inexactBlocks == 0)
                #expect(review.blockSum == expected, "part \(number) of \(count)")
            }
        }
    }

    /// All staffings of blocks, one agent after another.
    private struct Blocks {
        private static let alone: Set<Rule> = [
            .absence, .allowedSector, .allowedShift, .maximumDay, .amplitude, .nightForbidden, .oneShiftADay,
        ]
        let scenario: Scenario
        let proof: BoundProof
        private let checker: RosterChecker
        private let weights: [[Name: Int]]
        private let step: Int

        init(_ scenario: Scenario, _ proof: BoundProof) {
            self.scenario = scenario
            self.proof = proof
            checker = RosterChecker(scenario)
            weights = TeamLimitOracleTests.weights(proof)
            step = max(1, CertificateChecker(scenario).step(of: proof.objective))
        }

        /// Least cost of a staffing with all that is paid for it.
        func least(_ day: Int, _ sector: SectorID) throws -> Int {
            let duty = Duty(scenario)
            var people: [Int: [Int]] = [:]
            var shifts: [Int: Set<Int>] = [:]
            for agent in scenario.agents.indices {
                for shift in scenario.shifts.indices {
                    let worked = duty(agent, day, ShiftID(shift), sector)
                    guard worked.stages.contains(where: { $0.sector == sector }) else { continue }
                    let breaks = checker.violationsButMinimum(of: AgentID(agent), working: [worked])
                    guard !breaks.contains(where: { Self.alone.contains($0.rule) }) else { continue }
                    let type = scenario.agents[agent].type.value
                    if people[type]?.last != agent { people[type, default: []].append(agent) }
                    shifts[type, default: []].insert(shift)
                }
            }
            var staffings: [[WorkedShift]] = []
            // Agents of a type take shifts in no particular order: only how many matters.
            func visit(_ left: ArraySlice<(key: Int, value: [Int])>, _ used: Int, _ from: Int, _ chosen: [WorkedShift])
            {
                guard let group = left.first else {
                    staffings.append(chosen)
                    return
                }
                visit(left.dropFirst(), 0, 0, chosen)
                guard used < group.value.count else { return }
                for shift in (shifts[group.key] ?? []).sorted() where shift >= from {
                    visit(left, used + 1, shift, chosen + [duty(group.value[used], day, ShiftID(shift), sector)])
                }
            }
            visit(people.sorted { $0.key < $1.key }[...], 0, 0, [])
            return try #require(try staffings.map { try cost($0, day, sector) }.min())
        }

        private func cost(_ staffing: [WorkedShift], _ day: Int, _ sector: SectorID) throws -> Int {
            let report = checker.coverage(of: Roster(shifts: staffing))
            var cost = 0
            for (index, requirement) in scenario.requirements.enumerated() where requirement.sector == sector {
                for slot in scenario.axis.slots(ofDay: day) {
                    cost += proof.scale * Int(report.missing[index][slot]) * Int(requirement.pointsPerTeam[slot])
                }
            }
            if let part = proof.part {
                let unit = step * proof.scale
                // Each full round of `count` steps counts one, the last one from `count` − `number` steps on.
                cost =
                    unit * (cost / unit / part.count + (cost / unit % part.count + part.number >= part.count ? 1 : 0))
            }
            let names = try staffing.map { try TeamLimitOracleTests.name($0, scenario) }
            for block in proof.blocks where block.day == day && block.sector == sector {
                guard case .staffings(let rows) = block.form else { continue }
                for name in names {
                    cost += rows.first { $0.type == name.type && $0.shift == name.shift }?.price ?? 0
                }
            }
            for (limit, weights) in zip(proof.limits, weights) {
                cost += limit.price * (names.reduce(0) { $0 + (weights[$1] ?? 0) } / limit.divisor)
            }
            return cost
        }
    }
}
