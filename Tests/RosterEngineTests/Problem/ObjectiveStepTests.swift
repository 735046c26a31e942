import RosterCheck
import RosterEngine
import RosterModel
import TestSupport
import Testing

/// The step between values of an objective, as the engine and the check find it, against towns where it is plain to see.
@Suite struct ObjectiveStepTests {
    /// A change of the town, the step that it leaves, and the least value above what the proof below sums up to, in points.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let step: Int
        let derived: Int
        let change: @Sendable (inout TinyScenario) -> Void

        init(
            _ testDescription: String, step: Int, derived: Int? = nil,
            change: @escaping @Sendable (inout TinyScenario) -> Void
        ) {
            self.testDescription = testDescription
            self.step = step
            self.derived = derived ?? step
            self.change = change
        }
    }

    /// A pair from 20:00 to 24:00 on two days (6,000 points an hour), and two agents who may fill one of them.
    private static var town: TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.sectors = ["a", "b"]
        town.regime.consecutiveDays = ConsecutiveDays(days: 1, source: TinyScenario.source)
        town.shift("late", "20:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        town.agent("m1", sectors: ["a"], shifts: ["late"])
        town.agent("m2", sectors: ["a"], shifts: ["late"])
        return town
    }

    static let cases = [
        Case("one shift fills the need: the whole evening or nothing", step: 24_000) { _ in },
        Case("a shift that nobody has", step: 24_000) { $0.shift("early", "18:00", "22:00") },
        Case("a shift ends half way", step: 12_000) {
            $0.shift("early", "18:00", "22:00")
            $0.agent("m3", sectors: ["a"], shifts: ["early"])
        },
        Case("a shift begins an hour before the end", step: 6_000) {
            $0.shift("last", "23:00", "26:00")
            $0.agent("m3", sectors: ["a"], shifts: ["last"])
        },
        Case("that shift is of another sector", step: 24_000) {
            $0.shift("last", "23:00", "26:00")
            $0.agent("b1", sectors: ["b"], shifts: ["last"])
        },
        Case("a pin puts that shift into the sector", step: 6_000) {
            $0.shift("last", "23:00", "26:00")
            $0.agent("b1", sectors: ["b"], shifts: ["last"])
            $0.pin("b1", day: 0, shift: "last", sector: "a", reason: "agreed")
        },
        Case("a round comes through at 21:00", step: 6_000) {
            $0.shift("round", "19:00", "24:00", stages: [("b", "21:00"), ("a", "24:00")])
            $0.agent("m3", sectors: ["a", "b"], shifts: ["round"])
        },
        Case("another kind counts from 22:00", step: 12_000) {
            $0.kind("trio", [.init(3, ["m"])], hours: ("22:00", "24:00"))
            $0.need(kinds: ["pair", "trio"], "20:00", "24:00")
        },
        Case("a second need of the same hours weighs threefold", step: 24_000) {
            $0.need(kinds: ["pair"], "20:00", "24:00", weight: 3)
        },
        Case("a second need of the second half", step: 12_000) {
            $0.need(kinds: ["pair"], "22:00", "24:00", weight: 3)
        },
        Case("hours after 22:00 weigh twice", step: 36_000) { $0.hourWeight = { $0 < 22 ? 100 : 200 } },
        Case("an hour in a sector where nobody works", step: 6_000, derived: 12_000) {
            $0.need("b", kinds: ["pair"], "20:00", "21:00", days: [0])
        },
    ]

    @Test("the engine and the check find the step", arguments: cases)
    func stepIsFound(_ one: Case) {
        var town = Self.town
        one.change(&town)
        let scenario = town.scenario
        let model = CoverModel(PlanProblem(scenario, threads: 1), objective: .points, form: .staffings, threads: 1)
        #expect(model.step == one.step)
        #expect(derived(scenario, .points) == one.derived)
    }

    @Test("late minutes have a step of their own")
    func lateStep() {
        var town = Self.town
        town.shift("early", "18:00", "22:00")
        town.agent("m3", sectors: ["a"], shifts: ["early"])
        let scenario = town.scenario
        let model = CoverModel(
            PlanProblem(scenario, threads: 1), objective: .lateMinutes, form: .staffings, threads: 1)
        #expect(model.step == 120)
        #expect(derived(scenario, .lateMinutes) == 120)
    }

    /// What the check derives where each day pays two agents 1 and each agent is paid for one of the days: 2 more than what
    /// stays uncovered whatever is done.
    private func derived(_ scenario: Scenario, _ objective: BoundObjective) -> Int? {
        let proof = BoundProof(
            objective: objective, bound: 0, scale: 1,
            blocks: (0..<scenario.axis.dayCount).map { day in
                BlockPrices(
                    day: day, sector: SectorID(0),
                    form: .staffings([DutyPrice(type: AgentTypeID(0), shift: ShiftID(0), price: 1)]))
            },
            countedRules: scenario.agents.map { _ in Set(Rule.allCases) })
        return CertificateChecker(scenario).review(proof).derived
    }

    @Test("the points of any roster of a random town are multiples of the step", arguments: UInt64(1)...60)
    func rostersKeepTheStep(_ seed: UInt64) {
        let scenario = RandomTinyScenario(seed: seed).scenario
        let problem = PlanProblem(scenario, threads: 1)
        for objective in BoundObjective.allCases {
            let model = CoverModel(problem, objective: objective, form: .staffings, threads: 1)
            let state = SearchState(problem: problem, model: model)
            let annealing = Annealing(state: state, seed: seed, stream: 0)
            for _ in 0..<40 {
                annealing.run(progress: { $0 >= 50 ? 1 : 0 }, onImprovement: { _, _ in })
                #expect(state.cost.isMultiple(of: model.step))
            }
        }
    }
}
