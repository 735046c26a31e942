import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Averages over weeks in horizons longer than one run: what one run has used up is not taken off the next.
@Suite struct AverageWindowTests {
    /// A regime with 8 h a week on average, over one week and over two.
    private static func regime(weeks: Int) -> String {
        "regimes: [{id: r, rules: {average_over_weeks: {value: 8h, weeks: \(weeks)}}}]"
    }

    /// Twice as much for night workers, which everybody with two nights in a week is.
    private static let nightRegime = """
        regimes: [{id: r, night_clock: {from: "21:00", to: "06:00"}, rules: {night_worker_average: {value: 16h, weeks: 1}}}]
        """

    @Test(
        "each week has its own hours",
        arguments: [
            LawTown(
                "eight hours in each of three weeks", "r", days: 21, LawTown.same("09:00-17:00", on: [0, 7, 14]), true,
                sections: regime(weeks: 1)),
            LawTown(
                "ten hours in the second week", "r", days: 21, LawTown.same("09:00-14:00", on: [0, 7, 8]), false,
                sections: regime(weeks: 1)),
            // Half of the night of Sunday belongs to the second week, and leaves four hours of it.
            LawTown(
                "a night over the border of weeks", "r", days: 21, [6: "20:00-28:00", 8: "09:00-13:00"], true,
                sections: regime(weeks: 1)),
            LawTown(
                "and five hours beside it", "r", days: 21, [6: "20:00-28:00", 8: "09:00-14:00"], false,
                sections: regime(weeks: 1)),
            LawTown(
                "eight hours in each of four weeks", "r", days: 28, LawTown.same("09:00-17:00", on: [0, 7, 14, 21]),
                true, sections: regime(weeks: 2)),
            LawTown(
                "nine hours in two weeks that follow each other", "r", days: 28,
                LawTown.same("09:00-18:00", on: [7, 14]), false, sections: regime(weeks: 2)),
            // Twelve of the sixteen hours of the first run are history; the second run begins with the horizon.
            LawTown(
                "four hours after a week of twelve, then eight", "r", days: 21,
                [0: "09:00-13:00", 7: "09:00-17:00", 14: "09:00-17:00"], true,
                past: LawTown.same("09:00-15:00", on: [-6, -5]),
                sections: regime(weeks: 2)),
            LawTown(
                "five hours after a week of twelve", "r", days: 21, [0: "09:00-14:00"], false,
                past: LawTown.same("09:00-15:00", on: [-6, -5]), sections: regime(weeks: 2)),
            LawTown(
                "two nights in each of three weeks", "r", days: 21,
                LawTown.same("21:00-29:00", on: [0, 2, 7, 9, 14, 16]), true, sections: nightRegime),
            LawTown(
                "three nights in the last of them", "r", days: 21,
                LawTown.same("21:00-29:00", on: [0, 2, 7, 9, 14, 16, 18]), false, sections: nightRegime),
        ])
    func everyRunHasItsOwnHours(_ town: LawTown) throws {
        #expect(try town.isPriced() == town.isLawful)
        #expect(try town.breaches().isEmpty == town.isLawful)
    }

    @Test("weeks that no run holds together are not added up")
    func addsNoWeeksFarApart() {
        // 35 h in the first and in the third week, none in between: every run has 35 of 40 h.
        var town = TinyScenario(first: "2026-10-05", days: 21)
        town.regime.averageOverWeeks = AverageOverWeeks(weeklyMinutes: 1200, weeks: 2, source: TinyScenario.source)
        town.shift("day", "09:00", "14:00", days: Array(0..<7) + Array(14..<21))
        town.agent("m1")
        let problem = PlanProblem(town.scenario, threads: 1)
        let costs = Array(repeating: Int32(-1), count: 21 * problem.dutyCount)
        let line = LinePricer().cheapest(problem.classes[0], dutyCost: costs, dutyCount: problem.dutyCount)
        #expect(line.cost == -14)
    }
}
