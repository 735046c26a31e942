public import Foundation
public import RosterModel

/// The file `value.json`: what decisions are worth in late hours, best first. Names no agent.
public enum ValueJSON {
    private struct Interval: Encodable {
        var bound: Double
        var best: Double
    }

    private struct Gain: Encodable {
        var best: Double
        var provedAtLeast: Double
        var provedAtMost: Double
    }

    private struct Option: Encodable {
        var decision: String
        var count: Int?
        var teamKind: String?
        var profession: String?
        var regime: String?
        var home: String?
        var start: String?
        var shift: String?
        var end: String?
        var rule: String?
        var sector: String?
        var paidHours: Double
        var estimatedAtMost: Double
        var lateHours: Interval?
        var gain: Gain?
    }

    private struct Need: Encodable {
        var profession: String
        var provedAtLeast: Int
        var enough: Int?
    }

    private struct Target: Encodable {
        var sectors: [String]
        var from: String
        var until: String
        var needs: [Need]
    }

    private struct File: Encodable {
        var schemaVersion: Int
        var scenario: String
        var uncoveredLateHours: Interval
        var options: [Option]
        var target: Target?
    }

    /// The bytes; equal values give equal bytes.
    public static func encode(_ value: StaffingValue, scenario: Scenario) throws -> Data {
        let file = File(
            schemaVersion: StaffingValue.currentVersion, scenario: scenario.name,
            uncoveredLateHours: Interval(bound: hours(value.base.bound), best: hours(value.base.best)),
            options: value.options.map { option(of: $0, value, scenario) },
            target: value.target.map { target in
                Target(
                    sectors: target.sectors.map { scenario[$0].id }, from: ClockText.format(target.hours.start),
                    until: ClockText.format(target.hours.end),
                    needs: target.needs.map {
                        Need(
                            profession: scenario[$0.profession].id, provedAtLeast: $0.atLeast, enough: $0.enough)
                    })
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(file)
    }

    private static func hours(_ minutes: Int) -> Double { Double(minutes) / 60 }

    private static func option(of item: ValuedOption, _ value: StaffingValue, _ scenario: Scenario) -> Option {
        var option = Option(
            decision: "", paidHours: hours(item.paidMinutes), estimatedAtMost: hours(item.estimate),
            lateHours: item.lateMinutes.map { Interval(bound: hours($0.bound), best: hours($0.best)) },
            gain: value.gain(item).map {
                Gain(best: hours($0.best), provedAtLeast: hours($0.least), provedAtMost: hours($0.most))
            })
        func describe(_ profession: ProfessionID, _ regime: RegimeID, _ home: SectorID) {
            option.profession = scenario[profession].id
            option.regime = scenario[regime].id
            option.home = scenario[home].id
        }
        switch item.decision {
        case .agent(let profession, let regime, let home, let start):
            option.decision = "agent"
            option.count = 1
            describe(profession, regime, home)
            option.start = ClockText.format(start)
        case .team(let kind, let count, let profession, let regime, let home, let start):
            option.decision = "team"
            option.count = count
            option.teamKind = scenario[kind].id
            describe(profession, regime, home)
            option.start = ClockText.format(start)
        case .shiftEnd(let shift, let end):
            option.decision = "shiftEnd"
            option.shift = shift
            option.end = ClockText.format(end)
        case .agreement(let regime, let rule):
            option.decision = "agreement"
            option.regime = scenario[regime].id
            option.rule = rule.rawValue
        case .sector(let profession, let regime, let home, let added):
            option.decision = "sector"
            describe(profession, regime, home)
            option.sector = scenario[added].id
        }
        return option
    }
}
