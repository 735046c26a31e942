import RosterModel

/// Hours of work by kind, and what they cost, by employer and profession.
struct WorkedHoursSection: ReportSection {
    let page: PageContext
    var anchor: String { "heures-travaillees" }
    var title: String { page.text("Heures et coût par type", "Hours and cost by type") }

    /// A row with its name.
    struct Row {
        let name: String
        let hours: WorkedHours
    }

    /// Rows that the reader may see, which add up to the whole.
    ///
    /// In public, groups of fewer than 5 agents are shown together; as long as these are fewer than 5, the smallest group
    /// that could be shown joins them, so that no subtraction tells them apart.
    var rows: [Row] {
        struct Key: Hashable {
            let employer: Int
            let profession: Int
        }
        var sums: [Key: WorkedHours] = [:]
        for (agent, hours) in zip(page.scenario.agents, page.hours) {
            sums[Key(employer: agent.employer.value, profession: agent.profession.value), default: WorkedHours()] +=
                hours
        }
        let keys = sums.keys.sorted { ($0.employer, $0.profession) < ($1.employer, $1.profession) }
        var shown = keys.filter { key in
            guard let hours = sums[key], hours.agents > 0 else { return false }
            return page.isNominative
                || (hours.agents >= PageContext.publicGroupSize && page.mayShow(EmployerID(key.employer))
                    && page.mayShow(ProfessionID(key.profession)))
        }
        func rest(_ shown: [Key]) -> WorkedHours {
            keys.filter { !shown.contains($0) }.reduce(into: WorkedHours()) { $0 += sums[$1] ?? WorkedHours() }
        }
        while (1..<PageContext.publicGroupSize).contains(rest(shown).agents), !page.isNominative,
            let smallest = shown.min(by: { (sums[$0]?.agents ?? 0) < (sums[$1]?.agents ?? 0) })
        {
            shown.removeAll { $0 == smallest }
        }
        var rows = shown.map { key in
            Row(
                name: page.scenario.employers[key.employer].name + ", "
                    + page.scenario.professions[key.profession].name,
                hours: sums[key] ?? WorkedHours())
        }
        let others = rest(shown)
        if others.agents > 0, page.isNominative || others.agents >= PageContext.publicGroupSize {
            rows.append(Row(name: page.text("Autres, ensemble", "Others, together"), hours: others))
        }
        return rows
    }

    func write(to html: inout HTML) {
        let rows = rows
        let number = page.number
        let scenario = page.scenario
        let hasCost = !scenario.hourCosts.isEmpty
        func clocks(_ range: ClockRange) -> String { number.clocks(range.start, range.end) }
        var columns: [HTML.Column] = [
            .words(page.text("Employeur, métier", "Employer, profession")), .figures(page.text("agents", "agents")),
            .figures(page.text("contrat", "contract")), .figures(page.text("travaillées", "worked")),
            .figures(page.text("tardives", "late") + " \(clocks(scenario.lateWindow))"),
            .figures(page.text("après minuit", "after midnight") + " \(clocks(scenario.coreWindow))"),
            .figures(page.text("de nuit", "of night") + " \(clocks(scenario.nightClock))"),
            .figures(page.text("dimanche", "Sunday")), .figures(page.text("jour férié", "public holiday")),
        ]
        if hasCost { columns.append(.figures(page.text("coût, euros", "cost, euros"))) }
        func cells(_ name: String, _ hours: WorkedHours) -> [String] {
            var cells = [
                name, number.integer(hours.agents), number.compactHours(hours.contract),
                number.compactHours(hours.worked), number.compactHours(hours.late), number.compactHours(hours.core),
                number.compactHours(hours.night), number.compactHours(hours.sunday), number.compactHours(hours.holiday),
            ]
            if hasCost { cells.append(hours.euros.map(number.integer) ?? "\u{2013}") }
            return cells
        }
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "Travaillées : pauses déduites selon le régime. Les autres colonnes comptent du début à la fin des vacations, et se recoupent.",
                    "Worked: breaks deducted as the regime says. The other columns count shifts from start to end, and overlap."
                ))
        }
        html.table(
            columns, rows: rows.map { cells($0.name, $0.hours) },
            total: cells(page.text("Ensemble", "Together"), rows.reduce(into: WorkedHours()) { $0 += $1.hours }),
            caption: page.text("Heures par type (heures:minutes)", "Hours by type (hours:minutes)"))
    }
}
