import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Pricing against all lawful lines, enumerated with the checker as judge.
@Suite struct LinePricerTests {
    @Test("the cheapest line is lawful and as cheap as the cheapest of all lawful lines", arguments: 1...60)
    func matchesEnumeration(_ number: Int) {
        let seed = UInt64(number)
        let scenario = RandomTinyScenario(seed: seed).scenario
        let problem = PlanProblem(scenario, threads: 1)
        let truth = BruteForce(scenario)
        let checker = RosterChecker(scenario)
        let pricer = LinePricer()
        var random = SplitMix(seed: seed &+ 1000)
        for _ in 0..<6 {
            for agents in problem.classes {
                guard let agent = agents.agents.first else { continue }
                // A random price for each duty, remembered by the shift it stands for.
                var costs = Array(repeating: Int32(0), count: scenario.axis.dayCount * problem.dutyCount)
                var known: [WorkedShift: Int] = [:]
                for day in 0..<scenario.axis.dayCount {
                    for duty in 0..<problem.dutyCount {
                        guard let shift = problem.workedShift(agent: agent, day: day, duty: duty) else { continue }
                        let cost = random.number(-50...30)
                        costs[day * problem.dutyCount + duty] = Int32(cost)
                        known[shift] = cost
                    }
                }
                let priced = pricer.cheapest(agents, dutyCost: costs, dutyCount: problem.dutyCount)
                let shifts = priced.duties.enumerated().compactMap { day, duty in
                    duty.flatMap { problem.workedShift(agent: agent, day: day, duty: $0) }
                }
                let violations = checker.violations(of: agent, working: shifts).filter { $0.acceptedReason == nil }
                #expect(violations.isEmpty, "seed \(seed), agent \(agent): \(violations)")
                #expect(shifts.reduce(0) { $0 + (known[$1] ?? 1_000_000) } == Int(priced.cost), "seed \(seed)")
                let lines = truth.lines(of: agent)
                let least = lines.lines.map { line in
                    lines.shifts(line).reduce(0) { $0 + (known[$1] ?? 1_000_000) }
                }.min()
                #expect(least == Int(priced.cost), "seed \(seed), agent \(agent)")
            }
        }
    }
}
