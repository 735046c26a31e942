import RosterModel

/// Hours, nights and Sundays of each agent against contract.
struct AgentSection: ReportSection {
    let page: PageContext
    var anchor: String { "agents" }
    var title: String { page.text("Heures et nuits par agent", "Hours and nights by agent") }

    func write(to html: inout HTML) {
        let coverage = page.content.coverage
        let number = page.number
        var refused = Array(repeating: 0, count: page.scenario.agents.count)
        for wish in coverage.refusedWishes { refused[page.scenario.wishes[wish].agent.value] += 1 }
        var shifts = Array(repeating: 0, count: page.scenario.agents.count)
        for shift in page.content.roster.shifts { shifts[shift.agent.value] += 1 }
        let hasWishes = !page.scenario.wishes.isEmpty
        var columns: [HTML.Column] = [
            .tight(page.text("Agent", "Agent")), .words(page.text("Employeur", "Employer")),
            .words(page.text("Métier", "Profession")), .figures(page.text("vacations", "shifts")),
            .figures(page.text("heures", "hours")), .figures(page.text("contrat", "contract")),
            .figures(page.text("reste", "left")), .figures(page.text("nuits", "nights")),
            .figures(page.text("ven.-sam.", "Fri-Sat")), .figures(page.text("dimanches", "Sundays")),
        ]
        if hasWishes { columns.append(.figures(page.text("souhaits refusés", "wishes refused"))) }
        let rows = page.scenario.agents.indices.map { index in
            let agent = page.scenario.agents[index]
            let worked = coverage.workedMinutes[index]
            let counters = coverage.counters[index]
            var row = [
                page.label(of: AgentID(index)), page.scenario[agent.employer].name,
                page.scenario[agent.profession].name, number.integer(shifts[index]), number.compactHours(worked),
                agent.maximumMinutes.map { number.compactHours($0) } ?? "\u{2013}",
                agent.maximumMinutes.map { number.compactHours($0 - worked) } ?? "\u{2013}",
                number.integer(counters.nights), number.integer(counters.weekendNights),
                number.integer(counters.sundays),
            ]
            if hasWishes { row.append(number.integer(refused[index])) }
            return row
        }
        html.table(
            columns, rows: rows, caption: page.text("Par agent (heures:minutes)", "By agent (hours:minutes)"),
            isDense: true)
    }
}
