import RosterDecision
import RosterModel
import TestSupport
import Testing

/// Explanations of gaps whose reason is known because the town was made so.
@Suite struct GapExplainerTests {
    /// A town of one gap: a pair of mediators is missing in sector `a` from 20:00 to 24:00 of Wednesday (day 2), unless the
    /// case says otherwise.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let partner: Bool
        let sets: [[GapReason]]
        /// Price in team-minutes by way of another hour.
        var price: Int?
        /// Requirement and day of the gap that is looked at.
        var requirement = 0
        var day = 2
        /// Shifts worked: agent, day, shift, sector.
        var worked: [(agent: String, day: Int, shift: String, sector: String)] = []
        /// Whether the town needs all who work on other days.
        var isOtherWorkNeeded = true
        let build: @Sendable (inout TinyScenario) -> Void

        var testDescription: String { name }
    }

    private static let source = TinyScenario.source

    /// Pair of `m`, shift 18:00 to 24:00, need 20:00 to 24:00 on Wednesday.
    private static func pairNeeded(_ town: inout TinyScenario) {
        town.shift("late", "18:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need("a", kinds: ["pair"], "20:00", "24:00", days: [2])
    }

    private static func agents(
        _ town: inout TinyScenario, maximumMinutes: Int? = nil, sectors: [String]? = nil, nightAllowed: Bool = true,
        absences: [Agent.Absence] = []
    ) {
        for id in ["m1", "m2"] {
            town.agent(
                id, maximumMinutes: maximumMinutes, sectors: sectors, nightAllowed: nightAllowed, absences: absences)
        }
    }

    private static let wednesday = [Agent.Absence(days: 2..<3)]

    private static let onMonday = [("m1", 0, "late", "a"), ("m2", 0, "late", "a")]
        .map { (agent: $0.0, day: $0.1, shift: $0.2, sector: $0.3) }
    private static let onTuesday = [("m1", 1, "late", "a"), ("m2", 1, "late", "a")]
        .map { (agent: $0.0, day: $0.1, shift: $0.2, sector: $0.3) }
    private static func alone(_ shift: String = "late") -> [(agent: String, day: Int, shift: String, sector: String)] {
        [(agent: "m1", day: 2, shift: shift, sector: "a")]
    }

    static let people: [Case] = [
        Case(name: "nobody of the profession", partner: false, sets: [[.nobodyQualified]]) { town in
            town.shift("late", "18:00", "24:00", professions: ["m", "e"])
            town.kind("pair", [.init(2, ["m"])])
            town.need("a", kinds: ["pair"], "20:00", "24:00", days: [2])
            town.agent("e1", "e")
            town.agent("e2", "e")
        },
        Case(name: "one of two at home, no second one in town", partner: true, sets: [[.nobodyQualified]]) { town in
            pairNeeded(&town)
            town.agent("m1")
        },
        Case(
            name: "one present alone, no second one in town", partner: true, sets: [[.nobodyQualified]], worked: alone()
        ) {
            town in
            pairNeeded(&town)
            town.agent("m1")
        },
        Case(name: "nobody with the qualification", partner: true, sets: [[.nobodyQualified]]) { town in
            town.shift("late", "18:00", "24:00")
            town.kind("led", [.init(1, ["m"], ["chef"]), .init(1, ["m"])])
            town.need("a", kinds: ["led"], "20:00", "24:00", days: [2])
            agents(&town)
        },
        Case(name: "nobody allowed in the sector", partner: false, sets: [[.notAllowedHere]]) { town in
            pairNeeded(&town)
            agents(&town, sectors: ["b"])
        },
        Case(name: "one allowed, the other not", partner: true, sets: [[.notAllowedHere]]) { town in
            pairNeeded(&town)
            town.agent("m1")
            town.agent("m2", sectors: ["b"])
        },
        Case(name: "all absent", partner: false, sets: [[.absent]]) { town in
            pairNeeded(&town)
            agents(&town, absences: wednesday)
        },
        Case(name: "all absent at that hour", partner: false, sets: [[.absent]]) { town in
            pairNeeded(&town)
            // 22:00 to 23:00 of Wednesday: two days and sixteen hours after Monday 06:00.
            agents(&town, absences: [Agent.Absence(minutes: 3840..<3900)])
        },
        Case(name: "one absent, the other there alone", partner: true, sets: [[.absent]], worked: alone()) { town in
            pairNeeded(&town)
            town.agent("m1")
            town.agent("m2", absences: wednesday)
        },
        Case(name: "a fixed day off", partner: false, sets: [[.fixedDecision]]) { town in
            pairNeeded(&town)
            agents(&town)
            town.pin("m1", day: 2)
            town.pin("m2", day: 2)
        },
    ]

    static let hours: [Case] = [
        Case(
            name: "daily rest before a shift at dawn", partner: false, sets: [[.rest]],
            worked: [
                (agent: "m1", day: 3, shift: "dawn", sector: "a"), (agent: "m2", day: 3, shift: "dawn", sector: "a"),
            ]
        ) { town in
            pairNeeded(&town)
            town.shift("dawn", "06:00", "12:00")
            town.regime.dailyRest = DailyRest(minutes: 660, source: source)
            agents(&town)
        },
        Case(name: "too many days in a row", partner: false, sets: [[.rest]], worked: onTuesday) { town in
            pairNeeded(&town)
            town.regime.consecutiveDays = ConsecutiveDays(days: 1, source: source)
            agents(&town)
        },
        Case(
            name: "too many nights in a row", partner: false, sets: [[.rest]],
            worked: [
                (agent: "m1", day: 1, shift: "night", sector: "a"), (agent: "m2", day: 1, shift: "night", sector: "a"),
            ]
        ) { town in
            town.shift("night", "20:00", "26:00")
            town.kind("pair", [.init(2, ["m"])])
            town.need("a", kinds: ["pair"], "20:00", "24:00", days: [2])
            town.regime.consecutiveNights = ConsecutiveNights(nights: 1, source: source)
            agents(&town)
        },
        Case(name: "Sunday off", partner: false, sets: [[.rest]], day: 6) { town in
            town.shift("late", "18:00", "24:00")
            town.kind("pair", [.init(2, ["m"])])
            town.need("a", kinds: ["pair"], "20:00", "24:00", days: [6])
            town.regime.sundaysOff = SundaysOff(off: 1, ofSundays: 1, source: source)
            agents(&town)
        },
        Case(name: "civil week full", partner: false, sets: [[.workingTimeMaximum]], worked: onMonday) { town in
            pairNeeded(&town)
            town.regime.maximumCivilWeek = MaximumCivilWeek(minutes: 600, source: source)
            agents(&town)
        },
        Case(name: "worked days of the week full", partner: false, sets: [[.workedDaysMaximum]], worked: onMonday) {
            town in
            pairNeeded(&town)
            town.regime.workedDaysPerWeek = WorkedDaysPerWeek(days: 1, source: source)
            agents(&town)
        },
        Case(name: "average over the horizon full", partner: false, sets: [[.workingTimeMaximum]], worked: onMonday) {
            town in
            pairNeeded(&town)
            town.regime.averageOverHorizon = AverageOverHorizon(weeklyMinutes: 600, source: source)
            agents(&town)
        },
        Case(name: "the only shift is longer than a day's maximum", partner: false, sets: [[.workingTimeMaximum]]) {
            town in
            pairNeeded(&town)
            town.regime.maximumDay = MaximumDay(minutes: 300, source: source)
            agents(&town)
        },
        Case(name: "the only shift is longer than the amplitude", partner: false, sets: [[.workingTimeMaximum]]) {
            town in
            pairNeeded(&town)
            town.regime.amplitude = Amplitude(minutes: 300, source: source)
            agents(&town)
        },
        Case(name: "contract hours used up", partner: false, sets: [[.contractHours]], worked: onMonday) { town in
            pairNeeded(&town)
            agents(&town, maximumMinutes: 600)
        },
        Case(name: "night forbidden to the agents", partner: false, sets: [[.nightForbidden]]) { town in
            pairNeeded(&town)
            agents(&town, nightAllowed: false)
        },
        Case(name: "night forbidden by the regime", partner: false, sets: [[.nightForbidden]]) { town in
            pairNeeded(&town)
            town.regime.nightForbidden = NightForbidden(source: source)
            agents(&town)
        },
        Case(name: "the convention does not allow missions after 23:00", partner: false, sets: [[.missionHours]]) {
            town in
            pairNeeded(&town)
            town.regime.missionHours = MissionHours(hours: ClockRange(start: 360, end: 1380), source: source)
            agents(&town)
        },
    ]

    static let placesAndTeams: [Case] = [
        Case(name: "no shift reaches the hour", partner: false, sets: [[.noShift]]) { town in
            town.shift("evening", "14:00", "20:00")
            town.kind("pair", [.init(2, ["m"])])
            town.need("a", kinds: ["pair"], "20:00", "24:00", days: [2])
            agents(&town)
        },
        Case(name: "no shift on that weekday", partner: false, sets: [[.noShift]]) { town in
            town.shift("late", "18:00", "24:00", days: [0, 1, 3])
            town.kind("pair", [.init(2, ["m"])])
            town.need("a", kinds: ["pair"], "20:00", "24:00", days: [2])
            agents(&town)
        },
        Case(
            name: "two are there, but pairs do not count after 20:00", partner: true, sets: [[.teamSize]],
            worked: [
                (agent: "m1", day: 2, shift: "late", sector: "a"), (agent: "m2", day: 2, shift: "late", sector: "a"),
            ]
        ) { town in
            town.shift("late", "18:00", "24:00")
            town.kind("pair", [.init(2, ["m"])], hours: ("06:00", "20:00"))
            town.kind("trio", [.init(3, ["m"])])
            town.need("a", kinds: ["pair", "trio"], "20:00", "24:00", days: [2])
            agents(&town)
        },
        Case(
            name: "the third of a trio is absent", partner: true, sets: [[.absent]],
            worked: [
                (agent: "m1", day: 2, shift: "late", sector: "a"), (agent: "m2", day: 2, shift: "late", sector: "a"),
            ]
        ) { town in
            town.shift("late", "18:00", "24:00")
            town.kind("trio", [.init(3, ["m"])])
            town.need("a", kinds: ["trio"], "20:00", "24:00", days: [2])
            agents(&town)
            town.agent("m3", absences: wednesday)
        },
        Case(
            // The pair in b covers 20:00 to 24:00 there: four hours.
            name: "at the price of the other sector", partner: false, sets: [[.otherHour]], price: 240,
            worked: [
                (agent: "m1", day: 2, shift: "late", sector: "b"), (agent: "m2", day: 2, shift: "late", sector: "b"),
            ]
        ) { town in
            pairNeeded(&town)
            town.need("b", kinds: ["pair"], "20:00", "24:00", days: [2])
            agents(&town)
        },
        Case(
            // 14:00 to 18:00 would be lost, 18:00 to 20:00 is in both shifts.
            name: "at the price of earlier hours of the sector", partner: false, sets: [[.otherHour]], price: 240,
            worked: [
                (agent: "m1", day: 2, shift: "early", sector: "a"), (agent: "m2", day: 2, shift: "early", sector: "a"),
            ]
        ) { town in
            town.shift("early", "14:00", "20:00")
            town.shift("late", "18:00", "24:00")
            town.kind("pair", [.init(2, ["m"])])
            town.need("a", kinds: ["pair"], "14:00", "24:00", days: [2])
            agents(&town)
        },
        Case(name: "two who are free", partner: false, sets: [[]]) { town in
            pairNeeded(&town)
            agents(&town)
        },
        Case(
            name: "two who stand where nothing is needed", partner: false, sets: [[]],
            worked: [
                (agent: "m1", day: 2, shift: "late", sector: "b"), (agent: "m2", day: 2, shift: "late", sector: "b"),
            ]
        ) { town in
            pairNeeded(&town)
            agents(&town)
        },
        Case(
            name: "one absent and one at rest", partner: false, sets: [[.absent, .rest]],
            worked: [(agent: "m2", day: 1, shift: "late", sector: "a")]
        ) { town in
            pairNeeded(&town)
            town.regime.consecutiveDays = ConsecutiveDays(days: 1, source: source)
            town.agent("m1", absences: wednesday)
            town.agent("m2")
        },
        Case(
            name: "two absent, or two without hours left", partner: false, sets: [[.absent], [.contractHours]],
            worked: onMonday
        ) { town in
            pairNeeded(&town)
            agents(&town, maximumMinutes: 600)
            town.agent("m3", absences: wednesday)
            town.agent("m4", absences: wednesday)
        },
        Case(
            name: "the smaller of two ways", partner: true, sets: [[.absent]],
            worked: [(agent: "m3", day: 1, shift: "late", sector: "a")]
        ) { town in
            pairNeeded(&town)
            town.regime.consecutiveDays = ConsecutiveDays(days: 1, source: source)
            town.agent("m1")
            town.agent("m2", absences: wednesday)
            town.agent("m3", maximumMinutes: 600)
        },
        Case(
            name: "mediators are there, the police for the mission is absent", partner: false, sets: [[.absent]],
            requirement: 1,
            worked: [
                (agent: "m1", day: 2, shift: "late", sector: "a"), (agent: "m2", day: 2, shift: "late", sector: "a"),
            ]
        ) { town in
            town.shift("late", "18:00", "24:00", professions: ["m", "e"])
            town.kind("pair", [.init(2, ["m"])])
            town.kind("patrol", [.init(2, ["e"])])
            town.need("a", kinds: ["pair", "patrol"], "20:00", "24:00", days: [2])
            town.need("a", kinds: ["patrol"], "20:00", "24:00", days: [2])
            agents(&town)
            town.agent("e1", "e", absences: wednesday)
            town.agent("e2", "e", absences: wednesday)
        },
        Case(name: "the educator of a mixed pair is absent", partner: true, sets: [[.absent]], worked: alone()) {
            town in
            town.shift("late", "18:00", "24:00", professions: ["m", "e"])
            town.kind("mixed", [.init(1, ["m"]), .init(1, ["e"])])
            town.need("a", kinds: ["mixed"], "20:00", "24:00", days: [2])
            town.agent("m1")
            town.agent("e1", "e", absences: wednesday)
        },
    ]

    /// The agents have worked their two days of the week, Monday and Tuesday.
    static let spareWork: [Case] = [
        Case(
            name: "days worked for nothing are given up", partner: false, sets: [[]], worked: onMonday + onTuesday,
            isOtherWorkNeeded: false
        ) { town in
            twoDaysAWeek(&town)
            agents(&town)
        },
        Case(
            name: "one absent, the other's week full of days worked for nothing", partner: true, sets: [[.absent]],
            worked: onMonday + onTuesday, isOtherWorkNeeded: false
        ) { town in
            twoDaysAWeek(&town)
            town.agent("m1", absences: wednesday)
            town.agent("m2")
        },
        Case(
            name: "a team that is needed is not given up", partner: false, sets: [[.workedDaysMaximum]],
            worked: onMonday + onTuesday, isOtherWorkNeeded: false
        ) { town in
            twoDaysAWeek(&town)
            town.need("a", kinds: ["pair"], "20:00", "24:00", days: [0, 1])
            agents(&town)
        },
        Case(
            name: "one of three who are there is needed, nobody knows which", partner: true,
            sets: [[.absent], [.workedDaysMaximum]],
            worked: onMonday + onTuesday + [0, 1].map { (agent: "m3", day: $0, shift: "late", sector: "a") },
            isOtherWorkNeeded: false
        ) { town in
            twoDaysAWeek(&town)
            town.need("a", kinds: ["pair"], "20:00", "24:00", days: [0, 1])
            agents(&town)
            town.agent("m3")
            town.agent("m4")
            town.agent("m5", absences: wednesday)
        },
        Case(
            name: "two who are there but are no team are given up", partner: false, sets: [[]],
            worked: onMonday + onTuesday, isOtherWorkNeeded: false
        ) { town in
            twoDaysAWeek(&town)
            town.kind("trio", [.init(3, ["m"])])
            town.need("a", kinds: ["trio"], "20:00", "24:00", days: [0, 1])
            agents(&town)
        },
        Case(
            name: "fixed days are not given up", partner: true, sets: [[.workedDaysMaximum]],
            worked: onMonday + onTuesday, isOtherWorkNeeded: false
        ) { town in
            twoDaysAWeek(&town)
            agents(&town)
            for day in 0..<2 { town.pin("m1", day: day, shift: "late", sector: "a") }
        },
        Case(
            name: "hours that the contract is owed are not given up", partner: true, sets: [[.workedDaysMaximum]],
            worked: onMonday + onTuesday, isOtherWorkNeeded: false
        ) { town in
            twoDaysAWeek(&town)
            town.agent("m1", minimumMinutes: 720)
            town.agent("m2")
        },
        Case(
            name: "a team gives up days as a whole or not at all", partner: true, sets: [[.workedDaysMaximum]],
            worked: onMonday + onTuesday + [0, 1].map { (agent: "m3", day: $0, shift: "late", sector: "a") },
            isOtherWorkNeeded: false
        ) { town in
            twoDaysAWeek(&town)
            town.agent("m1", teamKey: "est")
            town.agent("m2")
            town.agent("m3", teamKey: "est")
            town.pin("m3", day: 0, shift: "late", sector: "a")
            town.pin("m3", day: 1, shift: "late", sector: "a")
            town.pin("m3", day: 2)
        },
    ]

    private static func twoDaysAWeek(_ town: inout TinyScenario) {
        pairNeeded(&town)
        town.regime.workedDaysPerWeek = WorkedDaysPerWeek(days: 2, source: source)
    }

    static let givenWork: [Case] = [
        Case(name: "all in training", partner: false, sets: [[.givenWork]]) { town in
            pairNeeded(&town)
            for id in ["m1", "m2"] { town.agent(id, busy: [town.busy(2, "19:00", "23:30")]) }
        },
        Case(name: "all on standby", partner: false, sets: [[.givenWork]]) { town in
            pairNeeded(&town)
            for id in ["m1", "m2"] { town.agent(id, standby: [town.busy(2, "19:00", "23:30").minutes]) }
        },
        Case(name: "one absent, the other in training", partner: false, sets: [[.absent, .givenWork]]) { town in
            pairNeeded(&town)
            town.agent("m1", absences: wednesday)
            town.agent("m2", busy: [town.busy(2, "19:00", "23:30")])
        },
    ]

    @Test(
        "the reason is the one that the town was made with",
        arguments: people + hours + placesAndTeams + spareWork + givenWork)
    func findsTheReason(_ example: Case) throws {
        var town = TinyScenario(first: "2026-10-05", days: 7)
        town.sectors = ["a", "b"]
        town.professions = ["m", "e"]
        example.build(&town)
        if example.isOtherWorkNeeded {
            town.kind("one", [.init(1, ["m", "e"])])
            let others = example.worked.filter { $0.day != example.day }
            for (day, workers) in Dictionary(grouping: others, by: \.day).sorted(by: { $0.key < $1.key }) {
                town.need(workers[0].sector, kinds: ["one"], "06:00", "30:00", teams: workers.count, days: [day])
            }
        }
        let scenario = town.scenario
        let roster = Roster(
            shifts: try example.worked.map { worked in
                let menu = try #require(scenario.shifts.first { $0.id == worked.shift })
                let minutes = scenario.axis.minutes(day: worked.day, range: menu.hours)
                let sector = SectorID(try #require(scenario.sectors.firstIndex { $0.id == worked.sector }))
                return WorkedShift(
                    agent: AgentID(try #require(scenario.agents.firstIndex { $0.id == worked.agent })), day: worked.day,
                    name: menu.id, minutes: minutes, breakMinutes: menu.breakMinutes,
                    stages: [.init(sector: sector, minutes: minutes)])
            })
        let found = GapExplainer(scenario, roster: roster).explanations().filter {
            $0.day == example.day && $0.requirement.value == example.requirement
        }
        let last = try #require(found.last)
        #expect(last.alternatives == example.sets, "\(last)")
        #expect(last.isPartnerMissing == example.partner, "\(last)")
        #expect(last.missing == 1)
        // All cases end at midnight; the hour from 23:00 is always among the unexplained ones.
        #expect(last.slots.upperBound == scenario.axis.minute(day: example.day, clock: 1440) / 60)
        if let price = example.price { #expect(last.price?.minutes == price) }
    }

    @Test("there are at least forty cases, and a slot that is covered has no explanation")
    func coversEverything() {
        #expect(Self.people.count + Self.hours.count + Self.placesAndTeams.count + Self.spareWork.count >= 40)
        var town = TinyScenario(first: "2026-10-05", days: 3)
        Self.pairNeeded(&town)
        Self.agents(&town)
        let scenario = town.scenario
        let shifts = [0, 1].map { agent in
            WorkedShift(
                agent: AgentID(agent), day: 2, name: "late",
                minutes: scenario.axis.minutes(day: 2, range: scenario.shifts[0].hours), breakMinutes: 0,
                stages: [
                    .init(
                        sector: SectorID(0), minutes: scenario.axis.minutes(day: 2, range: scenario.shifts[0].hours))
                ])
        }
        #expect(GapExplainer(scenario, roster: Roster(shifts: shifts)).explanations().isEmpty)
    }

    @Test("one and two threads explain alike, and every missing team-minute is explained once")
    func explainsAllOnce() {
        for seed in UInt64(1)...25 {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let roster = BruteForce(scenario).bestRoster
            let explainer = GapExplainer(scenario, roster: roster)
            let (one, two) = (explainer.explanations(), explainer.explanations(threads: 2))
            #expect(one.map(\.slots) == two.map(\.slots) && one.map(\.alternatives) == two.map(\.alternatives))
            let minutes = one.reduce(0) { $0 + $1.slots.count * $1.missing * scenario.axis.gridMinutes }
            let missing = explainer.missingMinutes
            #expect(minutes == missing, "seed \(seed)")
            // A roster of least level 1 leaves nothing open that costs nothing.
            let isWeighted = scenario.requirements.allSatisfy { $0.pointsPerTeam.allSatisfy { $0 > 0 } }
            if isWeighted, scenario.pins.isEmpty, scenario.agents.allSatisfy({ $0.minimumMinutes == 0 }) {
                #expect(
                    !one.contains { $0.alternatives.contains([]) && scenario.requirements.count == 1 }, "seed \(seed)")
            }
        }
    }
}
