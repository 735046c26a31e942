import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderHistoryTests {
    private func histories(_ text: String) throws -> [Agent.History?] {
        try Example.read(["history.csv": text]).scenario.agents.map(\.history)
    }

    @Test func pastShiftsHaveNegativeDaysAndMinutes() throws {
        let list = try histories(
            """
            agent,start,end,break_minutes
            M1,2026-09-30T18:00,2026-10-01T02:00,20
            M1,28/09/2026 16h,28/09/2026 24h,30
            M2,,,
            """)
        #expect(
            list[0]?.shifts == [
                Agent.PastShift(day: -3, minutes: -3 * 1440 + 600 ..< -2 * 1440 - 360, breakMinutes: 30),
                Agent.PastShift(day: -1, minutes: -720 ..< -240, breakMinutes: 20),
            ])
        #expect(list[1]?.shifts.isEmpty == true)
        #expect(list[2] == nil)
    }

    @Test func theServiceDayFollowsFromTheStartUnlessGiven() throws {
        let text = """
            agent,service_day,start,end
            M1,,2026-09-30T01:00,2026-09-30T05:00
            M2,2026-09-30,2026-09-30T05:00,2026-09-30T10:00
            """
        #expect(try histories(text).map { $0?.shifts.map(\.day) } == [[-2], [-1], nil])
    }

    @Test func aRosterOfTheMonthBeforeIsAccepted() throws {
        let text = """
            agent,service_day,start,end,break_minutes,shift,sector,stage
            M1,2026-09-29,2026-09-29T17:00+02:00,2026-09-29T20:30+02:00,20,ronde,tilleuls,1
            M1,2026-09-29,2026-09-29T20:30+02:00,2026-09-30T00:00+02:00,,ronde,centre,2
            """
        let shifts = try histories(text)[0]?.shifts
        #expect(shifts == [Agent.PastShift(day: -2, minutes: -2220 ..< -1800, breakMinutes: 20)])
    }

    @Test func aServiceDayThatDoesNotFitIsAFault() {
        let text = "agent,service_day,start,end\nM1,2026-09-20,2026-09-30T01:00,2026-09-30T05:00\n"
        #expect(Example.issues(["history.csv": text]).map(\.field) == ["history.service_day"])
        let long = "agent,start,end\nM1,2026-09-20T01:00,2026-09-30T05:00\n"
        #expect(Example.issues(["history.csv": long]).map(\.field) == ["history.end"])
        let pause = "agent,start,end,pause\nM1,2026-09-30T01:00,2026-09-30T05:00,240\n"
        #expect(Example.issues(["history.csv": pause]).map(\.field) == ["history.break_minutes"])
    }
}
