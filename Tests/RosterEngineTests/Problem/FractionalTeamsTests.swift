import GLPKSolver
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// Plans in which half a pair counts half.
@Suite struct FractionalTeamsTests {
    private func plan(_ scenario: Scenario, work: Int = 2_000_000) throws -> PlanResult {
        try Planner(
            scenario, parameters: PlanParameters(work: work, threads: 1, teams: .fractional), solver: GLPKSolver()
        ).plan(clock: { 0 })
    }

    @Test("three agents are a pair and a half: half of one evening stays uncovered, and that is proved")
    func oddGroup() throws {
        let town = TinyScenario.threeForTwoSectors
        let result = try plan(town.scenario)
        #expect(result.fractionalPoints == 12_000)
        #expect((11_900...12_000).contains(result.bound(.points)))
        #expect(result.levels.points == 24_000)
    }

    @Test("of two kinds the agents are shared as is best: a leader and three others are a trio or a pair and a half")
    func twoKinds() throws {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.professions = ["m", "g"]
        town.shift("late", "20:00", "24:00")
        town.kind("trio", [.init(1, ["g"]), .init(2, ["m"])])
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["trio"], "20:00", "24:00", weight: 2)
        town.need(kinds: ["pair"], "20:00", "24:00")
        for name in ["m1", "m2", "m3"] { town.agent(name) }
        town.agent("g1", "g")
        // The trio costs 48,000 to miss, the pair 24,000: trio whole, the third m is half a pair.
        let result = try plan(town.scenario)
        #expect(result.fractionalPoints == 12_000)
        #expect((11_900...12_000).contains(result.bound(.points)))
        #expect(result.levels.points == 24_000)
    }

    @Test("a guard is of use to a second half team as well, so that its place in the table is kept")
    func sharedGuard() throws {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.professions = ["m", "g"]
        town.shift("late", "20:00", "24:00")
        town.kind("mixed", [.init(1, ["g"]), .init(1, ["m"])])
        town.kind("trio", [.init(3, ["g"])])
        town.need(kinds: ["mixed", "trio"], "20:00", "24:00", teams: 2)
        town.agent("m1")
        for name in ["g1", "g2", "g3"] { town.agent(name, "g") }
        // One mixed pair, and the two guards left are two thirds of a trio: a third of 24,000 stays.
        let result = try plan(town.scenario)
        #expect(result.fractionalPoints == 8_000)
        #expect((7_900...8_000).contains(result.bound(.points)))
        #expect(result.levels.points == 24_000)
    }

    @Test("the bound is not above the best of all lawful rosters, and hardly ever is the roster worse")
    func agreesWithBruteForce() throws {
        // Sixths are all the fractions that pairs and trios ask for; larger kinds only make the truth larger.
        let copies = 6
        var optimal = 0
        for seed in UInt64(1)...12 {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let truth = BruteForce(scenario, copies: copies).optimum.points
            let result = try plan(scenario, work: 200_000)
            let points = try #require(result.fractionalPoints)
            #expect(result.bound(.points) * copies <= truth, "seed \(seed)")
            if points * copies <= truth { optimal += 1 }
        }
        #expect(optimal >= 11)
    }

    @Test("the same work gives the same roster on one thread and on two")
    func isReproducible() throws {
        let scenario = RandomTinyScenario(seed: 3).scenario
        let results = try [1, 2].map { threads in
            try Planner(
                scenario, parameters: PlanParameters(work: 100_000, threads: threads, teams: .fractional),
                solver: GLPKSolver()
            ).plan(clock: { 0 })
        }
        #expect(results[0].roster.hash(in: scenario) == results[1].roster.hash(in: scenario))
        #expect(results[0].bound(.points) == results[1].bound(.points))
    }

    @Test("fractional teams never leave more uncovered than whole ones", arguments: 1...20)
    func isNoWorse(_ seed: Int) throws {
        let scenario = RandomTinyScenario(seed: UInt64(seed)).scenario
        let result = try plan(scenario, work: 50_000)
        let points = try #require(result.fractionalPoints)
        #expect(result.bound(.points) <= points && points <= result.levels.points)
    }
}
