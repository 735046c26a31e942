import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Pins, kept or not, lawful or accepted.
@Suite struct PinTests {
    private var town: TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 4)
        town.sectors = ["a", "b"]
        town.regime.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source)
        town.regime.maximumCivilWeek = MaximumCivilWeek(minutes: 900, source: TinyScenario.source)
        town.shift("day", "10:00", "18:00")
        town.shift("night", "21:00", "28:00")
        town.shift("round", "19:00", "26:00", stages: [("a", "22:00"), ("b", "26:00")])
        town.agent("m1", absences: [Agent.Absence(days: 3..<4)])
        return town
    }

    @Test func `a pin that is not kept is a breach`() {
        var town = town
        town.pin("m1", day: 0)
        town.pin("m1", day: 1, shift: "day", sector: "a")
        #expect(Line(town, [(1, "day")]).breaches(.pin) == [])
        #expect(Line(town, [(0, "day")]).breaches(.pin) == [[0, 0, 0], [1, 0, 0]])
        #expect(Line(town, [(1, "night")]).breaches(.pin) == [[1, 0, 0]])
    }

    @Test func `a pin names a sector or none, and rounds bring their own`() {
        var town = town
        town.pin("m1", day: 0, shift: "day", sector: "b")
        town.pin("m1", day: 1, shift: "round", sector: "b")
        let scenario = town.scenario
        let duty = Duty(scenario)
        func breaches(_ sector: String) -> Int {
            let shifts = [duty("m1", 0, "day", in: sector), duty("m1", 1, "round")]
            return RosterChecker(scenario).violations(in: Roster(shifts: shifts)).filter { $0.rule == .pin }.count
        }
        #expect(breaches("b") == 0)
        #expect(breaches("a") == 1)
    }

    @Test func `what accepted pins break by themselves carries their reason`() {
        var town = town
        town.pin("m1", day: 0, shift: "night", reason: "agreed")
        town.pin("m1", day: 1, shift: "day")
        town.pin("m1", day: 3, shift: "day", reason: "flood")
        let violations = Line(town, [(0, "night"), (1, "day"), (3, "day")]).violations
        // Rest from 04:00 to 10:00; 1,380 minutes in the week; absent on day 3.
        #expect(violations.map(\.rule) == [.dailyRest, .absence, .maximumCivilWeek])
        #expect(violations.map(\.acceptedReason) == ["agreed", "flood", "flood"])
        #expect(RosterChecker.check(Roster(shifts: []), against: town.scenario).isLawful == false)
    }

    @Test func `other shifts may add nothing to what pins break`() {
        var town = town
        town.pin("m1", day: 3, shift: "day", reason: "flood")
        // 480 pinned; with 420 more the week is just full, with two shifts more it is not.
        #expect(Line(town, [(0, "night"), (3, "day")]).violations.map(\.acceptedReason) == ["flood"])
        let over = Line(town, [(0, "night"), (2, "day"), (3, "day")]).violations
        #expect(over.map(\.rule) == [.absence, .maximumCivilWeek])
        #expect(over.map(\.acceptedReason) == ["flood", nil])
    }

    @Test func `a pin without a reason accepts nothing`() {
        var town = town
        town.pin("m1", day: 3, shift: "day")
        #expect(Line(town, [(3, "day")]).violations.map(\.acceptedReason) == [nil])
    }
}
