import Foundation
import RosterIO
import RosterModel

/// A city of 80 sectors and 2,400 agents over October 2026, with a roster made by a rule of thumb.
///
/// The roster keeps the rules and is far from good: it is there to be reported, with gaps and overlaps of every kind.
struct Metropolis {
    let scenario: Scenario
    let roster: Roster

    private static let sectorCount = 80
    private static let groups:
        [(profession: String, employer: String, count: Int, shifts: [(String, String, String)])] = [
            (
                "policier", "ville", 1500,
                [("p16", "16:00", "24:00"), ("p18", "18:00", "26:00"), ("p20", "20:00", "28:00")]
            ),
            ("mediateur", "association", 400, [("m16", "16:00", "24:00"), ("m17", "17:00", "25:00")]),
            ("educateur", "association", 300, [("e15", "15:00", "22:00")]),
            ("patrouille", "bailleurs", 200, [("b16", "16:30", "24:30"), ("b20", "20:30", "28:30")]),
        ]

    /// Reads the city through the reader of files, as the command does.
    init() throws {
        let files = ["scenario.yaml": Self.yaml, "agents.csv": Self.agents]
        scenario = try ScenarioReader.read(
            files: ScenarioFiles(
                name: "metropole", contents: files.mapValues { Array($0.utf8) }, otherNames: files.keys.sorted()),
            language: .english
        ).scenario
        roster = Self.roster(of: scenario)
    }

    private static var yaml: String {
        var lines = ["name: Métropole", "horizon: {first: 2026-10-01, last: 2026-10-31}", "sectors:"]
        lines += (0..<sectorCount).map {
            "  - {id: s\($0), name: Quartier \($0 + 1), neighbours: [s\(($0 + 1) % sectorCount)]}"
        }
        lines.append("employers: [{id: ville}, {id: association}, {id: bailleurs}]")
        lines += ["professions:"] + groups.map { "  - {id: \($0.profession)}" }
        lines.append("shifts:")
        for group in groups {
            lines += group.shifts.map {
                "  - {id: \($0.0), professions: [\(group.profession)], start: \"\($0.1)\", end: \"\($0.2)\", break: 20}"
            }
        }
        lines += [
            "team_kinds:", "  - {id: patrouille, places: [{count: 2, of: [policier]}]}",
            "  - {id: binome, places: [{count: 2, of: [mediateur, educateur]}]}",
            "  - {id: trio, places: [{count: 3, of: [patrouille]}]}",
            "avoid: [{professions: [policier, mediateur]}, {professions: [policier, educateur]}]",
            "missions: [{id: tapage, kinds: [patrouille]}, {id: jeunes, kinds: [binome]}]",
            "commitments: [{employer: association, sector: s1, from: 20h, to: 24h, hours: 60}]", "requirements:",
        ]
        for sector in 0..<sectorCount {
            // Priority, dense and calm sectors.
            let teams = sector < 20 ? 4 : sector < 50 ? 3 : 1
            lines.append(
                "  - {id: presence-s\(sector), sector: s\(sector), kinds: [patrouille, binome, trio], needs: ["
                    + "{from: 17h, to: 24h, teams: \(teams)}, {from: 24h, to: 29h, teams: \(sector < 50 ? 1 : 0)}, "
                    + "{days: [fri, sat], from: 20h, to: 26h, teams: \(teams + 1)}]}")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static var agents: String {
        var rows = ["agent,name,employer,profession,regime,hours_max,sectors"]
        for group in groups {
            for number in 0..<group.count {
                let sectors = (0..<3).map { "s\((number + $0) % sectorCount)" }.joined(separator: "|")
                rows.append(
                    "\(group.profession)-\(number + 1),Prénom Nom-\(number + 1),\(group.employer),\(group.profession),"
                        + "fpt,130,\(sectors)")
            }
        }
        return rows.joined(separator: "\n") + "\n"
    }

    /// Three service days of seven in the home sector, always the same shift, every second Sunday off.
    private static func roster(of scenario: Scenario) -> Roster {
        var shifts: [WorkedShift] = []
        for (index, agent) in scenario.agents.enumerated() {
            let shift = scenario[agent.shifts[index / sectorCount % agent.shifts.count]]
            for day in 0..<scenario.axis.dayCount where (day + index) % 7 < 3 {
                if scenario.axis.weekday(ofDay: day) == .sunday, day / 7 % 2 == 0 { continue }
                let minutes = scenario.axis.minutes(day: day, range: shift.hours)
                shifts.append(
                    WorkedShift(
                        agent: AgentID(index), day: day, name: shift.id, minutes: minutes,
                        breakMinutes: shift.breakMinutes,
                        stages: [WorkedShift.Stage(sector: agent.sectors[0], minutes: minutes)]))
            }
        }
        return Roster(shifts: shifts)
    }
}
