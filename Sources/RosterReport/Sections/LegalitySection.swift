import RosterModel

/// Rules in force with their sources, what could not be judged, and breaches.
struct LegalitySection: ReportSection {
    let page: PageContext
    var anchor: String { "legalite" }
    var title: String { page.text("Légalité", "Legality") }

    func write(to html: inout HTML) {
        breaches(&html)
        notVerifiable(&html)
        rules(&html)
        beyondLaw(&html)
        agreements(&html)
    }

    private func breaches(_ html: inout HTML) {
        let violations = page.content.violations
        guard !violations.isEmpty else {
            html.element("p") { html in
                html.element("b", page.text("0 infraction.", "0 breaches."))
                html.text(
                    " "
                        + page.text(
                            "Toutes les règles dures du scénario sont tenues pour tous les agents.",
                            "All hard rules of the scenario are kept for all agents."))
            }
            return
        }
        if page.isNominative {
            html.table(
                [
                    .words(page.text("Règle", "Rule")), .words(page.text("Agent", "Agent")),
                    .tight(page.text("Nuit du", "Night of")), .words(page.text("Constat", "Finding")),
                    .words(page.text("Article", "Article")), .words(page.text("Motif accepté", "Accepted reason")),
                ],
                rows: violations.map { violation in
                    [
                        page.rules.name(violation.rule), page.label(of: violation.agent),
                        violation.day.map { page.dates.short(page.axis.date(ofDay: $0)) }
                            ?? page.text("période", "period"),
                        page.rules.measure(violation), violation.article,
                        violation.acceptedReason ?? page.text("non accepté", "not accepted"),
                    ]
                },
                caption: page.text("Infractions", "Breaches"))
        } else {
            html.table(
                [
                    .words(page.text("Règle", "Rule")), .figures(page.text("infractions", "breaches")),
                    .figures(page.text("dont acceptées", "of them accepted")),
                ],
                rows: Rule.allCases.compactMap { rule in
                    let found = violations.filter { $0.rule == rule }
                    guard !found.isEmpty else { return nil }
                    return [
                        page.rules.name(rule), page.number.integer(found.count),
                        page.number.integer(found.count { $0.acceptedReason != nil }),
                    ]
                },
                caption: page.text("Infractions", "Breaches"))
        }
    }

    private func notVerifiable(_ html: inout HTML) {
        let unknown = page.content.notVerifiable.filter { !$0.agents.isEmpty }
        guard !unknown.isEmpty else { return }
        var columns: [HTML.Column] = [
            .words(page.text("Règle", "Rule")), .figures(page.text("agents", "agents")),
        ]
        if page.isNominative { columns.append(.words(page.text("lesquels", "which"))) }
        html.table(
            columns,
            rows: unknown.map { rule, agents in
                var row = [page.rules.name(rule), page.number.integer(agents.count)]
                if page.isNominative {
                    row.append(
                        agents.count == page.scenario.agents.count
                            ? page.text("tous", "all")
                            : agents.prefix(30).map { page.scenario[$0].id }.joined(separator: ", ")
                                + (agents.count > 30 ? " \u{2026}" : ""))
                }
                return row
            },
            caption: page.text(
                "Non vérifiable : l’historique manque, la limite qui regarde en arrière n’est pas jugée",
                "Not verifiable: history is missing, the limit that looks back is not judged"))
    }

    private func rules(_ html: inout HTML) {
        let used = Set(page.scenario.agents.map(\.regime))
        var rows: [[String]] = []
        for (index, regime) in page.scenario.regimes.enumerated() where used.contains(RegimeID(index)) {
            for (rule, source) in regime.sources {
                rows.append([
                    regime.name, page.rules.name(rule), page.rules.limit(rule, in: regime),
                    page.rules.level(source.level), source.article,
                ])
            }
            rows.append([
                regime.name, page.text("heures de nuit", "night hours"), page.rules.nightClock(of: regime),
                page.text("définition", "definition"), "",
            ])
        }
        html.table(
            [
                .words(page.text("Régime", "Regime")), .words(page.text("Règle", "Rule")),
                .words(page.text("Limite", "Limit")), .words(page.text("Force", "Firmness")),
                .words(page.text("Article ou texte", "Article or text")),
            ],
            rows: rows, caption: page.text("Règles en vigueur, par régime", "Rules in force, by regime"))
    }

    private func beyondLaw(_ html: inout HTML) {
        var items: [String] = []
        for regime in page.scenario.regimes {
            for (rule, source) in regime.sources where source.level == .local {
                let limit = page.rules.limit(rule, in: regime)
                items.append(
                    "\(regime.name)\(page.text(" : ", ": "))\(page.rules.name(rule)), \(limit)"
                        + (source.article.isEmpty ? "" : " (\(source.article))"))
            }
        }
        html.element("h3", page.text("Au-delà de la loi", "Beyond the law"))
        guard !items.isEmpty else {
            html.element(
                "p",
                page.text(
                    "Aucune règle de ce scénario ne va plus loin que les textes.",
                    "No rule of this scenario goes beyond the texts."))
            return
        }
        html.element(
            "p",
            page.text(
                "Règles choisies localement, qu’aucun texte n’impose :", "Rules chosen locally that no text asks for:"))
        list(items, &html)
    }

    private func agreements(_ html: inout HTML) {
        // The text of an agreement is free and may name the agents it is for.
        guard page.isNominative, !page.content.agreements.isEmpty else { return }
        html.element("h3", page.text("Accords enregistrés", "Recorded agreements"))
        list(page.content.agreements, &html)
    }

    private func list(_ items: [String], _ html: inout HTML) {
        html.element("ul") { html in
            for item in items { html.element("li", item) }
        }
    }
}
