import RosterCheck
import RosterModel
import TestSupport
import Testing

/// What the check finds on split shifts, as figures.
@Suite struct SplitDayTests {
    /// One agent with a split shift 09:00–12:00, 17:00–21:00 and an evening 16:00–24:00.
    private func town(
        _ first: String = "2026-10-05", days: Int = 3, _ change: (inout TinyScenario) -> Void
    ) -> TinyScenario {
        var town = TinyScenario(first: first, days: days)
        change(&town)
        town.splitShift("split", [("09:00", "12:00"), ("17:00", "21:00")], breakMinutes: 20)
        town.shift("late", "16:00", "24:00", breakMinutes: 20)
        town.kind("single", [.init(1, ["m"])])
        town.need(kinds: ["single"], "08:00", "24:00")
        town.agent("m1")
        return town
    }

    @Test func tooManyPartsAreCounted() {
        let line = Line(town { $0.regime.splitDay = SplitDay(parts: 1, source: TinyScenario.source) }, [(0, "split")])
        #expect(line.breaches(.splitDay) == [[0, 2, 1]])
        #expect(line.violations.first?.unit == .parts)
    }

    @Test func aLongGapIsMeasured() {
        func breaches(_ minutes: Int) -> [[Int?]] {
            Line(
                town { $0.regime.splitDay = SplitDay(parts: 2, gapMinutes: minutes, source: TinyScenario.source) },
                [(0, "split")]
            ).breaches(.splitDay)
        }
        #expect(breaches(300).isEmpty)
        #expect(breaches(299) == [[0, 300, 299]])
    }

    @Test func theShorterPartIsMeasuredUnlessTheGapJoinsThem() {
        func breaches(_ minutes: Int, gap: Int) -> [[Int?]] {
            Line(
                town {
                    $0.regime.shortestShift = ShortestShift(
                        minutes: minutes, gapMinutes: gap, source: TinyScenario.source)
                }, [(0, "split")]
            ).breaches(.shortestShift)
        }
        #expect(breaches(180, gap: 0).isEmpty)
        #expect(breaches(181, gap: 0) == [[0, 180, 181]])
        // Seven hours together.
        #expect(breaches(420, gap: 300).isEmpty)
        #expect(breaches(421, gap: 300) == [[0, 420, 421]])
        #expect(breaches(181, gap: 299) == [[0, 180, 181]])
    }

    @Test func amplitudeRunsOverTheGapAndTheDayIsTheSumOfTheParts() {
        let line = Line(
            town {
                $0.regime.amplitude = Amplitude(minutes: 719, source: TinyScenario.source)
                $0.regime.maximumDay = MaximumDay(minutes: 399, source: TinyScenario.source)
                // Shorter than the gap: it is no daily rest all the same.
                $0.regime.dailyRest = DailyRest(minutes: 240, source: TinyScenario.source)
            }, [(0, "split")])
        // 09:00 to 21:00; 3 h and 4 h less the break.
        #expect(line.breaches(.amplitude) == [[0, 720, 719]])
        #expect(line.breaches(.maximumDay) == [[0, 400, 399]])
        #expect(line.breaches(.oneShiftADay).isEmpty && line.breaches(.dailyRest).isEmpty)
    }

    @Test func dailyRestCountsFromTheLastEndToTheFirstStart() {
        let line = Line(
            town { $0.regime.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source) },
            [(0, "late"), (1, "split"), (2, "split")])
        // 24:00 to 09:00, then 21:00 to 09:00.
        #expect(line.breaches(.dailyRest) == [[1, 540, 660]])
    }

    @Test func innerRestSaysTheTotalOrTheLongest() {
        func breaches(_ minutes: Int, share: Int) -> [[Int?]] {
            Line(
                town {
                    $0.regime.innerRest = InnerRest(
                        minutes: minutes, amplitudeMinutes: 720, leastMinutes: 60, largestShare: share,
                        source: TinyScenario.source)
                }, [(0, "split")]
            ).breaches(.innerRest)
        }
        // Rests are the gap of 5 h and the break of 20 min.
        #expect(breaches(320, share: 75).isEmpty)
        #expect(breaches(321, share: 75) == [[0, 320, 321]])
        #expect(breaches(320, share: 94) == [[0, 300, 301]])
    }

    @Test func nobodyIsPresentInTheGap() throws {
        let scenario = town { _ in }.scenario
        let roster = Roster(shifts: [Duty(scenario)("m1", 0, "split")])
        let review = RosterChecker.check(roster, against: scenario)
        let axis = scenario.axis
        let present = axis.slots(ofDay: 0).filter { review.coverage.present[0][$0] > 0 }
        #expect(
            present.map { axis.serviceClock(axis.minutes(ofSlot: $0).lowerBound, day: 0) / 60 } == [
                9, 10, 11, 17, 18, 19, 20,
            ])
        // 7 h less the break of 20 min.
        #expect(review.coverage.workedMinutes == [400])
    }

    @Test func aShiftWithOtherPartsIsNotOnTheMenu() {
        let scenario = town { _ in }.scenario
        let split = Duty(scenario)("m1", 0, "split")
        let checker = RosterChecker(scenario)
        func rules(_ stages: [WorkedShift.Stage]) -> [Rule] {
            checker.violations(
                of: AgentID(0),
                working: [
                    WorkedShift(
                        agent: split.agent, day: 0, name: split.name, minutes: split.minutes,
                        breakMinutes: split.breakMinutes, stages: stages)
                ]
            ).map(\.rule)
        }
        #expect(rules(split.stages).isEmpty)
        #expect(rules([.init(sector: SectorID(0), minutes: split.minutes)]) == [.allowedShift])
    }

    @Test func anAbsenceInTheGapBlocksNothing() {
        func violations(_ start: Int, _ end: Int) -> [Rule] {
            var town = TinyScenario(first: "2026-10-05", days: 1)
            town.splitShift("split", [("09:00", "12:00"), ("17:00", "21:00")])
            let minutes = town.axis.minutes(day: 0, range: ClockRange(start: start, end: end))
            town.agent("m1", absences: [Agent.Absence(minutes: minutes)])
            return Line(town, [(0, "split")]).violations.map(\.rule)
        }
        #expect(violations(720, 1020).isEmpty)
        #expect(violations(720, 1021) == [.absence])
    }
}
