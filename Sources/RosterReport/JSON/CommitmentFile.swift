import RosterModel

/// A promise of an employer in `report.json`.
struct CommitmentFile: Encodable {
    let employer: String
    let sector: String?
    let hours: String
    let nights: Int
    let promisedHours: Double
    let plannedHours: Double
    let isPlannedKept: Bool
    let doneHours: Double?
    let isDoneKept: Bool?

    init(_ row: CommitmentSection.Row, in scenario: Scenario) {
        employer = scenario[row.commitment.employer].id
        sector = row.commitment.sector.map { scenario[$0].id }
        hours = ReportFile.clocks(row.commitment.hours)
        nights = row.commitment.days.count { $0 }
        promisedHours = ReportFile.hours(row.commitment.minutes)
        plannedHours = ReportFile.hours(row.planned)
        isPlannedKept = row.isPlanned
        doneHours = row.done.map(ReportFile.hours)
        isDoneKept = row.isDone
    }
}
