public import Foundation
public import RosterModel

/// The neutral model of a scenario that `veilleur export --model` writes, so that other solvers solve the very same problem.
///
/// Everything is resolved to service days, slots and minutes: who may work what on which day, where each duty is present,
/// what every rule of a line counts, and what each slot needs. Level 1 is the objective. `ModelFormat` describes each key.
///
/// - Units: minutes elapse from the start of the first service day; slots and days are counted from 0; runs are half-open.
public enum ModelJSON {
    /// Version of the format.
    public static let currentVersion = 4

    // MARK: Form of the file

    package struct File: Codable {
        package var schemaVersion: Int
        package var name: String
        package var scenarioHash: String
        package var gridMinutes: Int
        package var days: [String]
        package var slotsOfDay: [[Int]]
        package var sectors: [String]
        package var agentTypes: [AgentType]
        package var teamKinds: [TeamKind]
        package var requirements: [Requirement]
        package var weightedDemand: Int
        /// Rules in force that the file does not carry, by name.
        package var leavesOut: [String]
        package var shiftDays: [ShiftDay]
        package var duties: [Duty]
        package var regimes: [Regime]
        package var agents: [Agent]
    }

    package struct AgentType: Codable {
        package var profession: String
        package var qualifications: [String]
    }

    package struct TeamKind: Codable {
        package struct Place: Codable {
            package var count: Int
            package var types: [Int]
        }
        package var id: String
        package var places: [Place]
        package var sectors: [Int]
        /// Runs of slots in which the kind counts.
        package var slots: [[Int]]
    }

    package struct Requirement: Codable {
        package var id: String
        package var sector: Int
        package var kinds: [Int]
        /// Runs `[first slot, end slot, teams, points of one missing team in one slot]`.
        package var needs: [[Int]]
    }

    package struct Week: Codable {
        package var minutes: [Int]
        package var days: [Int]
        /// Half-days from 00:00 and from 12:00, where the regime counts them.
        package var halfDays: [[Int]]?
    }

    package struct ShiftDay: Codable {
        package var day: Int
        package var shift: String
        package var minutes: [Int]
        package var breakMinutes: Int
    }

    package struct Duty: Codable {
        package struct Stage: Codable {
            package var sector: Int
            package var start: String
            package var end: String
        }
        package var shiftDay: Int
        package var stages: [Stage]
        /// Runs `[sector, first slot, end slot]`.
        package var presence: [[Int]]
    }

    /// What the rules of a regime count of one shift.
    package struct Facts: Codable, Equatable {
        package var working: Int
        /// Elapsed minutes in the night clock.
        package var nightMinutes: Int
        /// Sundays made worked, as service days; may lie outside the horizon.
        package var sundays: [Int]
        /// Of a split shift: `[first minute, end, working minutes]` of each part.
        package var parts: [[Int]]?
    }

    package struct Regime: Codable {
        package struct WeeklyRest: Codable {
            package var minutes: Int
            package var minutesWithinWeek: Int
        }
        package struct HalfDays: Codable {
            package var halfDays: Int
            package var restMinutes: Int
        }
        package struct Sundays: Codable {
            package var off: Int
            package var ofSundays: Int
            package var isJoined: Bool
        }
        package struct LongRest: Codable {
            package var restMinutes: Int
            package var workMinutes: Int
        }
        package struct NightWorker: Codable {
            package var nights: Int
            package var dayMinutes: Int?
        }
        /// Working minutes inside a span of time, for limits of agents.
        package struct Sum: Codable {
            package var rule: String
            package var nightWorkersOnly: Bool
            /// `[shift day, working minutes inside the span]`.
            package var terms: [[Int]]
        }
        package var id: String
        package var dailyRestMinutes: Int?
        package var rollingDayMinutes: Int?
        package var workedDaysPerWeek: Int?
        package var consecutiveDays: Int?
        package var consecutiveNights: Int?
        /// Minutes in the night clock that make a service day a night.
        package var nightShiftMinutes: Int
        package var weeklyRest: WeeklyRest?
        package var weeklyHalfDays: HalfDays?
        package var sundaysOff: Sundays?
        package var restAfterWork: LongRest?
        package var nightWorker: NightWorker?
        /// By Sunday: spans of minutes of which one has to be free of work.
        package var weekendRest: [[[Int]]]?
        package var weeks: [Week]
        package var sums: [Sum]
        /// By position in `shiftDays`; nil for shifts that nobody of the regime may work.
        package var facts: [Facts?]
    }

    package struct Agent: Codable {
        /// Work that is not planned: shifts before the horizon, and given work.
        package struct Given: Codable {
            package var day: Int
            package var minutes: [Int]
            package var facts: Facts
        }
        package var id: String
        package var type: Int
        package var regime: Int
        package var maximumMinutes: Int?
        package var minimumMinutes: Int
        package var duties: [Int]
        package var mustWork: [Int]
        package var hasHistory: Bool
        package var given: [Given]
        package var isNightWorker: Bool
        /// `[first service day, last one, night minutes of shifts that make a night worker]`.
        package var yearsOfNights: [[Int]]
        /// `[sum, most minutes]`.
        package var limits: [[Int]]
        package var team: Int?
        /// Duties of others of the team that something keeps the agent from.
        package var excused: [Int]
        package var hasAcceptedBreach: Bool
    }

    // MARK: Writing

