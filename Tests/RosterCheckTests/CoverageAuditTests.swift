import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Figures of the four levels, worked out by hand.
@Suite struct CoverageAuditTests {
    private func coverage(
        _ town: TinyScenario, _ shifts: [(agent: String, day: Int, shift: String, sector: String)]
    ) -> CoverageReport {
        let scenario = town.scenario
        let duty = Duty(scenario)
        return RosterChecker(scenario).coverage(
            of: Roster(shifts: shifts.map { duty($0.agent, $0.day, $0.shift, in: $0.sector) }))
    }

    @Test func `points weigh hours and requirements and count clock changes by elapsed slots`() {
        // 00:00 to 05:00, weight 4 until 04:00 and 3 after, requirement weight 2.
        for (date, hours) in [("2026-10-23", 5), ("2026-10-24", 6), ("2026-03-28", 4)] {
            var town = TinyScenario(first: date, days: 1)
            town.hourWeight = { $0 < 4 ? 400 : 300 }
            town.kind("lone", [.init(1, ["m"])])
            town.need(kinds: ["lone"], "24:00", "29:00", weight: 2)
            let report = coverage(town, [])
            #expect(report.levels.points == ((hours - 1) * 400 + 300) * 60 * 2)
            #expect(report.lateMissingMinutes == hours * 60)
            #expect(report.coreMissingMinutes == hours * 60)
            #expect(report.coreRequiredMinutes == hours * 60)
            #expect(report.weightedDemand == report.levels.points)
        }
    }

