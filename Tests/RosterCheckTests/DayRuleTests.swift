import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Rules that one service day decides: absence, sector, menu, one shift a day, maximum day, amplitude, night forbidden.
@Suite struct DayRuleTests {
    private func town(_ change: (inout TinyScenario) -> Void = { _ in }) -> TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.sectors = ["a", "b"]
        town.shift("late", "18:00", "25:00", breakMinutes: 20)
        town.shift("early", "08:00", "15:00")
        town.shift("round", "19:00", "26:00", stages: [("a", "21:30"), ("b", "26:00")])
        change(&town)
        return town
    }

    @Test(arguments: [(0, 1), (1, 0), (2, 1)])
    func `an absence in days blocks the shifts that start in them`(day: Int, expected: Int) {
        var town = town()
        town.agent("m1", absences: [Agent.Absence(days: 0..<1), Agent.Absence(days: 2..<3)])
        #expect(Line(town, [(day, "late")]).breaches(.absence).count == expected)
    }

    // The shift ends at 01:00 of the night of day 0: minute 19 × 60 = 1140.
    @Test(arguments: [(1140..<1200, 0), (1139..<1200, 1), (700..<720, 0), (700..<721, 1)])
    func `an absence in minutes blocks every overlap and no touch`(minutes: Range<Int>, expected: Int) {
        var town = town()
        town.agent("m1", absences: [Agent.Absence(minutes: minutes)])
        #expect(Line(town, [(0, "late")]).breaches(.absence).count == expected)
    }

    @Test func `a shift is spent in sectors that the agent may work in`() {
        var town = town()
        town.agent("m1", sectors: ["a"])
        let scenario = town.scenario
        let duty = Duty(scenario)
        func breaches(_ shift: WorkedShift) -> [Rule] {
            RosterChecker(scenario).violations(in: Roster(shifts: [shift])).map(\.rule)
        }
        #expect(breaches(duty("m1", 0, "late", in: "a")) == [])
        #expect(breaches(duty("m1", 0, "late", in: "b")) == [.allowedSector])
        #expect(breaches(duty("m1", 0, "round")) == [.allowedSector])
    }

    @Test func `a shift is worked as the menu says on that day`() {
        var town = town { $0.shift("monday", "12:00", "16:00", days: [0]) }
        town.agent("m1", shifts: ["late", "round", "monday"])
        let scenario = town.scenario
        let duty = Duty(scenario)
        func breaches(_ change: (WorkedShift) -> WorkedShift, _ day: Int, _ shift: String) -> [Rule] {
            let worked = change(duty("m1", day, shift))
            return RosterChecker(scenario).violations(in: Roster(shifts: [worked])).map(\.rule)
        }
        func remade(
            _ shift: WorkedShift, name: String? = nil, minutes: Range<Int>? = nil, pause: Int? = nil,
            stages: [WorkedShift.Stage]? = nil
        ) -> WorkedShift {
            WorkedShift(
                agent: shift.agent, day: shift.day, name: name ?? shift.name, minutes: minutes ?? shift.minutes,
                breakMinutes: pause ?? shift.breakMinutes, stages: stages ?? shift.stages)
        }
        #expect(breaches({ $0 }, 0, "late") == [])
        #expect(breaches({ $0 }, 0, "early") == [.allowedShift])
        #expect(breaches({ $0 }, 0, "monday") == [])
        #expect(breaches({ $0 }, 1, "monday") == [.allowedShift])
        #expect(breaches({ remade($0, name: "unknown") }, 0, "late") == [.allowedShift])
        #expect(breaches({ remade($0, pause: 0) }, 0, "late") == [.allowedShift])
        #expect(breaches({ remade($0, minutes: 720..<1139) }, 0, "late") == [.allowedShift])
        #expect(breaches({ remade($0, stages: Array($0.stages.reversed())) }, 0, "round") == [.allowedShift])
        #expect(breaches({ remade($0, stages: [$0.stages[0]]) }, 0, "round") == [.allowedShift])
        // A stay of no length says nothing.
        #expect(
            breaches({ remade($0, stages: $0.stages + [.init(sector: SectorID(1), minutes: 1200..<1200)]) }, 0, "round")
                == [])
    }

    @Test func `a shift outside the horizon is on no menu`() {
        var town = town()
        town.agent("m1")
        let scenario = town.scenario
        let shift = Duty(scenario)("m1", 0, "late")
        let moved = WorkedShift(
            agent: shift.agent, day: 7, name: "late", minutes: 10_800..<11_220, breakMinutes: 20,
            stages: [.init(sector: SectorID(0), minutes: 10_800..<11_220)])
        #expect(RosterChecker(scenario).violations(in: Roster(shifts: [moved])).map(\.rule) == [.allowedShift])
    }

    @Test func `one shift a service day`() {
        var town = town()
        town.agent("m1")
        #expect(Line(town, [(0, "early"), (1, "late")]).violations.isEmpty)
        #expect(Line(town, [(1, "early"), (1, "late")]).breaches(.oneShiftADay) == [[1, 2, 1]])
    }

    // Late lasts 420 minutes, 400 without its break.
    @Test(arguments: [(400, false, 0), (399, false, 1), (419, true, 1), (420, true, 0)])
    func `the maximum day counts breaks only where they are work`(limit: Int, countsBreaks: Bool, expected: Int) {
        var town = town()
        town.regimes = [
            Regime(
                id: "plain", name: "", nightClock: ClockRange(start: 1320, end: 1740), breakCountsAsWork: countsBreaks)
        ]
        town.regime.maximumDay = MaximumDay(minutes: limit, source: TinyScenario.source)
        town.agent("m1")
        let breaches = Line(town, [(0, "late")]).breaches(.maximumDay)
        #expect(breaches == (expected == 0 ? [] : [[0, countsBreaks ? 420 : 400, limit]]))
    }

    @Test(arguments: [(420, 0), (419, 1)])
    func `the amplitude counts from start to end`(limit: Int, expected: Int) {
        var town = town()
        town.regime.amplitude = Amplitude(minutes: limit, source: TinyScenario.source)
        town.agent("m1")
        #expect(Line(town, [(0, "late")]).breaches(.amplitude).count == expected)
    }

    /// 22:00 to 07:00 lasts nine hours, ten in the night to 25 October, eight in the night to 29 March.
    @Test(arguments: [("2026-10-23", 540), ("2026-10-24", 600), ("2026-03-28", 480)])
    func `a night of the clock change is an hour longer or shorter`(date: String, length: Int) {
        for (limit, expected) in [(length, 0), (length - 1, 1)] {
            let town = TinyScenario.alone(date, days: 1) {
                $0 = TinyScenario(first: date, days: 1, dayStart: "08:00")
                $0.shift("night", "22:00", "31:00")
                $0.regime.maximumDay = MaximumDay(minutes: limit, source: TinyScenario.source)
                $0.regime.amplitude = Amplitude(minutes: limit, source: TinyScenario.source)
            }
            let line = Line(town, [(0, "night")])
            #expect(line.breaches(.maximumDay).count == expected)
            #expect(line.breaches(.amplitude).count == expected)
        }
    }

    @Test func `who may not work at night ends at 22 o'clock`() {
        for isRegime in [true, false] {
            var town = town {
                $0.shift("until22", "15:00", "22:00")
                $0.shift("until23", "15:00", "23:00")
                $0.shift("from5", "29:00", "30:00")
                $0.shift("from4", "28:30", "30:00")
            }
            if isRegime { town.regime.nightForbidden = NightForbidden(source: TinyScenario.source) }
            town.agent("m1", nightAllowed: isRegime)
            #expect(Line(town, [(0, "until22")]).violations.isEmpty)
            #expect(Line(town, [(0, "until23")]).breaches(.nightForbidden) == [[0, 60, 0]])
            #expect(Line(town, [(0, "from5")]).violations.isEmpty)
            #expect(Line(town, [(0, "from4")]).breaches(.nightForbidden) == [[0, 30, 0]])
            #expect(
                Line(town, [(0, "until23")]).violations.first?.article == (isRegime ? "test article" : ""))
        }
    }
}
