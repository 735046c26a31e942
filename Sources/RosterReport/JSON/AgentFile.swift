import RosterModel

/// An agent in `report.json` of the coordinator, by id.
struct AgentFile: Encodable {
    let id: String
    let employer: String
    let profession: String
    let workedHours: Double
    let contractHours: Double?
    let nights: Int
    let fridayAndSaturdayNights: Int
    let sundays: Int

    init(_ page: PageContext, agent index: Int) {
        let agent = page.scenario.agents[index]
        let counters = page.content.coverage.counters[index]
        id = agent.id
        employer = page.scenario[agent.employer].id
        profession = page.scenario[agent.profession].id
        workedHours = ReportFile.hours(page.content.coverage.workedMinutes[index])
        contractHours = agent.maximumMinutes.map(ReportFile.hours)
        nights = counters.nights
        fridayAndSaturdayNights = counters.weekendNights
        sundays = counters.sundays
    }
}
