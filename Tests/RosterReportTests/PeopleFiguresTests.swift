import RosterCheck
import RosterModel
import RosterReport
import TestSupport
import Testing

/// Continuity, rhythm of nights, inequality, hours and commitments.
@Suite struct PeopleFiguresTests {
    private func town(days: Int = 3) -> TinyScenario {
        var town = TinyScenario(first: "2026-10-01", days: days)
        town.shift("late", "18:00", "24:00")
        town.shift("night", "20:00", "26:00")
        town.shift("noon", "12:00", "18:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        for name in ["m1", "m2", "m3", "m4"] { town.agent(name) }
        return town
    }

    private func continuity(_ scenario: Scenario, _ roster: Roster) -> ContinuityFigures.Tally {
        let coverage = RosterChecker(scenario).coverage(of: roster)
        return ContinuityFigures(
            scenario: scenario, roster: roster, figures: CoverageFigures(scenario: scenario, coverage: coverage)
        ).tallies[0]
    }

    @Test func `faces are counted by the minute`() {
        let scenario = town().scenario
        let duty = Duty(scenario)
        let tally = continuity(
            scenario,
            Roster(shifts: [
                duty("m1", 0, "late"), duty("m2", 0, "late"), duty("m1", 1, "late"), duty("m3", 1, "night"),
                duty("m4", 2, "late"),
            ]))
        #expect((tally.presence, tally.agents) == (1800, 4))
        // m1 has 720 minutes, the others 360 each.
        #expect((tally.byThree, tally.bySix) == (1440, 1800))
        // m1 with m2 for 360, with m3 from 20:00 to 24:00: 240. m4 is alone.
        #expect(tally.accompanied == 360 + 360 + 240 + 240)
        #expect(tally.withUsualPartner == 360 + 360 + 240)
        #expect(tally.gaps.isEmpty)
    }

    @Test(arguments: [(9, 0), (10, 1)])
    func `more than seven days without a team are a gap`(days: Int, gaps: Int) {
        // A team on the first day and on the last: 7 or 8 days between them.
        let scenario = town(days: days).scenario
        let duty = Duty(scenario)
        let tally = continuity(
            scenario,
            Roster(
                shifts: [0, days - 1].flatMap { [duty("m1", $0, "late"), duty("m2", $0, "late")] }))
        #expect(tally.gaps.count == gaps)
    }

    @Test func `nights in a row and early turns`() {
        let scenario = town(days: 5).scenario
        let duty = Duty(scenario)
        let rhythms = NightRhythm.all(
            scenario: scenario,
            roster: Roster(shifts: [
                duty("m1", 0, "night"), duty("m1", 1, "night"), duty("m1", 2, "noon"), duty("m1", 4, "night"),
                duty("m2", 0, "night"), duty("m2", 1, "late"), duty("m2", 3, "noon"),
            ]))
        // 22:00 to 26:00 is 4 h of night; from 20:00 to 12:00 is an early turn, from 20:00 to 18:00 is none, nor after a day off.
        #expect(rhythms[0] == NightRhythm(longestNightRun: 2, earlyTurns: 1))
        #expect(rhythms[1] == NightRhythm(longestNightRun: 1, earlyTurns: 0))
        #expect(rhythms[2] == NightRhythm())
    }

    @Test func `the Gini index is pro rata of available time`() {
        #expect(GiniIndex.thousandths(counts: [2, 2, 2], available: [100, 100, 100]) == 0)
        // Half the time, half the nights: equal.
        #expect(GiniIndex.thousandths(counts: [2, 4], available: [50, 100]) == 0)
        // One of two carries all: (0 + r) → r ∕ (2 r) = 1∕2; of four: 3∕4.
        #expect(GiniIndex.thousandths(counts: [0, 4], available: [100, 100]) == 500)
        #expect(GiniIndex.thousandths(counts: [0, 0, 0, 4], available: [1, 1, 1, 1]) == 750)
        #expect(GiniIndex.thousandths(counts: [0, 0], available: [1, 1]) == nil)
        #expect(GiniIndex.thousandths(counts: [3, 0], available: [1, 0]) == nil)
    }

    @Test func `hours fall into kinds and cost what the scenario says`() {
        var scenario = town(days: 4).scenario
        scenario.dayNames[1] = ["public_holidays"]
        scenario.hourCosts = [HourCost(base: 2000, night: 100, sunday: 74, holiday: 50)]
        let duty = Duty(scenario)
        // Thursday 1 October: 20:00 to 02:00, so 2 h of the holiday of Friday. Saturday the 3rd: 2 h of the Sunday.
        let roster = Roster(shifts: [duty("m1", 0, "night"), duty("m1", 2, "night"), duty("m2", 1, "noon")])
        let hours = WorkedHours.byAgent(
            scenario: scenario, roster: roster, coverage: RosterChecker(scenario).coverage(of: roster))
        #expect((hours[0].worked, hours[0].late, hours[0].core, hours[0].night) == (720, 720, 240, 480))
        #expect((hours[0].sunday, hours[0].holiday) == (120, 120))
        // 12 h × 20.00 + 8 h × 1.00 + 2 h × 0.74 + 2 h × 0.50 = 250.48 €.
        #expect(hours[0].costSixtieths == 25_048 * 60 && hours[0].euros == 250)
        #expect((hours[1].late, hours[1].holiday) == (0, 360))
        scenario.hourCosts = []
        let free = WorkedHours.byAgent(
            scenario: scenario, roster: roster, coverage: RosterChecker(scenario).coverage(of: roster))
        #expect(free[0].euros == nil)
    }

    @Test func `a mixed team counts for each employer by its share`() {
        var scenario = town().scenario
        scenario.employers = [Employer(id: "town", name: "Town"), Employer(id: "club", name: "Club")]
        scenario.agents = scenario.agents.enumerated().map { index, agent in
            Agent(
                id: agent.id, employer: EmployerID(index < 2 ? 0 : 1), profession: agent.profession,
                regime: agent.regime, type: agent.type, maximumMinutes: nil, availableMinutes: 600,
                sectors: agent.sectors, shifts: agent.shifts)
        }
        let axis = scenario.axis
        let band = ClockRange(start: 1200, end: 1440)
        let inBand = (0..<axis.slotCount).map { slot in
            (0..<axis.dayCount).contains { axis.minutes(day: $0, range: band).overlaps(axis.minutes(ofSlot: slot)) }
        }
        scenario.commitments = [0, 1].map {
            Commitment(
                employer: EmployerID($0), sector: $0 == 0 ? SectorID(0) : nil, hours: band,
                days: [true, true, true], isInBand: inBand, minutes: 300)
        }
        let duty = Duty(scenario)
        // Monday a pair of the town, Tuesday a mixed pair, Wednesday the town's pair with a third agent of the club.
        let roster = Roster(shifts: [
            duty("m1", 0, "late"), duty("m2", 0, "late"), duty("m1", 1, "late"), duty("m3", 1, "late"),
            duty("m1", 2, "late"), duty("m2", 2, "late"), duty("m3", 2, "late"),
        ])
        let figures = CommitmentFigures(
            scenario: scenario, roster: roster, coverage: RosterChecker(scenario).coverage(of: roster))
        #expect(figures.minutes == [240 + 120 + 240, 120])
    }
}
