import RosterCheck
import RosterModel
import TestSupport

/// One agent's shifts against the rules of a tiny town.
struct Line {
    let scenario: Scenario
    let shifts: [WorkedShift]

    /// The first agent of the town works these shifts of the menu, by service day, in the first sector.
    init(_ town: TinyScenario, _ shifts: [(day: Int, shift: String)]) {
        let scenario = town.scenario
        let duty = Duty(scenario)
        self.scenario = scenario
        self.shifts = shifts.map { duty(scenario.agents[0].id, $0.day, $0.shift) }
    }

    /// All breaches.
    var violations: [Violation] { RosterChecker(scenario).violations(in: Roster(shifts: shifts)) }

    /// Breaches of one rule as (day, measured, limit).
    func breaches(_ rule: Rule) -> [[Int?]] {
        violations.filter { $0.rule == rule }.map { [$0.day, $0.measured, $0.limit] }
    }
}

extension TinyScenario {
    /// A town with one agent `m1`; the menu is added by the test.
    static func alone(
        _ first: String, days: Int, past: [(day: Int, start: String, end: String)]? = nil,
        _ change: (inout TinyScenario) -> Void
    ) -> TinyScenario {
        var town = TinyScenario(first: first, days: days)
        change(&town)
        let history = past.map { past in
            Agent.History(shifts: past.map { town.past($0.day, $0.start, $0.end) })
        }
        town.agent("m1", history: history)
        return town
    }
}
