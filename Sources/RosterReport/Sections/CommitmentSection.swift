import RosterModel

/// What employers promised their partners: kept or not, planned and done.
struct CommitmentSection: ReportSection {
    let page: PageContext
    var anchor: String { "engagements" }
    var title: String { page.text("Engagements des partenaires", "Commitments of partners") }

    /// A promise with what is brought of it, in team-minutes.
    struct Row {
        let commitment: Commitment
        let planned: Int
        let done: Int?
        /// Whether the roster keeps it.
        var isPlanned: Bool { planned >= commitment.minutes }
        /// Whether it was kept; nil while nothing is known of it.
        var isDone: Bool? { done.map { $0 >= commitment.minutes } }
    }

    /// Promises that the reader may see.
    var rows: [Row] {
        page.scenario.commitments.enumerated().filter { page.mayShow($0.element.employer) }.map { index, commitment in
            Row(
                commitment: commitment, planned: page.planned.minutes[index], done: page.done?.minutes[index])
        }
    }

    func write(to html: inout HTML) {
        let rows = rows
        let number = page.number
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "Heures d’équipe promises par chaque employeur sur la période. Dans une équipe mixte, chaque employeur compte pour sa part des agents.",
                    "Team-hours that each employer promised over the period. In a mixed team each employer counts for its share of the agents."
                ))
        }
        if rows.count < page.scenario.commitments.count {
            html.element(
                "p", ["class": "note"],
                page.text(
                    "Les engagements d’employeurs de moins de \(PageContext.publicGroupSize) agents ne sont pas publiés.",
                    "Commitments of employers of fewer than \(PageContext.publicGroupSize) agents are not published."))
        }
        guard !rows.isEmpty else { return }
        func verdict(_ isKept: Bool) -> String {
            isKept ? page.text("tenu", "kept") : page.text("non tenu", "not kept")
        }
        var columns: [HTML.Column] = [
            .words(page.text("Employeur", "Employer")), .words(page.text("Secteur", "Sector")),
            .tight(page.text("Heures", "Hours")), .figures(page.text("nuits", "nights")),
            .figures(page.text("promis", "promised")), .figures(page.text("prévu", "planned")),
            .tight(page.text("prévu", "planned")),
        ]
        if page.done != nil {
            columns += [.figures(page.text("réalisé", "done")), .tight(page.text("réalisé", "done"))]
        }
        html.table(
            columns,
            rows: rows.map { row in
                var cells = [
                    page.scenario[row.commitment.employer].name,
                    row.commitment.sector.map { page.scenario[$0].name } ?? page.text("toute la ville", "whole town"),
                    number.clocks(row.commitment.hours.start, row.commitment.hours.end),
                    number.integer(row.commitment.days.count { $0 }), number.hours(row.commitment.minutes),
                    number.hours(row.planned), verdict(row.isPlanned),
                ]
                if let done = row.done, let isDone = row.isDone { cells += [number.hours(done), verdict(isDone)] }
                return cells
            },
            caption: page.text("Promis, prévu, réalisé (heures d’équipe)", "Promised, planned, done (team-hours)"))
    }
}
