import Foundation
import RosterIO
import RosterModel
import TestSupport
import Testing

/// The neutral model against `RosterChecker`: the same duties, and the same lawful lines.
@Suite struct ModelJSONTests {
    static let blocks = stride(from: 1, through: 150, by: 15).map { UInt64($0)..<UInt64($0 + 15) }

    @Test("every line that the model allows is lawful, and every lawful line is allowed", arguments: blocks)
    func linesAgreeWithTheChecker(_ seeds: Range<UInt64>) throws {
        for seed in seeds {
            let scenario = RandomTinyScenario(seed: seed).scenario
            let model = ModelJSON.file(scenario, loweredMinimums: [:])
            let enumeration = LineEnumeration(scenario)
            for (number, agent) in model.agents.enumerated() where !agent.hasAcceptedBreach {
                let truth = enumeration.lines(of: AgentID(number))
                let lawful = Set(truth.lines.map { line in truth.shifts(line).map(Self.name).joined(separator: " ") })
                let allowed = ModelWalk(model, agent: agent).lines
                // The minimum is lowered by the caller; here the longest line says to what.
                let minimum = min(agent.minimumMinutes, allowed.map(\.minutes).max() ?? 0)
                let found = allowed.filter { $0.minutes >= minimum }.map { line in
                    line.duties.map { Self.name(model, scenario, $0) }.joined(separator: " ")
                }
                #expect(Set(found) == lawful, "seed \(seed), agent \(agent.id)")
            }
        }
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

/// All lines of one agent that the rules of a model file allow, read from the file alone.
private struct ModelWalk {
    let model: ModelJSON.File
    let agent: ModelJSON.Agent
    let regime: ModelJSON.Regime

    init(_ model: ModelJSON.File, agent: ModelJSON.Agent) {
        self.model = model
        self.agent = agent
        regime = model.regimes[agent.regime]
    }

    private struct Work {
        let day: Int
        let minutes: [Int]
        let facts: ModelJSON.Facts
        let isPast: Bool
    }

    var lines: [(duties: [Int], minutes: Int)] {
        var result: [(duties: [Int], minutes: Int)] = []
        var chosen: [Int] = []
        func visit(_ day: Int) {
            guard day < model.days.count else {
                if let minutes = minutesIfLawful(chosen) { result.append((chosen, minutes)) }
                return
            }
            if !agent.mustWork.contains(day) { visit(day + 1) }
            for duty in agent.duties where model.shiftDays[model.duties[duty].shiftDay].day == day {
                chosen.append(duty)
                visit(day + 1)
                chosen.removeLast()
            }
        }
        visit(0)
        return result
    }

    private func minutesIfLawful(_ duties: [Int]) -> Int? {
        let past = (agent.history ?? []).map { Work(day: $0.day, minutes: $0.minutes, facts: $0.facts, isPast: true) }
        let planned = duties.compactMap { duty -> Work? in
            let position = model.duties[duty].shiftDay
            let shift = model.shiftDays[position]
            return regime.facts[position].map {
                Work(day: shift.day, minutes: shift.minutes, facts: $0, isPast: false)
            }
        }
        let all = past + planned
        let total = planned.reduce(0) { $0 + $1.facts.working }
        if let most = agent.maximumMinutes, total > most { return nil }
        if let most = regime.averageMaximumMinutes, total > most { return nil }
        if let rest = regime.dailyRestMinutes {
            for (before, after) in zip(all, all.dropFirst()) where !after.isPast {
                if after.minutes[0] - before.minutes[1] < rest { return nil }
            }
        }
        for number in model.weeks.indices where !holds(week: number, past: past, planned: planned) { return nil }
        if let limit = regime.consecutiveDays, !runsHold(limit, all) { return nil }
        if let limit = regime.consecutiveNights, !runsHold(limit, all.filter(\.facts.isNight)) { return nil }
        if let rule = regime.sundaysOff {
            let worked = Set(all.flatMap(\.facts.sundays))
            for sunday in Set(planned.flatMap(\.facts.sundays)) {
                let count = (0..<rule.ofSundays).count { worked.contains(sunday - 7 * $0) }
                if count > rule.ofSundays - rule.off { return nil }
            }
        }
        return total
    }

    private func runsHold(_ limit: Int, _ works: [Work]) -> Bool {
        let days = Set(works.map(\.day))
        return works.filter { !$0.isPast }.allSatisfy { work in
            !(0...limit).allSatisfy { days.contains(work.day - $0) }
        }
    }

    private func holds(week number: Int, past: [Work], planned: [Work]) -> Bool {
        let week = model.weeks[number]
        func minutes(_ works: [Work]) -> Int {
            works.reduce(0) { $0 + $1.facts.weeks.filter { $0[0] == number }.reduce(0) { $0 + $1[1] } }
        }
        let added = minutes(planned)
        if let most = regime.civilWeekMaximumMinutes, added > 0, minutes(past) + added > most { return false }
        func days(_ works: [Work]) -> Int {
            Set(works.map(\.day).filter { week.days[0] <= $0 && $0 < week.days[1] }).count
        }
        if let most = regime.workedDaysPerWeek, days(planned) > 0, days(past) + days(planned) > most { return false }
        let isJudged = agent.history == nil ? week.judgesRestWithoutHistory : week.judgesRestWithHistory
        guard isJudged, let rule = regime.weeklyRest else { return true }
        return hasRest(rule, week, past + planned) || !hasRest(rule, week, past)
    }

    private func hasRest(_ rule: ModelJSON.Regime.WeeklyRest, _ week: ModelJSON.Week, _ works: [Work]) -> Bool {
        let ends = [-1_000_000] + works.map { $0.minutes[1] }
        let starts = works.map { $0.minutes[0] } + [1_000_000]
        return zip(ends, starts).contains { end, start in
            let inside = min(start, week.minutes[1]) - max(end, week.minutes[0])
            return start - end >= rule.minutes && inside >= max(1, rule.minutesWithinWeek)
        }
    }
}
