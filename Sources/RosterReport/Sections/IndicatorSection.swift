import RosterModel

/// All indicators of the night on one page, each with its proved floor where there is one.
struct IndicatorSection: ReportSection {
    let page: PageContext
    var anchor: String { "indicateurs" }
    var title: String { page.text("Indicateurs", "Indicators") }
    private var number: NumberFormat { page.number }

    func write(to html: inout HTML) {
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "Plancher prouvé : aucun planning respectant ces règles, avec ces agents, ne descend dessous ; ce qui est dessous manque de monde, de vacations ou d’autorisations, pas d’agencement. Sans plancher, la colonne est vide.",
                    "Proved floor: no roster under these rules, with these agents, goes below; what lies below it lacks people, shifts or permissions, not arrangement. Without a floor the column is empty."
                ))
        }
        html.table(
            [
                .words(page.text("Indicateur", "Indicator")), .figures(page.text("ce planning", "this roster")),
                .figures(page.text("plancher prouvé", "proved floor")),
                .words(page.text("lecture", "reading")),
            ],
            rows: rows, caption: page.text("Ce planning, et ce qui est prouvé", "This roster, and what is proved"),
            isDense: true)
    }

    private var rows: [[String]] {
        late + [afterMidnight, coreNights, blankNights] + overlaps + missions + [continuity].compactMap { $0 }
            + fairness + [legality, hours] + commitments
    }

    /// Late hours in their variants: nobody, full, weighted, for want of a capability.
    private var late: [[String]] {
        let summary = page.content.summary
        let late = CoverTally.sum(page.figures.lateSectors)
        let floor = summary.lateMissingBoundMinutes
        let forbidden = min(late.unreachable, floor)
        var reading = page.text(
            "manque de monde ou de règles : au moins \(number.hours(floor))",
            "lack of people or rules: at least \(number.hours(floor))")
        if forbidden > 0 {
            reading += page.text(
                " (dont \(number.hours(forbidden)) où personne n’a le droit d’être là)",
                " (of it \(number.hours(forbidden)) where nobody may be there)")
        }
        reading += page.text(
            "\u{A0}; agencement : au plus \(number.hours(max(0, late.missing - floor)))",
            "; arrangement: at most \(number.hours(max(0, late.missing - floor)))")
        let capabilities = page.figures.missingCapabilities.filter { page.mayShow($0.kinds) }.prefix(2).map {
            $0.kinds.map { page.scenario[$0].name }.joined(separator: page.text(" ou ", " or "))
                + " \(number.hours($0.minutes))"
        }
        return [
            [
                page.text("Heures tardives non couvertes (déficit complet)", "Late hours uncovered (full deficit)"),
                number.hours(late.missing), floor > 0 ? number.hours(floor) : "", reading,
            ],
            [
                page.text("\u{2003}dont personne dans le secteur", "\u{2003}of it nobody in the sector"),
                number.hours(late.nobody),
                page.content.floor == nil ? "" : number.hours(late.nobodyUnreachable),
                late.nobodyUnreachable > 0
                    ? page.text(
                        "plancher : aucune équipe n’a le droit d’être là", "floor: no team may be there")
                    : "",
            ],
            [
                page.text(
                    "\u{2003}dont équipe présente, compétence manquante",
                    "\u{2003}of it a team is there, the capability is missing"), number.hours(late.capability), "",
                capabilities.joined(separator: ", "),
            ],
            [
                page.text("\u{2003}dont équipes trop peu nombreuses", "\u{2003}of it too few teams"),
                number.hours(late.tooFew), "", "",
            ],
            [
                page.text("Heures tardives non couvertes, pondérées", "Late hours uncovered, weighted"),
                number.weightedHours(late.missingPoints), "",
                page.text(
                    "toutes heures : \(number.weightedHours(summary.levels.points)), plancher \(number.weightedHours(summary.dualBound, rounding: .down))",
                    "all hours: \(number.weightedHours(summary.levels.points)), floor \(number.weightedHours(summary.dualBound, rounding: .down))"
                ),
            ],
        ]
    }

    private var afterMidnight: [String] {
        let core = CoverTally.sum(page.figures.coreSectors)
        return [
            page.text("Heures non couvertes après minuit", "Hours uncovered after midnight"),
            number.hours(core.missing), page.content.floor == nil ? "" : number.hours(core.unreachable),
            core.required == 0
                ? page.text("aucun besoin", "no need")
                : page.text(
                    "couvert : \(number.percent(core.covered, core.required)) en heures",
                    "covered: \(number.percent(core.covered, core.required)) in hours"),
        ]
    }

    private var coreNights: [String] {
        let nights = page.axis.dayCount
        return [
            page.text("Nuits avec une équipe quelque part après minuit", "Nights with a team anywhere after midnight"),
            "\(number.integer(page.blank.nightsWithCoreTeam)) / \(number.integer(nights))", "",
            page.text(
                "nuits où un besoin existe : \(number.integer(page.blank.nightsWithCoreNeed))",
                "nights with a need: \(number.integer(page.blank.nightsWithCoreNeed))"),
        ]
    }

    private var blankNights: [String] {
        let blank = page.blank
        let longest = page.scenario.sectors.indices.compactMap { sector in
            blank.longestRun(sector: sector).map { (sector, $0) }
        }.max { ($0.1.count, -$0.0) < ($1.1.count, -$1.0) }
        var reading = page.text(
            "avec un besoin tardif\u{A0}; en tout \(number.percent(blank.blank, max(1, blank.total))) des nuits-secteurs",
            "with a late need; in all \(number.percent(blank.blank, max(1, blank.total))) of sector-nights")
        if let (sector, run) = longest {
            reading += page.text("\u{A0}; plus longue suite : ", "; longest run: ")
            reading +=
                "\(page.scenario.sectors[sector].name), "
                + number.count(run.count, page.text("nuit", "night"), page.text("nuits", "nights"))
        }
        return [
            page.text("Nuits-secteurs blanches", "Blank sector-nights"),
            "\(number.integer(blank.blankNeeded)) / \(number.integer(blank.needed))",
            page.content.floor == nil ? "" : number.integer(blank.unreachable), reading,
        ]
    }

    private var overlaps: [[String]] {
        // The figure tells what small groups do when a pair to avoid has one.
        let pairs = page.scenario.avoidedPairs
        guard page.isNominative || pairs.allSatisfy({ page.mayShow($0.first) && page.mayShow($0.second) }) else {
            return []
        }
        let presence = page.overlap.presence.reduce(0, +)
        let surplus = page.overlap.surplus.reduce(0, +)
        let avoided = page.content.coverage.avoidedMinutes.reduce(0, +)
        return [
            [
                page.text("On se marche sur les pieds", "In one another’s way"),
                presence == 0 ? "\u{2013}" : number.percent(surplus + avoided, presence), "",
                page.text(
                    "des heures d’agent présentes : \(number.hours(surplus)) de surplus, \(number.hours(avoided)) à éviter\u{A0}; relais libres \(number.hours(page.overlap.handover.reduce(0, +)))",
                    "of agent-hours present: \(number.hours(surplus)) of surplus, \(number.hours(avoided)) to avoid; free hand-overs \(number.hours(page.overlap.handover.reduce(0, +)))"
                ),
            ]
        ]
    }

    private var missions: [[String]] {
        let missions = page.scenario.missions
        guard !missions.isEmpty else { return [] }
        let figures = MissionFigures(scenario: page.scenario, coverage: page.content.coverage)
        let orphans = figures.orphans.filter { page.mayShow(missions[$0.mission].kinds) }
        return [
            [
                page.text("Missions que personne ne traite quelque part", "Missions that nobody answers somewhere"),
                "\(number.integer(orphans.count)) / \(number.integer(missions.count))", "",
                orphans.prefix(3).map { missions[$0.mission].name }.joined(separator: ", "),
            ]
        ]
    }

    private var continuity: [String]? {
        let shown = page.continuity.tallies.filter { page.mayShow($0) && $0.presence > 0 }
        let presence = shown.reduce(0) { $0 + $1.presence }
        guard presence > 0 else { return nil }
        let three = number.percent(shown.reduce(0) { $0 + $1.byThree }, presence)
        let six = number.percent(shown.reduce(0) { $0 + $1.bySix }, presence)
        return [
            page.text(
                "Continuité : présence des 3 agents les plus fréquents",
                "Continuity: presence of the 3 most frequent agents"),
            three, "", page.text("des 6 : \(six), secteur par secteur", "of the 6: \(six), sector by sector"),
        ]
    }

    private var fairness: [[String]] {
        let groups = page.groups.filter { $0.agents.count > 1 && page.mayShow($0) }
        guard let widest = groups.max(by: { $0.spread(\.nights) < $1.spread(\.nights) }) else { return [] }
        let gini = widest.gini(\.nights).map { number.ratio($0, 1000, decimals: 2) } ?? "\u{2013}"
        return [
            [
                page.text(
                    "Équité : écart de nuits entre agents comparables",
                    "Fairness: spread of nights between comparable agents"),
                number.integer(widest.spread(\.nights)), "",
                "\(page.scenario[widest.employer].name), \(page.scenario[widest.profession].name), Gini\u{A0}\(gini)",
            ]
        ]
    }

    private var legality: [String] {
        let open = page.content.violations.count { $0.acceptedReason == nil }
        let near = page.content.nearLimits.count
        return [
            page.text("Infractions aux règles dures", "Breaches of hard rules"), number.integer(open), "0",
            near == 0
                ? ""
                : page.text(
                    "\(number.count(near, "valeur proche", "valeurs proches")) d’une limite",
                    "\(number.count(near, "value", "values")) near a limit"),
        ]
    }

    private var hours: [String] {
        let sum = page.hours.reduce(into: WorkedHours()) { $0 += $1 }
        var reading = page.text(
            "sur \(number.hours(sum.contract)) de contrat\u{A0}; \(number.hours(sum.late)) tardives",
            "of \(number.hours(sum.contract)) of contracts; \(number.hours(sum.late)) late")
        if !page.scenario.hourCosts.isEmpty, let euros = sum.euros {
            reading += page.text("\u{A0}; coût \(number.integer(euros)) €", "; cost €\(number.integer(euros))")
        }
        return [page.text("Heures travaillées", "Hours worked"), number.hours(sum.worked), "", reading]
    }

    private var commitments: [[String]] {
        let rows = CommitmentSection(page: page).rows
        guard !rows.isEmpty else { return [] }
        return [
            [
                page.text("Engagements des partenaires tenus", "Commitments of partners kept"),
                "\(number.integer(rows.count { $0.isPlanned })) / \(number.integer(rows.count))", "",
                page.done == nil
                    ? page.text("prévu", "planned")
                    : page.text(
                        "prévu\u{A0}; réalisé : \(number.integer(rows.count { $0.isDone ?? false }))",
                        "planned; done: \(number.integer(rows.count { $0.isDone ?? false }))"),
            ]
        ]
    }
}
