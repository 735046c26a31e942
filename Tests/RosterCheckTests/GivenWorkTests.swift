import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Busy intervals, standby and the period of the contract.
@Suite struct GivenWorkTests {
    /// A town over a week from Monday 5 October 2026 with shifts of 18:00 to 24:00 and 08:00 to 12:00.
    private func town(
        busy: [(Int, String, String)] = [], standby: [(Int, String, String)] = [],
        contract: Range<Int> = Agent.openContract, _ change: (inout TinyScenario) -> Void
    ) -> TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 14)
        change(&town)
        town.shift("late", "18:00", "24:00")
        town.shift("early", "08:00", "12:00")
        town.agent(
            "m1", contractDays: contract, busy: busy.map { town.busy($0.0, $0.1, $0.2) },
            standby: standby.map { town.busy($0.0, $0.1, $0.2).minutes })
        return town
    }

    private func breaches(_ town: TinyScenario, _ rule: Rule, _ days: [Int], _ shift: String = "late") -> [[Int?]] {
        Line(town, days.map { ($0, shift) }).breaches(rule)
    }

    @Test func `a shift may not overlap given work nor standby`() {
        let town = town(busy: [(0, "17:00", "19:00")], standby: [(1, "23:00", "26:00"), (2, "24:00", "26:00")]) { _ in }
        // Standby from the end of the shift on does not overlap it.
        #expect(breaches(town, .busyTime, [0, 1, 2]).map { $0[0] } == [0, 1])
    }

    @Test func `work outside the contract is found`() {
        let town = town(contract: 1..<3) { _ in }
        #expect(breaches(town, .contractPeriod, [0, 1, 2, 3]).map { $0[0] } == [0, 3])
    }

    @Test(arguments: [(720, 0), (719, 1)])
    func `given work is work of its day`(limit: Int, expected: Int) {
        // Training of 6 h in the morning and a shift of 6 h.
        let town = town(busy: [(0, "08:00", "14:00")]) {
            $0.regime.maximumDay = MaximumDay(minutes: limit, source: TinyScenario.source)
        }
        #expect(breaches(town, .maximumDay, [0, 1]).count == expected)
    }

    @Test func `given work alone is no breach of the roster`() {
        let town = town(busy: [(0, "08:00", "20:00"), (1, "06:00", "18:00")]) {
            $0.regime.maximumDay = MaximumDay(minutes: 600, source: TinyScenario.source)
            $0.regime.dailyRest = DailyRest(minutes: 720, source: TinyScenario.source)
        }
        #expect(Line(town, []).violations.isEmpty)
        #expect(Line(town, [(3, "late")]).violations.isEmpty)
    }

    // From 24:00 to 08:00, 8 h; the hearing is at 08:00.
    @Test(arguments: [(480, 0), (481, 1)])
    func `a hearing needs rest after the shift before`(limit: Int, expected: Int) {
        let town = town(busy: [(1, "08:00", "12:00")]) {
            $0.regime.dailyRest = DailyRest(minutes: limit, source: TinyScenario.source)
        }
        #expect(breaches(town, .dailyRest, [0]).count == expected)
    }

    @Test func `between pieces of one service day no rest is asked`() {
        let town = town(busy: [(0, "12:00", "17:00")]) {
            $0.regime.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source)
        }
        #expect(breaches(town, .dailyRest, [0]) == [])
    }

    // 12:00 to 24:00 are 12 h of amplitude; with a rest of 1 h training at noon and shift stand apart.
    @Test(arguments: [(nil, 720, 0), (nil, 719, 1), (60, 719, 0), (361, 719, 1)] as [(Int?, Int, Int)])
    func `pieces less than the daily rest apart share one amplitude`(rest: Int?, limit: Int, expected: Int) {
        let town = town(busy: [(0, "12:00", "12:30")]) {
            $0.regime.amplitude = Amplitude(minutes: limit, source: TinyScenario.source)
            if let rest { $0.regime.dailyRest = DailyRest(minutes: rest, source: TinyScenario.source) }
        }
        #expect(breaches(town, .amplitude, [0]).count == expected)
    }

    @Test func `a shift on a day that is worked anyway adds no worked day`() {
        let town = town(busy: (0..<3).map { ($0, "08:00", "12:00") }) {
            $0.regime.workedDaysPerWeek = WorkedDaysPerWeek(days: 3, source: TinyScenario.source)
            $0.regime.consecutiveDays = ConsecutiveDays(days: 3, source: TinyScenario.source)
        }
        #expect(breaches(town, .workedDaysPerWeek, [0, 1, 2]) == [])
        #expect(breaches(town, .consecutiveDays, [0, 1, 2]) == [])
        #expect(breaches(town, .workedDaysPerWeek, [0, 4]).count == 1)
        #expect(breaches(town, .consecutiveDays, [3]).count == 1)
    }

    @Test func `given work on a Sunday counts towards the Sundays`() {
        let town = town(busy: [(6, "10:00", "12:00")]) {
            $0.regime.sundaysOff = SundaysOff(off: 1, ofSundays: 2, source: TinyScenario.source)
        }
        #expect(breaches(town, .sundaysOff, [6]) == [])
        #expect(breaches(town, .sundaysOff, [13]).count == 1)
    }

    @Test func `a joined Sunday off has a free Saturday or Monday`() {
        let town = town {
            $0.regime.sundaysOff = SundaysOff(off: 1, ofSundays: 1, isJoined: true, source: TinyScenario.source)
        }
        #expect(breaches(town, .sundaysOff, [5], "early") == [])
        #expect(breaches(town, .sundaysOff, [7], "early") == [])
        #expect(breaches(town, .sundaysOff, [5, 7], "early").count == 1)
    }

    @Test func `given work counts in the hours of the week but not in those of the contract`() {
        var other = TinyScenario(first: "2026-10-05", days: 7)
        other.regime.maximumCivilWeek = MaximumCivilWeek(minutes: 700, source: TinyScenario.source)
        other.shift("late", "18:00", "24:00")
        other.agent("m1", maximumMinutes: 360, busy: [other.busy(1, "08:00", "13:41", kind: .otherEmployer)])
        // 341 + 360 = 701 minutes of the sum of both employers.
        #expect(Line(other, [(0, "late")]).breaches(.maximumCivilWeek) == [[0, 701, 700]])
        #expect(Line(other, [(0, "late")]).breaches(.contractMaximum) == [])
    }

    @Test func `who is recorded as a night worker is one without any night`() {
        var town = TinyScenario(first: "2026-10-05", days: 7)
        town.regime.nightWorkerDay = NightWorkerDay(minutes: 479, source: TinyScenario.source)
        town.shift("day", "08:00", "16:00")
        town.agent("m1", isNightWorker: true)
        #expect(Line(town, [(0, "day")]).breaches(.nightWorkerDay) == [[0, 480, 479]])
        var other = TinyScenario(first: "2026-10-05", days: 7)
        other.regime.nightWorkerDay = NightWorkerDay(minutes: 479, source: TinyScenario.source)
        other.shift("day", "08:00", "16:00")
        other.shift("night", "20:00", "27:00")
        other.agent("m1")
        #expect(Line(other, [(0, "day"), (2, "night")]).breaches(.nightWorkerDay) == [])
        // Two nights of one week.
        #expect(Line(other, [(0, "day"), (2, "night"), (4, "night")]).breaches(.nightWorkerDay) == [[0, 480, 479]])
    }

    @Test func `a minimum that other rules may put out of reach is told and not judged`() {
        var town = TinyScenario(first: "2026-10-05", days: 7)
        town.shift("late", "18:00", "24:00")
        town.agent("m1", minimumMinutes: 720)
        func review(_ town: TinyScenario) -> RosterReview {
            let scenario = town.scenario
            return RosterChecker.check(Roster(shifts: [Duty(scenario)("m1", 0, "late")]), against: scenario)
        }
        #expect(review(town).violations.map(\.rule) == [.contractMinimum])
        // What an average over weeks leaves possible, the check does not work out.
        town.regime.averageOverWeeks = AverageOverWeeks(weeklyMinutes: 400, weeks: 1, source: TinyScenario.source)
        #expect(review(town).violations.isEmpty)
        #expect(
            review(town).unverifiable.contains(
                UnverifiableRule(rule: .contractMinimum, agents: [AgentID(0)], reason: .minimumPerhapsOutOfReach)))
    }

    @Test func `a history that is too short for the average is told`() {
        var town = TinyScenario(first: "2026-10-05", days: 7)
        town.regime.averageOverWeeks = AverageOverWeeks(weeklyMinutes: 400, weeks: 3, source: TinyScenario.source)
        town.shift("late", "18:00", "24:00")
        // Two weeks before the first Monday are asked for: 14 days, 13 days, nothing, and a contract that began in between.
        town.agent("long", history: .init(shifts: [], knownFrom: -14))
        town.agent("short", history: .init(shifts: [], knownFrom: -13))
        town.agent("none")
        town.agent("new", contractDays: -10..<400, history: .init(shifts: [], knownFrom: -10))
        town.agent("newest", contractDays: 0..<400)
        let unknown = RosterChecker.check(Roster(shifts: []), against: town.scenario).unverifiable
        #expect(unknown.filter { $0.rule == .averageOverWeeks }.map(\.agents) == [[AgentID(2)], [AgentID(1)]])
        #expect(unknown.filter { $0.rule == .averageOverWeeks }.map(\.reason) == [.noHistory, .shortHistory])
    }
}
