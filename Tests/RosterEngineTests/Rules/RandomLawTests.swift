import RosterCheck
import RosterEngine
import RosterIO
import RosterModel
import TestSupport
import Testing

/// Random agents, histories and rules: pricing returns no line that the check refuses, and loses none that it allows.
@Suite struct RandomLawTests {
    /// Random costs and the line that pricing finds cheapest, as shifts.
    private static func priced(
        _ problem: PlanProblem, _ position: Int, _ pricer: LinePricer, _ random: inout SplitMix
    ) -> (cost: Int, shifts: [WorkedShift], costOf: [WorkedShift: Int]) {
        let agents = problem.classes[position]
        let agent = agents.agents[0]
        let days = problem.scenario.axis.dayCount
        var costs = Array(repeating: Int32(0), count: days * problem.dutyCount)
        var known: [WorkedShift: Int] = [:]
        for day in 0..<days {
            for duty in 0..<problem.dutyCount {
                guard let shift = problem.workedShift(agent: agent, day: day, duty: duty) else { continue }
                let cost = random.number(-60...15)
                costs[day * problem.dutyCount + duty] = Int32(cost)
                known[shift] = cost
            }
        }
        let line = pricer.cheapest(agents, dutyCost: costs, dutyCount: problem.dutyCount)
        let shifts = line.duties.enumerated().compactMap { day, duty in
            duty.flatMap { problem.workedShift(agent: agent, day: day, duty: $0) }
        }
        return (Int(line.cost), shifts, known)
    }

    @Test("the cheapest line is the cheapest of all that the check allows", arguments: 0..<12)
    func losesNoLawfulLine(_ part: Int) {
        losesNoLawfulLine(seeds: UInt64(part * 25)..<UInt64(part * 25 + 25), busyPercent: 12)
    }

    @Test("so it is where given work breaks rules by itself", arguments: 0..<12)
    func losesNoLawfulLineAroundGivenWork(_ part: Int) {
        losesNoLawfulLine(seeds: UInt64(1000 + part * 25)..<UInt64(1000 + part * 25 + 25), busyPercent: 55)
    }

    private func losesNoLawfulLine(seeds: Range<UInt64>, busyPercent: Int) {
        let pricer = LinePricer()
        for seed in seeds {
            let scenario = RandomLaw.small(seed: seed, busyPercent: busyPercent)
            let problem = PlanProblem(scenario, threads: 1)
            let lines = LineEnumeration(scenario).lines(of: AgentID(0))
            #expect(problem.agentsWithoutLine.isEmpty == !lines.lines.isEmpty, "seed \(seed)")
            // A published roster may leave no lawful line.
            guard problem.agentsWithoutLine.isEmpty else { continue }
            var random = SplitMix(seed: seed &+ 77)
            for _ in 0..<8 {
                let (cost, shifts, costOf) = Self.priced(problem, 0, pricer, &random)
                let violations = RosterChecker(scenario).violations(of: AgentID(0), working: shifts)
                #expect(violations.isEmpty, "seed \(seed): \(violations)")
                let least = lines.lines.map { line in
                    lines.shifts(line).reduce(0) { $0 + (costOf[$1] ?? 1_000_000) }
                }.min()
                let best = lines.lines.map(lines.shifts).first { shifts in
                    shifts.reduce(0) { $0 + (costOf[$1] ?? 1_000_000) } == least
                }
                #expect(
                    least == cost,
                    "seed \(seed), \(scenario.regimes[0].sources.map(\.rule)): lost \(best?.map { "\($0.day) \($0.name)" } ?? [])"
                )
            }
        }
    }

    /// The supplied regimes.
    private static func packs() throws -> [Regime] {
        let ids = [
            "fpt", "police-municipale", "prive-jour", "prive-jour-temps-partiel", "prive-nuit", "mineur", "ccn66",
            "ccn66-irregulier", "ccn66-temps-partiel", "ccn1351",
            "ccn1351-cycle", "ccn1043a", "ccn1043b", "ccn1043b-3h",
        ]
        let agents = ["agent,employer,profession,regime"] + ids.map { "\($0),e,p,\($0)" }
        let town = try LawTown("", "fpt", [0: "09:00-10:00"], true).files()["scenario.yaml"] ?? ""
        let contents = [
            "scenario.yaml": Array(town.utf8), "agents.csv": Array(agents.joined(separator: "\n").utf8),
        ]
        return try ScenarioReader.read(files: ScenarioFiles(name: "x", contents: contents), language: .french).scenario
            .regimes
    }

    @Test("no line of a month breaks a rule of any supplied regime", arguments: 0..<6)
    func pricesNoBreach(_ part: Int) throws {
        let packs = try Self.packs()
        let pricer = LinePricer()
        for seed in UInt64(part * 8)..<UInt64(part * 8 + 8) {
            let scenario = RandomLaw.month(seed: seed, regimes: packs)
            let problem = PlanProblem(scenario, threads: 1)
            let checker = RosterChecker(scenario)
            var random = SplitMix(seed: seed &+ 7)
            for position in problem.classes.indices {
                for _ in 0..<4 {
                    let (_, shifts, _) = Self.priced(problem, position, pricer, &random)
                    let agent = problem.classes[position].agents[0]
                    let violations = checker.violations(of: agent, working: shifts)
                    #expect(violations.isEmpty, "seed \(seed), \(scenario[scenario[agent].regime].id): \(violations)")
                }
            }
        }
    }
}
