import RosterModel

/// Agents who are out and form no team: nobody is safe alone, and it counts for nothing.
struct LonePresenceSection: ReportSection {
    let page: PageContext
    var anchor: String { "presence-isolee" }
    var title: String { page.text("Présence sans équipe complète", "Presence without a complete team") }

    /// Most rows shown.
    private static let mostRows = 60

    func write(to html: inout HTML) {
        let runs = PresenceWithoutTeam.list(scenario: page.scenario, coverage: page.content.coverage)
        guard !runs.isEmpty else {
            html.element("p", page.text("Aucun agent n’est seul dehors.", "No agent is out alone."))
            return
        }
        let alone = runs.filter { $0.agents == 1 }
        func hours(_ runs: [PresenceWithoutTeam]) -> String {
            page.number.hours(runs.reduce(0) { $0 + $1.agentMinutes(on: page.axis) })
        }
        html.element(
            "p", ["class": "note"],
            page.text(
                "\(hours(runs)) d’agent sur le terrain sans équipe complète, dont \(hours(alone)) d’agents seuls. Elles ne comptent pour aucun besoin.",
                "\(hours(runs)) of agents out without a complete team, of them \(hours(alone)) of lone agents. They count for no need."
            ))
        guard page.isNominative else { return }
        html.table(
            [
                .tight(page.text("Nuit du", "Night of")), .words(page.text("Secteur", "Sector")),
                .tight(page.text("Heures", "Hours")), .figures(page.text("agents", "agents")),
                .words(page.text("lesquels", "which")),
            ],
            rows: runs.prefix(Self.mostRows).map { run in
                [
                    page.dates.short(page.axis.date(ofDay: run.day)), page.scenario[run.sector].name,
                    page.clocks(run.slots, day: run.day), page.number.integer(run.agents),
                    run.agentIDs(in: page.content.roster, scenario: page.scenario).joined(separator: ", "),
                ]
            },
            caption: runs.count > Self.mostRows
                ? page.text(
                    "Les \(Self.mostRows) premiers intervalles sur \(runs.count)",
                    "The first \(Self.mostRows) of \(runs.count) intervals")
                : page.text("Intervalles, nuit par nuit", "Intervals, night by night"))
    }
}
