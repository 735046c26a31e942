import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Lawful values that come near a limit.
@Suite struct NearLimitTests {
    // 600 min: near within 30.
    @Test(arguments: [(570, 1, 0), (569, 0, 0), (600, 1, 0), (601, 0, 1)])
    func `a long day is near from a twentieth below the limit on`(minutes: Int, near: Int, broken: Int) {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.regime.maximumDay = MaximumDay(minutes: 600, source: TinyScenario.source)
        let end = 480 + minutes
        town.shift("day", "08:00", "\(end / 60):\(end % 60)")
        town.agent("m1")
        let scenario = town.scenario
        let review = RosterChecker.check(Roster(shifts: [Duty(scenario)("m1", 0, "day")]), against: scenario)
        #expect(review.nearLimits.map(\.measured) == (near == 1 ? [minutes] : []))
        #expect(review.nearLimits.allSatisfy { $0.limit == 600 && $0.days == [0] && $0.article == "test article" })
        #expect(review.violations.filter { $0.rule == .maximumDay }.count == broken)
    }

    @Test func `a rest is near from above`() {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.regime.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source)
        town.shift("late", "14:00", "22:00")
        town.shift("early", "09:30", "14:00")
        town.agent("m1")
        let scenario = town.scenario
        let duty = Duty(scenario)
        // 22:00 to 09:30 is 11 h 30: within 33 min of 11 h.
        let review = RosterChecker.check(
            Roster(shifts: [duty("m1", 0, "late"), duty("m1", 1, "early")]), against: scenario)
        #expect(review.violations.isEmpty)
        #expect(review.nearLimits.map(\.measured) == [690] && review.nearLimits.map(\.days) == [[0, 1]])
    }

    @Test func `counts are near at the limit itself`() {
        var town = TinyScenario(first: "2026-10-05", days: 7)
        town.regime.workedDaysPerWeek = WorkedDaysPerWeek(days: 3, source: TinyScenario.source)
        town.shift("late", "14:00", "22:00")
        town.agent("m1")
        let scenario = town.scenario
        let duty = Duty(scenario)
        func near(_ days: Int) -> Int {
            let roster = Roster(shifts: (0..<days).map { duty("m1", $0, "late") })
            return RosterChecker.check(roster, against: scenario).nearLimits.count
        }
        #expect([2, 3, 4].map(near) == [0, 1, 0])
    }
}
