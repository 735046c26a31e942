import GLPKSolver
import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

@Suite struct TechniqueTests {
    private static func plan(
        _ scenario: Scenario, without technique: Technique? = nil, sides: Set<Technique.Side>, work: Int
    ) throws -> PlanResult {
        var parameters = PlanParameters(work: work, threads: 1, seed: 1)
        parameters.switchedOff = technique.map { [$0] } ?? []
        parameters.sides = sides
        return try Planner(scenario, parameters: parameters, solver: GLPKSolver()).plan(clock: { 0 })
    }

    @Test(
        "whatever technique is off, rosters are lawful and bounds are below the optimum and derived by the check",
        arguments: Technique.allCases)
    func everySwitchKeepsPromises(_ technique: Technique) throws {
        for seed in UInt64(1)...8 {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let truth = BruteForce.optimum(scenario)
            let result = try Self.plan(scenario, without: technique, sides: [.bound, .search], work: 10_000)
            let review = RosterChecker.check(result.roster, against: scenario)
            #expect(review.isLawful && review.coverage.levels == result.levels, "seed \(seed)")
            #expect(result.levels.points >= truth.points, "seed \(seed)")
            #expect(result.bound(.points) <= truth.points, "seed \(seed)")
            #expect(result.bound(.lateMinutes) <= truth.lateMinutes, "seed \(seed)")
            let proof = result.certificateReview(for: scenario, review)
            #expect(proof.isProved, "seed \(seed): \(proof.proofs)")
        }
    }

    @Test(
        "techniques that tighten the bound of the small town do so: without them it stays below 564,000",
        arguments: [Technique.musterPools, .unaryPresence])
    func tightensBound(_ technique: Technique) throws {
        let town = try Scenario.shipped("petite-ville")
        let work = PlanParameters.work(ofPasses: 300)
        #expect(try Self.plan(town, sides: [.bound], work: work).bound(.points) == 564_000)
        #expect(try Self.plan(town, without: technique, sides: [.bound], work: work).bound(.points) < 564_000)
    }

    @Test("parts of the objective lower no bound, and raise some")
    func partsRaiseBounds() throws {
        var raised = 0
        let work = PlanParameters.work(ofPasses: 300)
        for seed in UInt64(1)...60 {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let whole = try Self.plan(scenario, without: .objectiveParts, sides: [.bound], work: work)
            let parts = try Self.plan(scenario, sides: [.bound], work: work)
            #expect(parts.bound(.points) >= whole.bound(.points), "seed \(seed)")
            #expect(whole.proofs.allSatisfy { $0.part == nil })
            if parts.bound(.points) > whole.bound(.points) { raised += 1 }
        }
        #expect(raised > 0)
    }

    @Test(
        "a move that is switched off changes the course of a search",
        arguments: [
            Technique.shiftDays, .swaps, .formTeams, .moveTeams, .swapNights, .moveCrews, .stirNights, .drawLines,
            .partialCredit, .finalFreeze, .roundTemperatures,
        ])
    func changesSearch(_ technique: Technique) throws {
        let town = try Scenario.shipped("petite-ville")
        let whole = try Self.plan(town, sides: [.search], work: 40_000)
        let without = try Self.plan(town, without: technique, sides: [.search], work: 40_000)
        #expect(whole.roster.hash(in: town) != without.roster.hash(in: town))
    }

    @Test("crews are drawn where teams of three are asked for, and leave a town of pairs as it is")
    func crewsAreForLargeTeams() throws {
        let pairs = try Scenario.shipped("petite-ville")
        let hashes = try [nil, Technique.drawCrews].map {
            try Self.plan(pairs, without: $0, sides: [.search], work: 40_000).roster.hash(in: pairs)
        }
        #expect(hashes[0] == hashes[1])
        var trios = pairs
        trios.teamKinds = trios.teamKinds.map { kind in
            let places = kind.places.map {
                TeamKind.Place(count: 3, professions: $0.professions, qualifications: $0.qualifications)
            }
            return TeamKind(
                id: kind.id, name: kind.name, places: places, hours: kind.hours, sectors: kind.sectors,
                countsInSlot: kind.countsInSlot)
        }
        let others = try [nil, Technique.drawCrews].map {
            try Self.plan(trios, without: $0, sides: [.search], work: 40_000).roster.hash(in: trios)
        }
        #expect(others[0] != others[1])
    }

    @Test("one side can run alone: a bound without moves, a roster without proofs")
    func sidesRunAlone() throws {
        let town = try Scenario.shipped("petite-ville")
        let bound = try Self.plan(town, sides: [.bound], work: 200_000)
        #expect(bound.bound(.points) > 0 && bound.work.moves == 0)
        let search = try Self.plan(town, sides: [.search], work: 20_000)
        #expect(search.proofs.isEmpty && search.levels.points < bound.levels.points)
    }
}
