import Foundation
import RosterIO
import RosterModel
import TestSupport
import Testing

/// The neutral model against `RosterChecker`: the same duties, and the same lawful lines.
@Suite struct ModelJSONTests {
    static let blocks = stride(from: 1, through: 150, by: 15).map { UInt64($0)..<UInt64($0 + 15) }

    @Test("every line that the model allows is lawful, and every lawful line is allowed", arguments: blocks)
    func linesAgreeWithTheChecker(_ seeds: Range<UInt64>) {
        for seed in seeds {
            linesAgree(RandomTinyScenario(seed: seed).scenario, "seed \(seed)")
        }
    }

    @Test("the same with the further rules of work, given work and contracts", arguments: blocks)
    func linesWithFurtherRules(_ seeds: Range<UInt64>) {
        for seed in seeds {
            linesAgree(RandomTinyScenario(withFurtherRules: seed).scenario, "seed \(seed)")
        }
    }

    @Test("the same for one agent under rules of every sort", arguments: 0..<10)
    func linesUnderEveryRule(_ block: UInt64) {
        for seed in block * 20..<block * 20 + 20 {
            linesAgree(RandomLaw.small(seed: seed), "seed \(seed)")
        }
    }

    private func linesAgree(_ scenario: Scenario, _ comment: String) {
        // What the file cannot say it names, and it says then less than the check.
        guard ModelJSON.leftOut(of: scenario).isEmpty else { return }
        let model = ModelJSON.file(scenario, loweredMinimums: [:])
        let enumeration = LineEnumeration(scenario)
        for (number, agent) in model.agents.enumerated() where !agent.hasAcceptedBreach {
            let truth = enumeration.lines(of: AgentID(number))
            let lawful = Set(truth.lines.map { line in truth.shifts(line).map(Self.name).joined(separator: " ") })
            let allowed = ModelWalk(model, agent: agent).lines
            // The minimum is lowered by the caller; here the longest line says to what.
            let minimum = min(agent.minimumMinutes, allowed.map(\.minutes).max() ?? 0)
            let found = Set(
                allowed.filter { $0.minutes >= minimum }.map { line in
                    line.duties.map { Self.name(model, scenario, $0) }.joined(separator: " ")
                })
            #expect(
                found == lawful,
                """
                \(comment), agent \(agent.id), \(scenario.regimes[0].sources.map(\.rule)): allowed too much \
                \(found.subtracting(lawful).sorted().prefix(3)), forbidden \(lawful.subtracting(found).sorted().prefix(3))
                """)
        }
    }

    @Test("rules that the file cannot say are named in it")
    func leavesOut() {
        var town = TinyScenario(first: "2026-10-24", days: 2)
        town.regime.restAfterWork = RestAfterWork(restMinutes: 1440, workMinutes: 2880, source: TinyScenario.source)
        town.shift("late", "18:00", "24:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "20:00", "24:00")
        town.agent("m1")
        #expect(ModelJSON.file(town.scenario, loweredMinimums: [:]).leavesOut.isEmpty)
        // The service day of Saturday has 25 hours: given work and a shift may lie a whole long rest apart.
        town.agent("m2", busy: [town.busy(0, "06:00", "06:30")])
        #expect(ModelJSON.file(town.scenario, loweredMinimums: [:]).leavesOut == ["restAfterWork"])
    }

    @Test("every rule that a regime can have is carried")
    func everyRuleIsCarried() {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.regime = RuleTable.complete
        town.shift("late", "18:00", "24:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "20:00", "24:00")
        town.agent("m1")
        #expect(ModelJSON.leftOut(of: town.scenario).isEmpty)
    }

    @Test(
        "half-days of a week across a clock change, judged as the weekly rest is", arguments: [(8, true), (9, false)])
    func weeklyHalfDays(asked: Int, isAllowed: Bool) throws {
        // A week from Monday 19 October; the night to Sunday has 25 hours.
        var town = TinyScenario(first: "2026-10-19", days: 7, grid: 60)
        town.regime.weeklyHalfDays = WeeklyHalfDays(halfDays: asked, restMinutes: 2100, source: TinyScenario.source)
        town.shift("evening", "12:00", "24:00", days: [0, 1, 2])
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "18:00", "24:00")
        // A week that begins before the first service day is judged where there is a history.
        town.agent("m1", history: Agent.History(shifts: [town.past(-1, "20:00", "29:00")]))
        let model = ModelJSON.file(town.scenario, loweredMinimums: [:])
        #expect(model.leavesOut.isEmpty)
        // Day 0 begins at 06:00; the Sunday's halves are 13 and 12 hours long.
        let week = try #require(model.regimes[0].weeks.first)
        #expect(week.halfDays?.first == [-360, 360] && week.halfDays?.count == 14)
        #expect(week.halfDays?.suffix(2) == [[8280, 9060], [9060, 9780]])
        // After three evenings the four days left are free; mornings between evenings are no rest of 35 hours.
        let lines = ModelWalk(model, agent: model.agents[0]).lines
        #expect(lines.contains { $0.duties.count == 3 } == isAllowed)
        linesAgree(town.scenario, "asked \(asked)")
    }

    @Test("nights that make a night worker with those of twelve months are told")
    func yearOfNights() {
        var town = TinyScenario(first: "2026-10-05", days: 4)
        town.regime.nightWorkerNights = 7
        town.regime.nightWorkerYearMinutes = 1200
        town.regime.nightWorkerDay = NightWorkerDay(minutes: 480, source: TinyScenario.source)
        town.shift("day", "08:00", "17:00")
        town.shift("night", "22:00", "27:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "08:00", "17:00")
        // 20 h of night make a night worker; the oldest ten are a year old on the second day.
        let past = [-363, -362, -10].map { town.past($0, "22:00", "27:00") }
        town.agent("m1", history: Agent.History(shifts: past))
        town.agent("m2", history: Agent.History(shifts: Array(past.prefix(1))))
        let model = ModelJSON.file(town.scenario, loweredMinimums: [:])
        // Up to day 1 fifteen hours of the history count, on day 2 ten, from day 3 on five.
        #expect(model.agents[0].yearsOfNights == [[0, 1, 300], [0, 2, 600], [0, 3, 900]])
        #expect(model.agents[1].yearsOfNights == [[0, 3, 1200]])
        linesAgree(town.scenario, "twelve months")
    }

    @Test("parts of a split shift are apart in presence and in windows", arguments: [(480, true), (479, false)])
    func splitShift(most: Int, isAllowed: Bool) throws {
        var town = TinyScenario(first: "2026-10-05", days: 2, grid: 60)
        town.regime.rollingDay = RollingDay(minutes: most, source: TinyScenario.source)
        town.regime.splitDay = SplitDay(parts: 2, gapMinutes: 360, source: TinyScenario.source)
        town.splitShift("split", [("09:00", "12:00"), ("18:00", "22:30")], breakMinutes: 30)
        town.splitShift("wide", [("09:00", "12:00"), ("18:01", "22:00")])
        town.shift("morning", "08:00", "12:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "09:00", "22:00")
        town.agent("m1")
        let model = ModelJSON.file(town.scenario, loweredMinimums: [:])
        #expect(model.leavesOut.isEmpty)
        let split = try #require(model.duties.first { model.shiftDays[$0.shiftDay].shift == "split" })
        // The service day begins at 06:00; the break is in the longer part.
        #expect(model.regimes[0].facts[split.shiftDay]?.parts == [[180, 360, 180], [720, 990, 240]])
        #expect(split.presence == [[0, 3, 6], [0, 12, 16]])
        // A gap of more than six hours is no duty at all.
        #expect(!model.agents[0].duties.contains { model.shiftDays[model.duties[$0].shiftDay].shift == "wide" })
        // From Monday noon to Tuesday noon lie the second part, 4 h, and 4 h in the morning, or 3 h of the next first part;
        // 7 h of the split shift would count if it were one piece.
        let lines = ModelWalk(model, agent: model.agents[0]).lines.map { line in
            line.duties.map { model.shiftDays[model.duties[$0].shiftDay].shift }
        }
        #expect(lines.contains(["split", "morning"]) == isAllowed && lines.contains(["split", "split"]))
        linesAgree(town.scenario, "most \(most)")
    }

    @Test("members of a constituted team are tied, and what keeps one away excuses him")
    func teams() {
        var town = TinyScenario(first: "2026-10-05", days: 2)
        town.shift("late", "18:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need(kinds: ["pair"], "20:00", "24:00")
        town.agent("m1", minimumMinutes: 600, teamKey: "est", absences: [.init(days: 1..<2)])
        town.agent("m2", teamKey: "est")
        town.agent("m3", teamKey: "alone")
        let model = ModelJSON.file(town.scenario, loweredMinimums: [:])
        #expect(model.agents.map(\.team) == [0, 0, nil])
        #expect(model.agents.map(\.minimumMinutes) == [0, 0, 0])
        let second = model.agents[1].duties.filter { model.shiftDays[model.duties[$0].shiftDay].day == 1 }
        #expect(model.agents[0].excused == second && second.count == 1)
        #expect(model.agents[1].excused.isEmpty)
    }

    @Test("demand, needs and equal bytes for equal scenarios")
    func sums() throws {
        for seed in UInt64(1)...20 {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let model = ModelJSON.file(scenario, loweredMinimums: [:])
            let demand = model.requirements.reduce(0) { sum, requirement in
                requirement.needs.reduce(sum) { $0 + ($1[1] - $1[0]) * $1[2] * $1[3] }
            }
            #expect(demand == scenario.weightedDemand && model.weightedDemand == demand)
            #expect(try ModelJSON.encode(scenario) == ModelJSON.encode(scenario))
        }
    }

    @Test("a lowered minimum takes the place of that of the scenario")
    func loweredMinimum() {
        let scenario = RandomTinyScenario(seed: 1).scenario
        let model = ModelJSON.file(scenario, loweredMinimums: [AgentID(0): 17])
        #expect(model.agents[0].minimumMinutes == 17)
    }

    private static func name(_ shift: WorkedShift) -> String {
        "\(shift.day)/\(shift.name)/\(shift.stages.filter { !$0.minutes.isEmpty }.map(\.sector.value))"
    }

    private static func name(_ model: ModelJSON.File, _ scenario: Scenario, _ duty: Int) -> String {
        let work = model.duties[duty]
        let shift = model.shiftDays[work.shiftDay]
        return "\(shift.day)/\(shift.shift)/\(work.stages.map(\.sector))"
    }
}
