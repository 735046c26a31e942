import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Rest earned by work, as amounts.
@Suite struct CompensatoryRestTests {
    private static let nights = CompensatoryRest(
        basis: .nightHours(ClockRange(start: 1380, end: 1800)), percent: 7, article: "night")
    private static let long = CompensatoryRest(basis: .longDays(aboveMinutes: 480), percent: 100, article: "long")

    private func rests(
        _ shifts: [(day: Int, shift: String)], first: String = "2026-10-05", isNightWorker: Bool = false,
        past: [Agent.PastShift] = []
    ) -> [EarnedRest] {
        var town = TinyScenario(first: first, days: 7)
        town.regime.compensatoryRests = [Self.nights, Self.long]
        town.shift("evening", "16:00", "24:00", breakMinutes: 30)
        town.shift("night", "20:00", "30:00", breakMinutes: 20)
        town.splitShift("split", [("09:00", "14:00"), ("19:00", "24:20")])
        town.agent("m1", isNightWorker: isNightWorker, history: past.isEmpty ? nil : Agent.History(shifts: past))
        let scenario = town.scenario
        let duty = Duty(scenario)
        let roster = Roster(shifts: shifts.map { duty("m1", $0.day, $0.shift) })
        return RosterChecker.check(roster, against: scenario).earnedRests
    }

    @Test func sevenPerCentOfTheHoursFrom23To6() {
        // 7 h from 23:00 to 06:00: 29.4 minutes, rounded up.
        let rests = rests([(0, "night")])
        #expect(rests.map(\.source.article) == ["night"])
        #expect(rests.map(\.basisMinutes) == [420] && rests.map(\.minutes) == [30])
    }

    @Test func theWholeHorizonIsRoundedOnce() {
        // Four evenings and a night: 4 × 1 h + 7 h = 11 h, 46.2 minutes. Nights of 3 h after 22:00 are two at most in a week.
        let rests = rests([(0, "evening"), (1, "evening"), (2, "evening"), (3, "evening"), (5, "night")])
        #expect(rests.map(\.basisMinutes) == [660] && rests.map(\.minutes) == [47])
    }

    @Test func theRepeatedHourCounts() {
        // Saturday 24 October: 23:00 to 06:00 is eight hours.
        #expect(rests([(5, "night")], first: "2026-10-19").map(\.basisMinutes) == [480])
    }

    @Test func aNightWorkerEarnsHisLongDaysInstead() {
        // 10 h less 20 min of break: 100 minutes beyond eight hours, each night.
        let rests = rests([(0, "night"), (2, "night"), (4, "evening")], isNightWorker: true)
        #expect(rests.map(\.source.article) == ["long"] && rests.map(\.minutes) == [200])
    }

    @Test func twoNightsOfOneWeekMakeANightWorker() {
        #expect(rests([(0, "night"), (2, "night")]).map(\.source.article) == ["long"])
    }

    @Test func historyMakesANightWorkerAndEarnsNothing() {
        let town = TinyScenario(first: "2026-10-05", days: 1)
        let past = [town.past(-7, "20:00", "30:00"), town.past(-5, "20:00", "30:00")]
        #expect(rests([(0, "evening")], past: past).isEmpty)
        #expect(rests([(0, "night")], past: past).map(\.minutes) == [100])
    }

    @Test func partsOfASplitDayAreOneDay() {
        // 5 h and 5 h 20: 140 minutes beyond eight hours; 80 minutes after 23:00 for others.
        #expect(rests([(0, "split")], isNightWorker: true).map(\.minutes) == [140])
        #expect(rests([(0, "split")]).map(\.basisMinutes) == [80])
    }

    @Test func nothingIsEarnedByDay() {
        #expect(rests([]).isEmpty)
        #expect(rests([(0, "evening")], isNightWorker: true).isEmpty)
    }
}
