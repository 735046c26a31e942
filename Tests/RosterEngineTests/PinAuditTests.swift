import RosterEngine
import RosterModel
import TestSupport
import Testing

@Suite struct PinAuditTests {
    /// Two agents, three days, an evening 16–24 and a morning 07–15; 11 h of rest.
    private static func town() -> TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.regimes[0].dailyRest = DailyRest(minutes: 660, source: TinyScenario.source)
        town.shift("late", "16:00", "24:00")
        town.shift("early", "07:00", "15:00")
        town.agent("x")
        town.agent("y")
        return town
    }

    @Test("pins that can be kept are no fault")
    func lawfulPins() {
        var town = Self.town()
        town.pin("x", day: 0, shift: "late")
        town.pin("x", day: 1, shift: "late")
        #expect(PinAudit.unlawful(in: town.scenario).isEmpty)
    }

    @Test("two pins that break a rest together are named with both days")
    func restBetweenPins() throws {
        var town = Self.town()
        town.pin("y", day: 0, shift: "late")
        town.pin("y", day: 1, shift: "early")
        let fault = try #require(PinAudit.unlawful(in: town.scenario).first)
        #expect(fault.agent == AgentID(1))
        #expect(fault.days == [0, 1])
        #expect(!fault.isOfOneDay)
    }

    @Test("a breach with an accepted reason is no fault")
    func acceptedBreach() {
        var town = Self.town()
        town.pin("y", day: 0, shift: "late", reason: "agreed")
        town.pin("y", day: 1, shift: "early", reason: "agreed")
        #expect(PinAudit.unlawful(in: town.scenario).isEmpty)
    }
}
