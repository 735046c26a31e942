import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Agents with one team key work the same duties.
@Suite struct ConstitutedTeamTests {
    /// Three members of one team, one agent of none, over three days in two sectors.
    private func town(_ change: (inout TinyScenario) -> Void = { _ in }) -> Scenario {
        var town = TinyScenario(first: "2026-10-05", days: 3)
        town.sectors = ["a", "b"]
        town.shift("late", "18:00", "24:00")
        town.shift("later", "20:00", "26:00")
        let busy = town.busy(2, "19:00", "20:00")
        town.agent("t1", teamKey: "est")
        town.agent("t2", teamKey: "est", absences: [.init(days: 1..<2)])
        town.agent("t3", teamKey: "est", busy: [busy])
        town.agent("free")
        change(&town)
        return town.scenario
    }

    private func parted(_ scenario: Scenario, _ shifts: [(String, Int, String, String)]) -> [String] {
        let duty = Duty(scenario)
        let roster = Roster(shifts: shifts.map { duty($0.0, $0.1, $0.2, in: $0.3) })
        return RosterChecker(scenario).violations(in: roster).filter { $0.rule == .constitutedTeam }.map {
            "\(scenario[$0.agent].id) \($0.day ?? -1)"
        }
    }

    @Test func `one line for all is no breach, nor what others do`() {
        #expect(
            parted(
                town(),
                [("t1", 0, "late", "a"), ("t2", 0, "late", "a"), ("t3", 0, "late", "a"), ("free", 0, "later", "b")])
                == [])
        #expect(parted(town(), []) == [])
    }

    @Test(arguments: [("later", "a"), ("late", "b")])
    func `other hours or another sector part the member`(shift: String, sector: String) {
        #expect(
            parted(town(), [("t1", 0, "late", "a"), ("t2", 0, shift, sector), ("t3", 0, "late", "a")]) == ["t2 0"])
    }

    @Test func `staying at home parts the member unless something blocks the duty`() {
        #expect(parted(town(), [("t1", 0, "late", "a"), ("t2", 0, "late", "a")]) == ["t3 0"])
        // t2 is absent on day 1.
        #expect(parted(town(), [("t1", 1, "late", "a"), ("t3", 1, "late", "a")]) == [])
        // t3 has a training from 19:00 to 20:00 on day 2, which blocks the late shift and not the later one.
        #expect(parted(town(), [("t1", 2, "late", "a"), ("t2", 2, "late", "a")]) == [])
        #expect(parted(town(), [("t1", 2, "later", "a"), ("t2", 2, "later", "a")]) == ["t3 2"])
    }

    @Test func `who is kept from the team's duty does no other one instead`() {
        #expect(
            parted(town(), [("t1", 2, "late", "a"), ("t2", 2, "late", "a"), ("t3", 2, "later", "a")]) == ["t3 2"])
    }

    @Test func `an accepted pin parts with its reason`() {
        let scenario = town { $0.pin("t2", day: 0, shift: "later", sector: "b", reason: "tuteur") }
        let duty = Duty(scenario)
        let roster = Roster(shifts: [
            duty("t1", 0, "late", in: "a"), duty("t2", 0, "later", in: "b"), duty("t3", 0, "late", in: "a"),
        ])
        let review = RosterChecker.check(roster, against: scenario)
        #expect(review.violations.map(\.rule) == [.constitutedTeam] && review.isLawful)
        #expect(review.violations[0].acceptedReason == "tuteur")
    }
}
