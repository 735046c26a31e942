import RosterModel

/// A mission in `report.json`.
struct MissionFile: Encodable {
    let id: String
    let name: String
    let teamKinds: [String]
    let askedHours: Double
    let answeredHours: Double
    let answeredNearbyHours: Double
    let nobodyHours: Double
    /// Sectors in which nobody ever answers it.
    let orphanSectors: [String]
    /// Clocks within which nobody ever answers it.
    let orphanHours: [String]

    init(_ mission: Mission, tallies: [MissionFigures.Tally], orphan: MissionFigures.Orphan?, in scenario: Scenario) {
        id = mission.id
        name = mission.name
        teamKinds = mission.kinds.map { scenario[$0].id }
        askedHours = ReportFile.hours(tallies.reduce(0) { $0 + $1.asked })
        answeredHours = ReportFile.hours(tallies.reduce(0) { $0 + $1.answered })
        answeredNearbyHours = ReportFile.hours(tallies.reduce(0) { $0 + $1.near })
        nobodyHours = ReportFile.hours(tallies.reduce(0) { $0 + $1.open })
        orphanSectors = orphan?.sectors.map { scenario[$0].id } ?? []
        orphanHours =
            orphan?.hours.map { ReportFile.clocks(ClockRange(start: $0.lowerBound, end: $0.upperBound)) } ?? []
    }
}
