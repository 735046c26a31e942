import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderShiftsTests {
    /// The shifts of the example with its one shift replaced.
    private func shifts(_ entries: String, dayStart: String = "06:00") throws -> [Shift] {
        try read(entries, dayStart: dayStart).shifts
    }

    private func read(_ entries: String, dayStart: String = "06:00") throws -> Scenario {
        let yaml = Example.yaml(
            "  - {id: soir, professions: [mediateur], start: \"16:00\", end: \"24:00\", break: 20}", by: entries
        ).replacing("day_start: \"06:00\"", with: "day_start: \"\(dayStart)\"")
        let agents = Example.agents.replacing(",soir,chef", with: ",,chef")
        return try Example.read(yaml: yaml, agents: agents).scenario
    }

    @Test func timesAfterMidnightBelongToTheEveningBefore() throws {
        let list = try shifts(
            """
              - {id: a, professions: mediateur, start: 20h, end: 02h}
              - {id: b, professions: mediateur, start: "20:00", end: "26:00"}
              - {id: c, professions: mediateur, start: "00:30", end: "06:00"}
              - {id: d, professions: mediateur, start: "24:30", length: 5h30}
              - {id: e, professions: mediateur, start: "13:48", end: "22:00"}
              - {id: f, professions: mediateur, start: "06:00", end: "30:00"}
            """)
        #expect(
            list.map { [$0.hours.start, $0.hours.end] } == [
                [1200, 1560], [1200, 1560], [1470, 1800], [1470, 1800], [828, 1320], [360, 1800],
            ])
    }

    @Test func aRangeBecomesOneShiftForEachChoice() throws {
        let list = try shifts(
            """
              - {id: soir, professions: [mediateur], start: {from: "16:00", to: "17:00", every: 30}, end: "24:00"}
              - {id: nuit, professions: [mediateur], start: {from: 20h, to: 21h, every: 60}, length: {from: 7h, to: 8h, every: 60}}
            """)
        #expect(
            list.map(\.id) == [
                "soir@16:00-24:00", "soir@16:30-24:00", "soir@17:00-24:00", "nuit@20:00-27:00", "nuit@20:00-28:00",
                "nuit@21:00-28:00", "nuit@21:00-29:00",
            ])
        #expect(Set(list.map(\.name)) == ["soir", "nuit"])
        #expect(list.map(\.code) == ["S", "S", "S", "N", "N", "N", "N"])
    }

    @Test func agentsMayBeKeptToOneChoice() throws {
        let yaml = Example.yaml("start: \"16:00\"", by: "start: {from: 16h, to: 17h, every: 30}")
        let agents = Example.agents.replacing(",soir,chef", with: ",soir@16:30-24:00|soir@17:00-24:00,chef")
        let scenario = try Example.read(yaml: yaml, agents: agents).scenario
        #expect(scenario.agents.map { $0.shifts.map(\.value) } == [[0, 1, 2], [1, 2], [0, 1, 2]])
    }

    @Test func codesAreMadeFromIdsAndDistinct() throws {
        let list = try shifts(
            """
              - {id: soir, professions: mediateur, start: 16h, end: 22h}
              - {id: soir-tard, professions: mediateur, start: 16h, end: 24h}
              - {id: aube, professions: mediateur, start: 6h, end: 9h}
              - {id: x, code: SO, professions: mediateur, start: 6h, end: 9h}
            """)
        #expect(list.map(\.code) == ["S", "SOI", "AU", "SO"])
    }

    @Test func daysAndSeasonsSayWhenAShiftIsWorked() throws {
        let list = try shifts(
            """
              - {id: a, professions: mediateur, start: 16h, end: 22h, days: [jeu, samedi]}
              - {id: b, professions: mediateur, start: 16h, end: 22h, days: [fri-sun]}
              - {id: c, professions: mediateur, start: 16h, end: 22h, days: [2026-10-05, 6/10/2026]}
              - {id: d, professions: mediateur, start: 16h, end: 22h, seasons: [{first: 2026-09-01, last: 2026-10-03}]}
              - {id: e, professions: mediateur, start: 16h, end: 22h, seasons: [{first: "10-30", last: "03-31"}], days: sat}
              - {id: f, professions: mediateur, start: 16h, end: 22h, days: [veilles]}
            """)
        let days = list.map { shift in shift.days.indices.filter { shift.days[$0] }.map { $0 + 1 } }
        #expect(days[0] == [1, 3, 8, 10, 15, 17, 22, 24, 29, 31])
        #expect(days[1] == [2, 3, 4, 9, 10, 11, 16, 17, 18, 23, 24, 25, 30, 31])
        #expect(days[2] == [5, 6])
        #expect(days[3] == [1, 2, 3])
        #expect(days[4] == [31])
        // 31 October is the eve of All Saints' Day.
        #expect(days[5] == [31])
    }

    @Test func aRoundListsItsStages() throws {
        let list = try shifts(
            """
              - id: ronde
                professions: [mediateur]
                start: {from: "19:00", to: "20:00", every: 60}
                end: "02:00"
                round: [{sector: tilleuls, until: "22:00"}, {sector: centre, until: "00:30"}, {sector: tilleuls}]
            """)
        #expect(
            list[1].stages == [
                Shift.Stage(sector: SectorID(0), until: 1320), Shift.Stage(sector: SectorID(1), until: 1470),
                Shift.Stage(sector: SectorID(0), until: 1560),
            ])
        #expect(list.map(\.hours.start) == [1140, 1200])
    }

    @Test func theMenuDependsOnProfessionAndEmployer() throws {
        let scenario = try read(
            """
              - {id: tous, professions: [mediateur, educateur], start: 16h, end: 22h}
              - {id: ville, professions: mediateur, employers: ville, start: 16h, end: 22h}
              - {id: edu, professions: educateur, start: 16h, end: 22h}
            """)
        #expect(scenario.agents.map { $0.shifts.map(\.value) } == [[0], [0], [0, 1]])
    }

    @Test func aShiftThroughTheStartOfTheDayAsksToMoveIt() throws {
        let early = Example.yaml("start: \"16:00\", end: \"24:00\"", by: "start: \"05:00\", end: \"13:00\"")
        let issue = try #require(Example.issues(yaml: early).first)
        #expect(issue.message.contains("29:00–37:00 leaves the service day"))
        #expect(issue.hint.contains("day_start: \"05:00\""))
        #expect(
            try shifts("  - {id: a, professions: mediateur, start: 5h, end: 13h}", dayStart: "05:00")[0].hours.start
                == 300)
    }
}
