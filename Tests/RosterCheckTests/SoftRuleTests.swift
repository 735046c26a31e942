import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Soft rules: found and named where they are not kept, while the roster stays lawful.
@Suite struct SoftRuleTests {
    private static let soft = RuleSource(level: .soft, article: "charte art. 4")

    /// The review of one agent who works an evening on these days.
    private func review(
        _ days: [Int], hard: Int?, past: [(day: Int, start: String, end: String)]? = nil,
        soft: (inout Regime) -> Void
    ) -> RosterReview {
        let town = TinyScenario.alone("2026-10-05", days: 7, past: past) { town in
            town.regime.consecutiveDays = hard.map { ConsecutiveDays(days: $0, source: TinyScenario.source) }
            var wished = town.regime
            soft(&wished)
            town.regime.wished = wished
            town.shift("late", "14:00", "22:00")
        }
        let line = Line(town, days.map { ($0, "late") })
        return RosterChecker.check(Roster(shifts: line.shifts), against: line.scenario)
    }

    private func run(of days: Int) -> (inout Regime) -> Void {
        { $0.consecutiveDays = ConsecutiveDays(days: days, source: Self.soft) }
    }

    // A wish of two days in a row: kept, on the boundary, and not kept.
    @Test(arguments: [(1, 0), (2, 0), (3, 1), (5, 1)])
    func `a wish that is not kept is found and breaks nothing`(days: Int, found: Int) {
        let review = review(Array(0..<days), hard: nil, soft: run(of: 2))
        #expect(review.isLawful && review.violations.isEmpty)
        #expect(review.softBreaches.count == found)
        for breach in review.softBreaches {
            #expect(breach.rule == .consecutiveDays && breach.measured == days && breach.limit == 2)
            #expect(breach.article == "charte art. 4" && breach.acceptedReason == nil && breach.agent == AgentID(0))
        }
    }

    @Test func `the history counts, but a wish that it breaks by itself is none of the roster`() {
        let past = [(day: -2, start: "14:00", end: "22:00"), (day: -1, start: "14:00", end: "22:00")]
        #expect(review([0], hard: nil, past: past, soft: run(of: 2)).softBreaches.map(\.measured) == [3])
        #expect(review([1], hard: nil, past: past, soft: run(of: 1)).softBreaches.isEmpty)
    }

    @Test func `a hard breach at the same place is not told twice`() {
        // Five days in a row: three are allowed, two are wished for.
        let broken = review([0, 1, 2, 3, 4], hard: 3, soft: run(of: 2))
        #expect(broken.violations.map(\.limit) == [3] && broken.softBreaches.isEmpty && !broken.isLawful)
        let lawful = review([0, 1, 2], hard: 3, soft: run(of: 2))
        #expect(lawful.violations.isEmpty && lawful.softBreaches.map(\.limit) == [2])
    }

    @Test func `only soft rules of the regime as wished are judged as wishes`() {
        // The hard rule is in the regime as wished too; it is no wish.
        let review = review([0, 1, 2, 3], hard: 3) {
            $0.dailyRest = DailyRest(minutes: 17 * 60, source: Self.soft)
        }
        #expect(review.violations.map(\.rule) == [.consecutiveDays])
        // 22:00 to 14:00 is 16 h, three times.
        #expect(review.softBreaches.map(\.rule) == [.dailyRest, .dailyRest, .dailyRest])
        #expect(review.softBreaches.map(\.measured) == [960, 960, 960])
    }

    @Test func `wishes have no near limits and leave nothing unverifiable`() {
        let review = review([0, 1], hard: nil, soft: run(of: 2))
        #expect(review.nearLimits.isEmpty && review.unverifiable.isEmpty)
    }
}
