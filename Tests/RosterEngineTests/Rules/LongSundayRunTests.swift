import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// The longest run of Sundays that may be asked for looks as far back as it says.
@Suite struct LongSundayRunTests {
    /// Whether pricing and the check allow work on Sunday 11 October 2026 after a Sunday worked so many weeks before, when of 28
    /// Sundays 27 are off.
    private func allowed(after weeks: Int, isJoined: Bool) -> (priced: Bool, checked: Bool) {
        var town = TinyScenario(first: "2026-10-05", days: 7)
        town.regime.sundaysOff = SundaysOff(
            off: 27, ofSundays: SundaysOff.longestRun, isJoined: isJoined, source: TinyScenario.source)
        town.shift("day", "10:00", "16:00")
        town.agent("m1", history: Agent.History(shifts: [town.past(6 - 7 * weeks, "10:00", "16:00")], knownFrom: -300))
        let scenario = town.scenario
        let problem = PlanProblem(scenario, threads: 1)
        let costs = (0..<7 * problem.dutyCount).map { Int32($0 / problem.dutyCount == 6 ? -1 : 1) }
        let line = LinePricer().cheapest(problem.classes[0], dutyCost: costs, dutyCount: problem.dutyCount)
        let worked = Duty(scenario)("m1", 6, "day")
        return (
            line.cost == -1, RosterChecker(scenario).violations(of: AgentID(0), working: [worked]).isEmpty
        )
    }

    @Test(arguments: [false, true])
    func theSundayThatLeavesTheRunNoLongerCounts(isJoined: Bool) {
        #expect(allowed(after: 27, isJoined: isJoined) == (false, false))
        #expect(allowed(after: 28, isJoined: isJoined) == (true, true))
    }
}
