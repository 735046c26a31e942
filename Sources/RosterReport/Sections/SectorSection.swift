import RosterModel

/// All sectors by what stays uncovered late, and why.
struct SectorSection: ReportSection {
    let page: PageContext
    var anchor: String { "tous-les-secteurs" }
    var title: String { page.text("Tous les secteurs", "All sectors") }

    func write(to html: inout HTML) {
        let number = page.number
        let figures = page.figures
        let order = figures.lateSectors.indices.sorted {
            (-figures.lateSectors[$0].missing, $0) < (-figures.lateSectors[$1].missing, $1)
        }
        var columns: [HTML.Column] = [
            .words(page.text("Secteur", "Sector")), .figures(page.text("tardif requis", "late required")),
            .figures(page.text("manque", "missing")), .figures(page.text("personne", "nobody")),
            .figures(page.text("compétence manquante", "capability missing")),
            .figures(page.text("trop peu d’équipes", "too few teams")),
        ]
        let hasFloor = page.content.floor != nil
        if hasFloor { columns.append(.figures(page.text("impossible", "impossible"))) }
        columns += [
            .figures(page.text("manque après minuit", "missing after midnight")),
            .figures(page.text("manque, pondéré", "missing, weighted")),
            .figures(page.text("couvert, pondéré", "covered, weighted")),
        ]
        func row(_ name: String, _ late: CoverTally, _ core: CoverTally, _ all: CoverTally) -> [String] {
            var cells = [
                name, number.compactHours(late.required), number.compactHours(late.missing),
                number.compactHours(late.nobody), number.compactHours(late.capability),
                number.compactHours(late.tooFew),
            ]
            if hasFloor { cells.append(number.compactHours(late.unreachable)) }
            return cells + [
                number.compactHours(core.missing), number.weightedHours(all.missingPoints),
                all.demandPoints == 0
                    ? "\u{2013}"
                    : number.percent(all.demandPoints - all.missingPoints, all.demandPoints, rounding: .down),
            ]
        }
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "Heures d’équipe tardives (heures:minutes). Ce qui manque est partagé en trois : personne, équipe présente sans la compétence, équipes trop peu nombreuses.",
                    "Late team-hours (hours:minutes). What is missing falls into three parts: nobody, a team without the capability, too few teams."
                ))
            if hasFloor {
                html.text(
                    page.text(
                        " Impossible : aucun agent n’a le droit d’être là à cette heure (vacations, secteurs, absences, autorisations) ; aucun agencement n’y peut rien.",
                        " Impossible: no agent may be there at that hour (shifts, sectors, absences, permissions); no arrangement helps."
                    ))
            }
        }
        html.table(
            columns,
            rows: order.map {
                row(
                    page.scenario.sectors[$0].name, figures.lateSectors[$0], figures.coreSectors[$0],
                    figures.sectors[$0])
            },
            total: row(
                page.text("Ville", "Town"), CoverTally.sum(figures.lateSectors), CoverTally.sum(figures.coreSectors),
                CoverTally.sum(figures.sectors)),
            caption: page.text("Heures d’équipe par secteur", "Team-hours by sector"), isDense: order.count > 20)
    }
}
