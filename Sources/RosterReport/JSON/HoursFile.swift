import RosterModel

/// Hours of work of a group of agents in `report.json`.
struct HoursFile: Encodable {
    let name: String
    let agents: Int
    let contractHours: Double
    let workedHours: Double
    let lateHours: Double
    let afterMidnightHours: Double
    let nightHours: Double
    let sundayHours: Double
    let publicHolidayHours: Double
    let costEuros: Int?

    init(_ row: WorkedHoursSection.Row, hasCost: Bool) {
        name = row.name
        agents = row.hours.agents
        contractHours = ReportFile.hours(row.hours.contract)
        workedHours = ReportFile.hours(row.hours.worked)
        lateHours = ReportFile.hours(row.hours.late)
        afterMidnightHours = ReportFile.hours(row.hours.core)
        nightHours = ReportFile.hours(row.hours.night)
        sundayHours = ReportFile.hours(row.hours.sunday)
        publicHolidayHours = ReportFile.hours(row.hours.holiday)
        costEuros = hasCost ? row.hours.euros : nil
    }
}
