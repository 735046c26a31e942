import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Teams formed of the agents present, as coverage shows them.
@Suite struct TeamFormationTests {
    /// Coverage of the single hour 20:00 to 21:00 with these agents (profession, qualifications) present.
    private func report(
        _ agents: [(String, [String])], _ change: (inout TinyScenario) -> Void
    ) -> (scenario: Scenario, coverage: CoverageReport) {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.professions = ["m", "e", "p"]
        town.handoverMinutes = 0
        town.shift("hour", "20:00", "21:00")
        change(&town)
        for (index, agent) in agents.enumerated() {
            town.agent("x\(index)", agent.0, qualifications: agent.1)
        }
        let scenario = town.scenario
        let duty = Duty(scenario)
        let roster = Roster(shifts: agents.indices.map { duty("x\($0)", 0, "hour") })
        return (scenario, RosterChecker(scenario).coverage(of: roster))
    }

    /// Slot 14 is 20:00 to 21:00.
    private func teams(_ result: (scenario: Scenario, coverage: CoverageReport)) -> [Int] {
        let kinds = result.scenario.teamKinds.count
        return result.coverage.teamsFormed[0][14 * kinds..<15 * kinds].map { Int($0) }
    }

    @Test func `four officers serve a trio's mission rather than a pair's when it weighs more`() {
        for (weight, trios, pairs, points) in [(3, 1, 0, 60 * 100 * 2), (1, 0, 2, 60 * 100)] {
            let result = report(Array(repeating: ("p", []), count: 4)) {
                $0.kind("trio", [.init(3, ["p"])])
                $0.kind("pair", [.init(2, ["p"])])
                $0.need(kinds: ["trio"], "20:00", "21:00", weight: weight, requirement: "mission")
                $0.need(kinds: ["pair"], "20:00", "21:00", teams: 2, requirement: "presence")
            }
            // A trio leaves one officer over: two pairs are missing. Two pairs leave the mission.
            #expect(teams(result) == [trios, pairs])
            #expect(result.coverage.levels.points == points)
        }
    }

    /// Three officers may be a trio or a patrol and one over; four of whom two patrols are asked for may not be a trio.
    @Test("the kinds that can be there at no loss do not depend on the order of the kinds", arguments: [false, true])
    func possibleKinds(_ isTrioFirst: Bool) {
        let trio = isTrioFirst ? 0 : 1
        for (officers, patrols, expected) in [(3, 1, [true, true]), (4, 2, [true, false]), (4, 1, [true, true])] {
            let result = report(Array(repeating: ("p", []), count: officers)) {
                if isTrioFirst { $0.kind("trio", [.init(3, ["p"])]) }
                $0.kind("patrol", [.init(2, ["p"])])
                if !isTrioFirst { $0.kind("trio", [.init(3, ["p"])]) }
                $0.need(kinds: ["patrol", "trio"], "20:00", "21:00", teams: patrols)
            }
            let possible = result.coverage.isTeamPossible[0][14 * 2..<15 * 2].map(\.self)
            #expect([possible[1 - trio], possible[trio]] == expected, "\(officers) officers, \(patrols) asked for")
            // What is formed is among what can be formed.
            #expect(zip(teams(result), possible).allSatisfy { $0 == 0 || $1 })
        }
    }

    @Test func `a trio counts for two requirements that accept it`() {
        let result = report(Array(repeating: ("p", []), count: 4)) {
            $0.kind("trio", [.init(3, ["p"])])
            $0.kind("pair", [.init(2, ["p"])])
            $0.need(kinds: ["trio"], "20:00", "21:00", requirement: "mission")
            $0.need(kinds: ["pair", "trio"], "20:00", "21:00", requirement: "presence")
        }
        #expect(teams(result) == [1, 0])
        #expect(result.coverage.levels.points == 0)
        // A pair would cover the presence with two agents, but not the mission: three are used, one is over.
        #expect(result.coverage.surplus[0][14] == 1)
    }

    @Test func `mixed teams need one of each`() {
        func missing(_ mediators: Int, _ educators: Int) -> Int {
            let agents =
                Array(repeating: ("m", [String]()), count: mediators) + Array(repeating: ("e", []), count: educators)
            return report(agents) {
                $0.kind("mixed", [.init(1, ["m"]), .init(1, ["e"])])
                $0.need(kinds: ["mixed"], "20:00", "21:00", teams: 2)
            }.coverage.lateMissingMinutes / 60
        }
        #expect([missing(2, 2), missing(3, 1), missing(4, 0), missing(1, 0)] == [0, 1, 2, 2])
    }

