import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Two contracts of one person: the rules of each hold over the work of both.
@Suite struct PersonTests {
    /// A city agent and a private employee who are one person, in a week from Monday 5 October 2026.
    private func town(_ rules: (inout Regime, inout Regime) -> Void) -> Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 7)
        var second = Regime(
            id: "second", name: "second", nightClock: ClockRange(start: 1260, end: 1800), breakCountsAsWork: false)
        rules(&town.regime, &second)
        town.regimes.append(second)
        town.shift("morning", "08:00", "13:00", breakMinutes: 30)
        town.shift("noon", "12:30", "16:30")
        town.shift("late", "18:00", "24:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "20:00", "24:00")
        town.agent("city", maximumMinutes: 600)
        town.agent("private", regime: "second", maximumMinutes: 640)
        town.agent("other")
        var scenario = town.scenario
        for index in 0..<2 { scenario.agents[index] = scenario.agents[index].changed(personKey: "p1") }
        return scenario
    }

    private func broken(_ scenario: Scenario, _ shifts: [(String, Int, String)]) -> [String] {
        let duty = Duty(scenario)
        let roster = Roster(shifts: shifts.map { duty($0.0, $0.1, $0.2) })
        return RosterChecker(scenario).violations(in: roster).map {
            "\(scenario[$0.agent].id) \($0.rule) \($0.measured)"
        }
    }

    @Test func `the work of a day is that of both`() {
        let scenario = town { first, second in
            first.maximumDay = MaximumDay(minutes: 600, source: TinyScenario.source)
            second.maximumDay = MaximumDay(minutes: 630, source: TinyScenario.source)
        }
        // 4 h 30 and 6 h: above the city's 10 h, on the boundary of the other regime.
        #expect(broken(scenario, [("city", 0, "morning"), ("private", 0, "late")]) == ["city maximumDay 630"])
        #expect(broken(scenario, [("city", 0, "morning"), ("private", 1, "late")]) == [])
        // Nobody else is concerned.
        #expect(broken(scenario, [("city", 0, "morning"), ("other", 0, "late")]) == [])
    }

    @Test func `shifts of both contracts do not overlap`() {
        let scenario = town { _, _ in }
        #expect(
            broken(scenario, [("city", 0, "morning"), ("private", 0, "noon")])
                == ["city busyTime 0", "private busyTime 0"])
    }

    @Test func `each regime asks its own rest of the work of both`() {
        let scenario = town { first, second in
            first.dailyRest = DailyRest(minutes: 540, source: TinyScenario.source)
            second.dailyRest = DailyRest(minutes: 480, source: TinyScenario.source)
        }
        // Midnight to 08:00 is 8 h.
        #expect(broken(scenario, [("private", 0, "late"), ("city", 1, "morning")]) == ["city dailyRest 480"])
        #expect(broken(scenario, [("private", 0, "late"), ("private", 1, "morning")]) == [])
        #expect(broken(scenario, [("private", 0, "late"), ("city", 2, "morning")]) == [])
    }

    @Test func `weeks add up, contracts do not`() {
        let scenario = town { first, _ in
            first.maximumCivilWeek = MaximumCivilWeek(minutes: 1200, source: TinyScenario.source)
        }
        let evenings = [("private", 1, "late"), ("city", 3, "late")]
        // 6 h for each contract, 4 h 30 and 4 h: 20 h 30 in all.
        #expect(
            broken(scenario, evenings + [("city", 0, "noon"), ("private", 2, "morning")])
                == ["city maximumCivilWeek 1230"])
        #expect(broken(scenario, evenings + [("city", 0, "noon")]) == [])
        #expect(
            broken(scenario, evenings + [("private", 4, "late")]) == ["private contractMaximum 720"])
    }

    @Test func `nights of both contracts make a night worker`() {
        let scenario = town { first, _ in
            // 22:00 to 24:00 is a night.
            first = Regime(
                id: "plain", name: "plain", nightClock: ClockRange(start: 1320, end: 1740), nightShiftMinutes: 120,
                breakCountsAsWork: false)
            first.nightWorkerDay = NightWorkerDay(minutes: 300, source: TinyScenario.source)
        }
        #expect(broken(scenario, [("city", 0, "late")]) == [])
        #expect(broken(scenario, [("city", 0, "late"), ("private", 2, "late")]) == ["city nightWorkerDay 360"])
        #expect(broken(scenario, [("city", 0, "late"), ("other", 2, "late")]) == [])
    }
}
