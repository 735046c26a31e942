import RosterEngine
import RosterModel
import TestSupport
import Testing

/// One line per rule, regime and situation in pricing: at the limit a line is found, one step beyond it is not.
@Suite struct RuleTablePricingTests {
    /// Whether pricing finds a line of just these shifts of the first agent when they alone pay.
    private func isPriced(_ shifts: [WorkedShift], _ scenario: Scenario) -> Bool {
        let problem = PlanProblem(scenario, threads: 1)
        guard let agents = problem.classes.first(where: { $0.agents.contains(AgentID(0)) }) else { return false }
        var costs = Array(repeating: Int32(1000), count: scenario.axis.dayCount * problem.dutyCount)
        for day in 0..<scenario.axis.dayCount {
            for duty in 0..<problem.dutyCount {
                guard let worked = problem.workedShift(agent: AgentID(0), day: day, duty: duty) else { continue }
                if shifts.contains(worked) { costs[day * problem.dutyCount + duty] = -1 }
            }
        }
        return LinePricer().cheapest(agents, dutyCost: costs, dutyCount: problem.dutyCount).cost == -Int64(shifts.count)
    }

    /// All shifts of the menu, each on the one day on which it is worked.
    private func menu(_ scenario: Scenario) -> [WorkedShift] {
        let duty = Duty(scenario)
        return scenario.shifts.indices.flatMap { shift in
            scenario.shifts[shift].days.indices.filter { scenario.shifts[shift].days[$0] }.map {
                duty(0, $0, ShiftID(shift), SectorID(0))
            }
        }
    }

    @Test(arguments: RuleTable.rows)
    func `at the limit and one step beyond it`(row: RuleTable.Row) throws {
        let bench = RuleBench(row)
        let (kept, broken) = try #require(bench.cases, "no case for \(row.rule)")
        let fine = bench.planned(kept)
        #expect(isPriced(menu(fine), fine))
        let beyond = bench.planned(broken)
        // What nobody knows of forbids nothing.
        let isUnknown = row.situation == .unknownPast && broken.contains { $0.day < 0 }
        #expect(isPriced(menu(beyond), beyond) == isUnknown)
    }

    @Test(arguments: AgentRuleTable.rows.filter(\.isPriced))
    func `rules of one agent`(row: AgentRuleTable.Row) {
        #expect(isPriced(row.kept, row.scenario))
        #expect(!isPriced(row.broken, row.scenario))
    }
}