    @Test func `a leader takes the leader's place and whoever is left the other`() {
        func missing(_ leaders: Int, _ others: Int) -> Int {
            let agents =
                Array(repeating: ("p", ["leader"]), count: leaders) + Array(repeating: ("p", []), count: others)
            return report(agents) {
                $0.kind("patrol", [.init(1, ["p"], ["leader"]), .init(1, ["p"])])
                $0.need(kinds: ["patrol"], "20:00", "21:00", teams: 2)
            }.coverage.lateMissingMinutes / 60
        }
        // Two leaders may patrol together; two agents without a leader may not.
        #expect([missing(2, 2), missing(2, 0), missing(0, 4), missing(1, 3), missing(3, 1)] == [0, 1, 2, 1, 0])
    }

    @Test func `places that accept many do not take the people of those that accept few`() {
        // Two of mediator or educator, and one educator with a mediator: greedy choices may fail, a matching does not.
        let result = report([("m", []), ("m", []), ("m", []), ("e", [])]) {
            $0.kind("any", [.init(2, ["m", "e"])])
            $0.kind("mixed", [.init(1, ["m"]), .init(1, ["e"])])
            $0.need(kinds: ["any"], "20:00", "21:00", requirement: "first")
            $0.need(kinds: ["mixed"], "20:00", "21:00", requirement: "second")
        }
        #expect(teams(result) == [1, 1])
        #expect(result.coverage.levels.points == 0)
    }

    @Test func `ties go to fewest missing teams and then to the kinds that come first`() {
        let kinds: (inout TinyScenario) -> Void = {
            $0.kind("first", [.init(2, ["m"])])
            $0.kind("second", [.init(1, ["m"])])
        }
        // Weight 0: nothing costs points; one team of two kinds may be formed.
        let free = report([("m", []), ("m", [])]) {
            kinds(&$0)
            $0.need(kinds: ["second"], "20:00", "21:00", teams: 2, weight: 0)
        }
        #expect(teams(free) == [0, 2])
        #expect(free.coverage.levels.points == 0)
        #expect(free.coverage.surplus[0][14] == 2)
        let equal = report([("m", []), ("m", [])]) {
            kinds(&$0)
            $0.need(kinds: ["first", "second"], "20:00", "21:00")
        }
        #expect(teams(equal) == [1, 0])
        // A single agent would do as well.
        #expect(equal.coverage.surplus[0][14] == 1)
    }

    @Test func `kinds count in their hours and sectors only`() {
        for (hours, sectors, missing) in [
            (("06:00", "21:00"), nil, 0), (("06:00", "20:30"), nil, 60), (nil, ["b"], 60), (nil, ["a"], 0),
        ] as [((String, String)?, [String]?, Int)] {
            let result = report([("m", [])]) {
                $0.sectors = ["a", "b"]
                $0.kind("lone", [.init(1, ["m"])], hours: hours, sectors: sectors)
                $0.need(kinds: ["lone"], "20:00", "21:00")
            }
            #expect(result.coverage.lateMissingMinutes == missing)
            #expect(result.coverage.nobodyMinutes == missing)
        }
    }

    @Test func `somebody of another kind is not nobody`() {
        let result = report([("m", []), ("m", [])]) {
            $0.kind("pair", [.init(2, ["m"])])
            $0.kind("trio", [.init(3, ["m"])])
            $0.need(kinds: ["trio"], "20:00", "21:00")
        }
        #expect(result.coverage.lateMissingMinutes == 60)
        #expect(result.coverage.nobodyMinutes == 0)
    }

    @Test func `presence must fill the slot in one stay`() {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.sectors = ["a", "b"]
        town.shift("late", "20:10", "23:50")
        town.shift("round", "20:00", "24:00", stages: [("a", "21:30"), ("b", "24:00")])
        town.kind("lone", [.init(1, ["m"])])
        town.need("a", kinds: ["lone"], "20:00", "24:00")
        town.need("b", kinds: ["lone"], "20:00", "24:00")
        town.agent("m1")
        let scenario = town.scenario
        let duty = Duty(scenario)
        func missing(_ shift: String) -> [[Int]] {
            let coverage = RosterChecker(scenario).coverage(of: Roster(shifts: [duty("m1", 0, shift)]))
            return coverage.missing.map { $0[14..<18].map { Int($0) } }
        }
        #expect(missing("late") == [[1, 0, 0, 1], [1, 1, 1, 1]])
        #expect(missing("round") == [[0, 1, 1, 1], [1, 1, 0, 0]])
    }
}
