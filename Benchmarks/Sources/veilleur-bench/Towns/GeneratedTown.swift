import Foundation
import RosterModel

/// A town made from a seed, written as a scenario folder like any other.
///
/// All agents have 11 h of daily rest, at most 5 days in a row, 2 Sundays off in 4, a weekly rest, monthly hours, 1 to 4
/// sectors and sometimes absences. What differs is named in `GeneratedTown.all`.
struct GeneratedTown {
    /// Agents of one profession.
    struct Group {
        let profession: String
        let count: Int
        /// Most sectors of one agent.
        let sectors: Int
        /// Hours of a month, before absences.
        let hours: ClosedRange<Int>
        /// Every which agent has the qualification `chef`; 0 for none.
        var leaderEvery = 0
    }

    let id: String
    let seed: UInt64
    let days: Int
    let sectorCount: Int
    let groups: [Group]
    /// Entries of `shifts`, of `team_kinds`, and needs of the sectors in turn, as YAML.
    let shifts: [String]
    let kinds: [String]
    let needs: [String]

    /// Writes the folder.
    ///
    /// - Returns: Its place.
    func write(into parent: URL) throws -> URL {
        let folder = parent.appendingPathComponent(id)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        return folder
    }

    /// Content of the folder.
    var files: [(name: String, text: String)] {
        var random = SeededGenerator(seed: seed)
        let (agents, absences) = people(&random)
        return [("scenario.yaml", yaml), ("agents.csv", agents), ("absences.csv", absences)]
    }

    private var yaml: String {
        let first = CivilDate(daysSinceEpoch: Self.firstDay.daysSinceEpoch)
        let sectors = (0..<sectorCount).map { "  - {id: s\($0), neighbours: [s\(($0 + 1) % sectorCount)]}" }
        let professions = groups.map { "  - {id: \($0.profession)}" }
        let kindNames = kinds.compactMap { $0.split(whereSeparator: ":,".contains).dropFirst().first }
            .map { $0.trimmingCharacters(in: .whitespaces) }
        let requirements = (0..<sectorCount).map { sector in
            """
              - id: presence-s\(sector)
                sector: s\(sector)
                kinds: [\(kindNames.joined(separator: ", "))]
                needs: [\(needs[sector % needs.count])]
            """
        }
        return """
            name: \(id)
            horizon: {first: \(first.iso), last: \(first.advanced(by: days - 1).iso)}
            time_zone: Europe/Paris
            grid: 30
            day_start: "06:00"
            sectors:
            \(sectors.joined(separator: "\n"))
            employers: [{id: ville}]
            professions:
            \(professions.joined(separator: "\n"))
            regimes:
              - id: nuit-ville
                base: fpt
                rules:
                  consecutive_days: {value: 5, level: local, article: generated}
                  sundays_off: {value: 2, of: 4, level: local, article: generated}
            shifts:
            \(shifts.map { "  - " + $0 }.joined(separator: "\n"))
            team_kinds:
            \(kinds.map { "  - " + $0 }.joined(separator: "\n"))
            requirements:
            \(requirements.joined(separator: "\n"))

            """
    }

    private static let firstDay = CivilDate(year: 2026, month: 10, day: 1) ?? CivilDate(daysSinceEpoch: 20_727)

    private func people(_ random: inout SeededGenerator) -> (agents: String, absences: String) {
        var agents = "agent,employer,profession,regime,hours_max,sectors,qualifications\n"
        var absences = "agent,from,to\n"
        for group in groups {
            for number in 0..<group.count {
                let name = "\(group.profession)-\(number + 1)"
                // Homes go round the sectors; the others are the next ones on the ring.
                let home = number % sectorCount
                let width = Int.random(in: 1...min(group.sectors, sectorCount), using: &random)
                let sectors = (0..<width).map { "s\((home + $0) % sectorCount)" }.joined(separator: "|")
                var hours = Int.random(in: group.hours, using: &random) * days / 31
                if Int.random(in: 0..<5, using: &random) == 0 {
                    let length = Int.random(in: 1...max(1, days / 5), using: &random)
                    let start = Int.random(in: 0...(days - length), using: &random)
                    let first = Self.firstDay.advanced(by: start)
                    absences += "\(name),\(first.iso),\(first.advanced(by: length - 1).iso)\n"
                    hours -= hours * length / days
                }
                let isLeader = group.leaderEvery > 0 && number % group.leaderEvery == 0
                agents += "\(name),ville,\(group.profession),nuit-ville,\(hours),\(sectors),\(isLeader ? "chef" : "")\n"
            }
        }
        return (agents, absences)
    }
}