    /// Need of a pair from 20:00 to 22:00; two come at 18:00, one stays until 22:30.
    @Test func `surplus is what the fewest agents of equal cover leave over`() {
        var town = TinyScenario(first: "2026-10-05", days: 1, grid: 30)
        town.shift("long", "18:00", "22:30")
        town.shift("short", "20:00", "22:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "22:00")
        for agent in ["m1", "m2", "m3"] { town.agent(agent) }
        // 18:00 to 20:00 one agent (4 slots), 22:00 to 22:30 one agent: a hand-over.
        let two = coverage(town, [("m1", 0, "long", "a"), ("m2", 0, "short", "a")])
        #expect(two.levels.overlapMinutes == 120)
        #expect(two.isHandover[0].filter { $0 }.count == 1)
        // With a third agent 18:00 to 22:30 is one run: 2 agents × 120 minutes, then 1 × 120, then 2 × 30.
        let three = coverage(town, [("m1", 0, "long", "a"), ("m2", 0, "short", "a"), ("m3", 0, "long", "a")])
        #expect(three.levels.overlapMinutes == 240 + 120 + 60)
        // A lone agent covers nothing, so he is surplus as well.
        #expect(coverage(town, [("m1", 0, "short", "a")]).levels.overlapMinutes == 120)
        town.handoverMinutes = 120
        #expect(coverage(town, [("m1", 0, "short", "a")]).levels.overlapMinutes == 0)
    }

    @Test func `a run of surplus ends with the service day`() {
        var town = TinyScenario(first: "2026-10-05", days: 2, grid: 30)
        town.shift("last", "29:30", "30:00")
        town.shift("first", "06:00", "06:30")
        town.kind("pair", [.init(2, ["m"])])
        for agent in ["m1", "m2"] { town.agent(agent) }
        #expect(coverage(town, [("m1", 0, "last", "a"), ("m2", 1, "first", "a")]).levels.overlapMinutes == 0)
    }

    @Test func `professions to keep apart cost the minutes of being together`() {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.professions = ["m", "p"]
        town.sectors = ["a", "b"]
        town.handoverMinutes = 600
        town.avoidedPairs = [("m", "p", ["b"])]
        town.shift("early", "18:00", "22:00")
        town.shift("late", "20:00", "23:00")
        town.kind("lone", [.init(1, ["m", "p"])])
        town.agent("m1", "m")
        town.agent("p1", "p")
        let together = coverage(town, [("m1", 0, "early", "a"), ("p1", 0, "late", "a")])
        #expect(together.avoidedMinutes == [120] && together.levels.overlapMinutes == 120)
        let patrol = coverage(town, [("m1", 0, "early", "b"), ("p1", 0, "late", "b")])
        #expect(patrol.avoidedMinutes == [0] && patrol.levels.overlapMinutes == 0)
        let apart = coverage(town, [("m1", 0, "early", "a"), ("p1", 0, "late", "b")])
        #expect(apart.levels.overlapMinutes == 0)
    }

    /// Friday 9 October is service day 0, Sunday service day 2.
    @Test func `fair shares follow the hours available, rounded down`() {
        var town = TinyScenario(first: "2026-10-09", days: 4)
        town.professions = ["m", "p"]
        town.shift("night", "22:00", "26:00")
        town.shift("until1", "22:00", "24:30")
        town.shift("day", "10:00", "14:00")
        town.agent("m1", "m", availableMinutes: 600)
        town.agent("m2", "m", availableMinutes: 300)
        town.agent("m3", "m", availableMinutes: 0)
        town.agent("p1", "p")
        // Nights: m1 2 (Friday, Monday), m2 0. Weekend nights: m1 1. Sundays: m2 1 (day 2), p1 alone in his group.
        let report = coverage(
            town, [("m1", 0, "night", "a"), ("m1", 3, "night", "a"), ("m2", 2, "day", "a"), ("p1", 1, "night", "a")])
        #expect(report.counters[0] == FairnessCounters(nights: 2, weekendNights: 1, sundays: 0))
        #expect(report.counters[1] == FairnessCounters(nights: 0, weekendNights: 0, sundays: 1))
        #expect(report.counters[3] == FairnessCounters(nights: 1, weekendNights: 1, sundays: 1))
        // Nights 200: shares 133, 66, 0: 67 + 66. Weekend 100: 66, 33, 0: 34 + 33. Sundays 100: 66, 33, 0: 66 + 67.
        #expect(report.levels.unfairnessHundredths == 133 + 67 + 133)
        // 150 minutes of the night are no night.
        #expect(coverage(town, [("m1", 0, "until1", "a")]).counters[0].nights == 0)
    }

    @Test func `refused wishes cost their weight`() {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.shift("night@20:00-24:00", "20:00", "24:00")
        town.shift("day", "10:00", "14:00")
        town.agent("m1")
        town.wish("m1", day: 0, .off, weight: 5)
        town.wish("m1", day: 0, .work, weight: 7)
        town.wish("m1", day: 1, .shift(name: "night"), weight: 11)
        let shifted = coverage(town, [("m1", 0, "day", "a"), ("m1", 1, "night@20:00-24:00", "a")])
        #expect(shifted.refusedWishes == [0] && shifted.levels.unfairnessHundredths == 5)
        let other = coverage(town, [("m1", 1, "day", "a")])
        #expect(other.refusedWishes == [1, 2] && other.levels.unfairnessHundredths == 18)
    }

    @Test func `paid minutes stay unused`() {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.shift("night", "20:00", "24:00", breakMinutes: 20)
        town.agent("m1", maximumMinutes: 500)
        town.agent("m2", maximumMinutes: 100)
        town.agent("m3")
        let report = coverage(town, [("m1", 0, "night", "a"), ("m2", 0, "night", "a"), ("m3", 0, "night", "a")])
        #expect(report.workedMinutes == [220, 220, 220])
        #expect(report.levels.unusedMinutes == 280)
    }

    @Test func `nobody is late need in slots without any team`() {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.shift("late", "20:00", "22:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "19:00", "23:00", teams: 2)
        for agent in ["m1", "m2", "m3"] { town.agent(agent) }
        let report = coverage(town, ["m1", "m2", "m3"].map { ($0, 0, "late", "a") })
        // 20 to 22: one of two teams is missing; 22 to 23 both, with nobody; 19 to 20 is not late.
        #expect(report.lateMissingMinutes == 120 + 120)
        #expect(report.nobodyMinutes == 120)
        #expect(report.missingMinutes == 360 && report.requiredMinutes == 480)
        #expect(report.lateRequiredMinutes == 360)
        #expect(report.present[0][14] == 3)
    }
}
