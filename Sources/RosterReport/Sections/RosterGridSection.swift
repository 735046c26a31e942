import RosterModel

/// The roster, agent × night, with the coordinator's codes.
struct RosterGridSection: ReportSection {
    let page: PageContext
    var anchor: String { "planning" }
    var title: String { page.text("Planning", "Roster") }

    /// Part of the night that a shift reaches into, told by the shade of its cell.
    private enum Shade: String {
        case day = ""
        case evening = "e"
        case night = "n"
    }

    func write(to html: inout HTML) {
        let scenario = page.scenario
        let codes = ShiftCodes(scenario: scenario, roster: page.content.roster)
        let sectors = SectorCodes.codes(for: scenario.sectors.map(\.name))
        legend(codes, sectors: sectors, &html)
        let lines = page.content.roster.lines(agents: scenario.agents.count)
        let nights = (-1..<page.axis.dayCount + 1).map { day in
            let date = page.axis.date(ofDay: day)
            let start = page.axis.minute(date: date, clock: scenario.nightClock.start)
            return start..<max(start, page.axis.minute(date: date, clock: scenario.nightClock.end))
        }
        html.element("div", ["class": "scroll tall", "tabindex": "0", "role": "region", "aria-label": title]) { html in
            html.raw("<table class=\"grid\"><colgroup><col>")
            for day in 0..<page.axis.dayCount { html.raw(page.isShaded(day: day) ? "<col class=\"w\">" : "<col>") }
            html.raw("<col class=\"s\"><col class=\"s\"></colgroup><thead><tr>")
            html.element("th", ["scope": "col"], page.text("Agent", "Agent"))
            for day in 0..<page.axis.dayCount { heading(day, &html) }
            html.element("th", ["scope": "col", "class": "s"], page.text("heures", "hours"))
            html.element("th", ["scope": "col", "class": "s"], page.text("contrat", "contract"))
            html.raw("</tr></thead>\n")
            // An employer receives the lines of its own agents only: in print each starts a page.
            var isFirst = true
            for employer in scenario.employers.indices {
                var isNewEmployer = true
                for profession in scenario.professions.indices {
                    let agents = scenario.agents.indices.filter {
                        scenario.agents[$0].employer.value == employer
                            && scenario.agents[$0].profession.value == profession
                    }
                    guard !agents.isEmpty else { continue }
                    html.raw(isNewEmployer && !isFirst ? "<tbody class=\"new\">" : "<tbody>")
                    html.raw("<tr class=\"group\">")
                    isFirst = false
                    isNewEmployer = false
                    html.open("th", ["scope": "rowgroup", "colspan": String(page.axis.dayCount + 3)])
                    html.raw("<span>")
                    html.text(
                        "\(scenario.employers[employer].name) \u{00B7} \(scenario.professions[profession].name) "
                            + "(\(page.number.count(agents.count, "agent", "agents")))")
                    html.raw("</span></th></tr>\n")
                    for agent in agents {
                        line(
                            AgentID(agent), shifts: lines[agent], codes: codes, sectors: sectors, nights: nights, &html)
                    }
                    html.raw("</tbody>")
                }
            }
            html.raw("</table>")
        }
    }

    private func heading(_ day: Int, _ html: inout HTML) {
        let date = page.axis.date(ofDay: day)
        html.raw(page.isShaded(day: day) ? "<th scope=\"col\" class=\"w\">" : "<th scope=\"col\">")
        html.text(page.dates.narrowWeekday(date.weekday))
        html.raw("<br>\(date.parts.day)")
        if page.isHoliday(day: day) { html.element("sup", page.text("f", "h")) }
        html.raw("</th>")
    }

