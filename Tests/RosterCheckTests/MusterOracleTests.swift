import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Cheapest musters against enumeration.
@Suite struct MusterOracleTests {
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `musters are minimised exactly`(seed: UInt64) {
        let scenario = RandomTinyScenario(seed: seed).scenario
        var random = SplitMix(seed: seed + 4000)
        let proof = RandomPrices.musters(scenario, .points, using: &random)
        let expected = (0..<scenario.axis.dayCount).reduce(0) { $0 + Self.enumerated($1, scenario, proof) }
        let review = CertificateChecker(scenario).review(proof)
        #expect(review.problems.isEmpty)
        #expect(review.musterSum == expected)
    }

    /// Agents who may lawfully work one of the duties of a group, by the rules of the day alone.
    private static func people(_ group: DutyGroupPrices, _ scenario: Scenario) -> Set<Int> {
        let duty = Duty(scenario)
        let checker = RosterChecker(scenario)
        let alone: Set<Rule> = [
            .absence, .allowedSector, .allowedShift, .maximumDay, .amplitude, .nightForbidden, .oneShiftADay,
        ]
        return Set(
            scenario.agents.indices.filter { agent in
                guard scenario.agents[agent].type == group.type else { return false }
                return group.duties.contains { listed in
                    let worked = duty(agent, group.day, listed.shift, listed.sector ?? SectorID(0))
                    let isPinned = scenario.pins.contains {
                        guard case .work(let id, let place) = $0.decision else { return false }
                        return $0.agent.value == agent && $0.day == group.day && $0.acceptedReason != nil
                            && id == listed.shift && (place == nil || place == listed.sector || listed.sector == nil)
                    }
                    let breaks = checker.violationsButMinimum(of: AgentID(agent), working: [worked])
                    return isPinned || !breaks.contains { alone.contains($0.rule) }
                }
            })
    }

    /// All counts by group, with the caps of groups and pools.
    private static func enumerated(_ day: Int, _ scenario: Scenario, _ proof: BoundProof) -> Int {
        let groups = proof.groups.indices.filter { proof.groups[$0].day == day }
        let people = groups.map { Self.people(proof.groups[$0], scenario) }
        // Pools by repeated merging of sets that meet.
        var pools = people.map { $0 }
        var isMerged = true
        while isMerged {
            isMerged = false
            for one in pools.indices {
                for other in pools.indices where other > one && !pools[one].isDisjoint(with: pools[other]) {
                    pools[one].formUnion(pools.remove(at: other))
                    isMerged = true
                    break
                }
                if isMerged { break }
            }
        }
        var best = Int.max
        var counts = Array(repeating: 0, count: groups.count)
        func visit(_ position: Int) {
            guard position < groups.count else {
                for pool in pools {
                    let used = groups.indices.reduce(0) { people[$1].isSubset(of: pool) ? $0 + counts[$1] : $0 }
                    if used > pool.count { return }
                }
                var cost = 0
                for (index, number) in groups.enumerated() {
                    cost += counts[index] * proof.groups[number].price
                    for presence in proof.groups[number].presence {
                        for level in presence.levels.prefix(counts[index]) { cost -= level }
                    }
                }
                for rounds in proof.rounds where rounds.day == day {
                    var place = 0
                    var step = 1
                    for term in rounds.terms {
                        let count = groups.firstIndex(of: term.group).map { counts[$0] } ?? 0
                        place += min(count, term.most) * step
                        step *= term.most + 1
                    }
                    cost -= rounds.prices[place]
                }
                best = min(best, cost)
                return
            }
            // More than three are never paid for, unless an agent costs less than nothing.
            let most =
                proof.groups[groups[position]].price < 0
                ? people[position].count : min(3, people[position].count)
            for count in 0...most {
                counts[position] = count
                visit(position + 1)
            }
            counts[position] = 0
        }
        visit(0)
        return best
    }
}