    /// The bytes of the model of a scenario; equal scenarios give equal bytes.
    ///
    /// Agents with a pin whose breach is accepted are marked: their pinned duty is listed, but which other rules hold around
    /// it is not said, so such a model is not for comparison.
    ///
    /// - Parameters:
    ///   - loweredMinimums: Contract minimums that their agents cannot lawfully reach, by agent, in minutes. Without an entry
    ///     the minimum is written as it stands in the scenario.
    ///   - agentsWithoutLine: Agents for whom nothing is lawful; they are written without duties.
    public static func encode(
        _ scenario: Scenario, loweredMinimums: [AgentID: Int] = [:], agentsWithoutLine: Set<AgentID> = []
    ) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let file = file(scenario, loweredMinimums: loweredMinimums, agentsWithoutLine: agentsWithoutLine)
        return try encoder.encode(file) + Data("\n".utf8)
    }

    /// Names of what is in force for some agent and the file cannot say: rules, and `secondContract` for persons with two
    /// contracts. Peers then solve a problem with fewer rules.
    public static func leftOut(of scenario: Scenario) -> [String] {
        let hasPersons = scenario.agents.contains { $0.personKey != nil }
        return rulesLeftOut(of: scenario).map(\.rawValue) + (hasPersons ? ["secondContract"] : [])
    }

    private static func rulesLeftOut(of scenario: Scenario) -> [Rule] {
        let regimes = Set(scenario.agents.map(\.regime)).map { scenario[$0] }
        var left = Set(regimes.flatMap { $0.sources.map(\.rule) }).subtracting(carriedRules)
        if scenario.agents.contains(where: { mayRestInsideDay($0, scenario) }) { left.insert(.restAfterWork) }
        return Rule.allCases.filter(left.contains)
    }

    /// Rules of regimes that the file carries.
    private static let carriedRules: Set<Rule> = [
        .dailyRest, .maximumDay, .amplitude, .maximumCivilWeek, .averageOverHorizon, .weeklyRest, .workedDaysPerWeek,
        .consecutiveDays, .consecutiveNights, .sundaysOff, .nightForbidden, .averageOverWeeks, .nightWorkerDay,
        .nightWorkerAverage, .missionHours, .rollingDay, .shortestShift, .breakDuringWork, .restAfterWork, .weekendRest,
        .noticeOfChange, .splitDay, .innerRest, .weeklyHalfDays, .publicHolidaysOff,
    ]

    /// Whether the long rest of ``RestAfterWork`` might lie between two pieces of one service day, which the file takes as one.
    private static func mayRestInsideDay(_ agent: RosterModel.Agent, _ scenario: Scenario) -> Bool {
        guard let rule = scenario[agent.regime].restAfterWork else { return false }
        let axis = scenario.axis
        let busy = Set(agent.busy.map(\.day))
        let splits = agent.shifts.map { scenario[$0] }.filter(\.isSplit)
        return (0..<axis.dayCount).contains { day in
            guard axis.minutes(ofDay: day).count > rule.restMinutes else { return false }
            if busy.contains(day) { return true }
            return splits.contains { shift in
                let parts = shift.workedParts(day: day, axis: axis)
                return zip(parts, parts.dropFirst()).contains { $1.lowerBound - $0.upperBound >= rule.restMinutes }
            }
        }
    }

    /// Content of the file.
    package static func file(
        _ scenario: Scenario, loweredMinimums: [AgentID: Int], agentsWithoutLine: Set<AgentID> = []
    ) -> File {
        let axis = scenario.axis
        let lines = ModelLines(scenario, loweredMinimums: loweredMinimums, agentsWithoutLine: agentsWithoutLine)
        return File(
            schemaVersion: currentVersion, name: scenario.name, scenarioHash: scenario.hash,
            gridMinutes: axis.gridMinutes, days: (0..<axis.dayCount).map { axis.date(ofDay: $0).iso },
            slotsOfDay: (0..<axis.dayCount).map { bounds(axis.slots(ofDay: $0)) }, sectors: scenario.sectors.map(\.id),
            agentTypes: scenario.agentTypes.map {
                AgentType(profession: scenario[$0.profession].id, qualifications: $0.qualifications)
            },
            teamKinds: scenario.teamKinds.map { teamKind($0, scenario) },
            requirements: scenario.requirements.map { requirement in
                Requirement(
                    id: requirement.id, sector: requirement.sector.value, kinds: requirement.kinds.map(\.value),
                    needs: runs(0..<axis.slotCount) { slot in
                        let teams = Int(requirement.teams[slot])
                        let points = Int(requirement.pointsPerTeam[slot])
                        return teams > 0 && points > 0 ? [teams, points] : nil
                    })
            },
            weightedDemand: scenario.weightedDemand, leavesOut: leftOut(of: scenario),
            shiftDays: lines.shiftDays, duties: lines.duties, regimes: lines.regimes, agents: lines.agents)
    }

    private static func teamKind(_ kind: RosterModel.TeamKind, _ scenario: Scenario) -> TeamKind {
        TeamKind(
            id: kind.id,
            places: kind.places.map { place in
                TeamKind.Place(
                    count: place.count,
                    types: scenario.agentTypes.indices.filter { place.accepts(scenario.agentTypes[$0]) })
            },
            sectors: scenario.sectors.indices.filter { kind.sectors?.contains(SectorID($0)) ?? true },
            slots: runs(0..<scenario.axis.slotCount) { kind.countsInSlot[$0] ? [] : nil })
    }

    /// Both ends of a range.
    static func bounds(_ range: Range<Int>) -> [Int] { [range.lowerBound, range.upperBound] }

    /// Maximal runs `[first, end] + value` of positions with one value; positions without value are left out.
    private static func runs(_ positions: Range<Int>, _ value: (Int) -> [Int]?) -> [[Int]] {
        var result: [[Int]] = []
        for position in positions {
            guard let value = value(position) else { continue }
            if let last = result.last, last[1] == position, last.dropFirst(2).elementsEqual(value) {
                result[result.count - 1][1] = position + 1
            } else {
                result.append([position, position + 1] + value)
            }
        }
        return result
    }
}