    private func line(
        _ id: AgentID, shifts: [WorkedShift], codes: ShiftCodes, sectors: [String], nights: [Range<Int>],
        _ html: inout HTML
    ) {
        let agent = page.scenario[id]
        html.raw("<tr><th scope=\"row\">")
        if let name = agent.name, !name.isEmpty {
            html.text(name)
            html.raw(" <small>")
            html.text(agent.id)
            html.raw("</small>")
        } else {
            html.text(agent.id)
        }
        var position = 0
        for day in 0..<page.axis.dayCount {
            while position < shifts.count, shifts[position].day < day { position += 1 }
            let first = position
            while position < shifts.count, shifts[position].day == day { position += 1 }
            if first == position {
                html.raw(isAbsent(agent, day: day) ? "<td class=\"a\">A" : "<td>")
                continue
            }
            let worked = shifts[first..<position]
            let shade = worked.map { self.shade($0, nights: nights) }.max { $0.rawValue < $1.rawValue } ?? .day
            html.raw("<td class=\"x\(shade.rawValue)\">")
            html.text(worked.map { codes.code(of: $0) }.joined(separator: "+"))
            html.raw("<i>")
            var places: [String] = []
            for stage in worked.flatMap(\.stages) {
                let code = sectors[stage.sector.value]
                if places.last != code { places.append(code) }
            }
            html.text(places.joined(separator: "\u{203A}"))
            html.raw("</i>")
        }
        html.raw("<td class=\"s\">\(page.number.compactHours(page.content.coverage.workedMinutes[id.value]))")
        html.raw("<td class=\"s\">\(agent.maximumMinutes.map { page.number.compactHours($0) } ?? "\u{2013}")\n")
    }

    private func isAbsent(_ agent: Agent, day: Int) -> Bool {
        let minutes = page.axis.minutes(ofDay: day)
        return agent.absences.contains {
            $0.days.contains(day) || (!$0.minutes.isEmpty && $0.minutes.overlaps(minutes))
        }
    }

    private func shade(_ shift: WorkedShift, nights: [Range<Int>]) -> Shade {
        let parts = shift.parts
        let minutes = nights.reduce(0) { sum, night in parts.reduce(sum) { $0 + $1.clamped(to: night).count } }
        return minutes >= 180 ? .night : minutes > 0 ? .evening : .day
    }

    private func legend(_ codes: ShiftCodes, sectors: [String], _ html: inout HTML) {
        let night = page.number.clocks(page.scenario.nightClock.start, page.scenario.nightClock.end)
        html.element("div", ["class": "legend"]) { html in
            for entry in codes.legend {
                html.raw("<span class=\"key\">")
                html.element("b", entry.code)
                let hours = entry.parts.map { page.number.clocks($0.start, $0.end) }.joined(separator: ", ")
                html.text(" \(entry.name) \(hours)")
                html.raw("</span> ")
            }
            html.raw("<span class=\"key\"><b>A</b> ")
            html.text(page.text("absence", "absence"))
            html.raw("</span> <span class=\"key\">")
            html.text(page.text("case vide : repos", "empty cell: rest"))
            html.raw("</span>")
        }
        html.legend(
            [
                ("x", page.text("hors de la nuit (\(night))", "outside the night (\(night))")),
                ("xe", page.text("moins de 3 h de nuit", "less than 3 h of night")),
                ("xn", page.text("nuit, au moins 3 h", "night, at least 3 h")),
                (
                    "wk",
                    page.text(
                        "colonne de samedi, dimanche ou jour férié (f)",
                        "column of a Saturday, Sunday or public holiday (h)")
                ),
            ].map { style, name in
                ("<b class=\"cell \(style)\">\(style == "wk" ? "&nbsp;" : "S")</b>", name)
            })
        html.element("p", ["class": "note"]) { html in
            html.text(page.text("Sous le code, le secteur : ", "Below the code, the sector: "))
            html.text(
                zip(sectors, page.scenario.sectors).map { "\($0)\(NumberFormat.space)\($1.name)" }.joined(
                    separator: ", "))
            html.text(".")
        }
    }
}
