import RosterModel

/// Rules in force with their sources, what could not be judged, and breaches.
struct LegalitySection: ReportSection {
    let page: PageContext
    var anchor: String { "legalite" }
    var title: String { page.text("Légalité", "Legality") }

    func write(to html: inout HTML) {
        breaches(&html)
        withdrawn(&html)
        softBreaches(&html)
        nearLimits(&html)
        notVerifiable(&html)
        earnedRests(&html)
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
                findingColumns + [.words(page.text("Motif accepté", "Accepted reason"))],
                rows: violations.map { row($0) + [$0.acceptedReason ?? page.text("non accepté", "not accepted")] },
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

    /// Published shifts that the roster does not take over.
    private func withdrawn(_ html: inout HTML) {
        let withdrawn = page.content.withdrawn
        guard !withdrawn.isEmpty else { return }
        let caption = page.text(
            "Vacations publiées illégales sur leur seule journée, non reprises",
            "Published shifts unlawful on their day alone, not taken over")
        if page.isNominative {
            html.table(findingColumns, rows: withdrawn.map(row), caption: caption)
        } else {
            html.table(
                [.words(page.text("Règle", "Rule")), .figures(page.text("vacations", "shifts"))],
                rows: Rule.allCases.compactMap { rule in
                    let count = withdrawn.count { $0.rule == rule }
                    return count == 0 ? nil : [page.rules.name(rule), page.number.integer(count)]
                }, caption: caption)
        }
    }

    /// Columns of findings one by one.
    private var findingColumns: [HTML.Column] {
        [
            .words(page.text("Règle", "Rule")), .words(page.text("Agent", "Agent")),
            .words(page.text("Nuits", "Nights")), .words(page.text("Constat", "Finding")),
            .words(page.text("Article", "Article")),
        ]
    }

    private func row(_ violation: Violation) -> [String] {
        [
            page.rules.name(violation.rule), page.label(of: violation.agent),
            nights.nights(violation.day, violation.days), finding(violation), violation.article,
        ]
    }

    private var nights: NightsText { NightsText(axis: page.axis, language: page.language) }

    /// Value against limit, and the clock change that explains it.
    private func finding(_ violation: Violation) -> String {
        [page.rules.measure(violation), nights.clockChange(violation)].filter { !$0.isEmpty }.joined(
            separator: page.text(" ; ", "; "))
    }

    /// Most rows of the tables of near limits and of soft rules.
    private static let mostRows = 60

    /// Soft rules that are not kept, apart from the breaches.
    private func softBreaches(_ html: inout HTML) {
        let soft = page.content.softBreaches
        guard !soft.isEmpty else { return }
        html.table(
            [
                .words(page.text("Règle", "Rule")), .words(page.text("Article ou texte", "Article or text")),
                .figures(page.text("fois", "times")), .figures(page.text("agents", "agents")),
            ],
            rows: Rule.allCases.compactMap { rule in
                let found = soft.filter { $0.rule == rule }
                guard !found.isEmpty else { return nil }
                return [
                    page.rules.name(rule), Set(found.map(\.article)).sorted().joined(separator: ", "),
                    page.number.integer(found.count), page.number.integer(Set(found.map(\.agent)).count),
                ]
            },
            caption: page.text(
                "Règles souples non tenues : aucune ne rend le planning illégal",
                "Soft rules not kept: none makes the roster unlawful"))
        guard page.isNominative else { return }
        findings(
            soft.prefix(Self.mostRows).map(row), of: soft.count,
            caption: page.text("Règles souples non tenues", "Soft rules not kept"), &html)
    }

    private func nearLimits(_ html: inout HTML) {
        let near = page.content.nearLimits
        guard !near.isEmpty else { return }
        html.table(
            [
                .words(page.text("Règle", "Rule")), .figures(page.text("valeurs proches", "values near it")),
                .figures(page.text("agents", "agents")),
            ],
            rows: Rule.allCases.compactMap { rule in
                let found = near.filter { $0.rule == rule }
                guard !found.isEmpty else { return nil }
                return [
                    page.rules.name(rule), page.number.integer(found.count),
                    page.number.integer(Set(found.map(\.agent)).count),
                ]
            },
            caption: page.text(
                "Proche de la limite : à moins de 5 % en heures, à la limite même en jours",
                "Near the limit: within 5 % in hours, at the limit itself in days"))
        guard page.isNominative else { return }
        findings(
            near.prefix(Self.mostRows).map { value in
                [
                    page.rules.name(value.rule), page.label(of: value.agent),
                    nights.nights(value.day, value.days), page.rules.measure(value), value.article,
                ]
            }, of: near.count, caption: page.text("Valeurs proches d’une limite", "Values near a limit"), &html)
    }

    /// Values one by one, folded away: rule, agent, nights, value against limit, article.
    private func findings(_ rows: [[String]], of count: Int, caption: String, _ html: inout HTML) {
        html.element("details") { html in
            html.element("summary", page.text("Valeur par valeur", "Value by value"))
            html.table(
                findingColumns, rows: rows,
                caption: count > rows.count
                    ? page.text(
                        "Les \(rows.count) premières valeurs sur \(count)",
                        "The first \(rows.count) of \(count) values")
                    : caption)
        }
    }

    private func notVerifiable(_ html: inout HTML) {
        let unknown = page.content.notVerifiable.filter { !$0.agents.isEmpty }
        guard !unknown.isEmpty else { return }
        var columns: [HTML.Column] = [
            .words(page.text("Règle", "Rule")), .words(page.text("pourquoi", "why")),
            .figures(page.text("agents", "agents")),
        ]
        if page.isNominative { columns.append(.words(page.text("lesquels", "which"))) }
        html.table(
            columns,
            rows: unknown.map { entry in
                let agents = entry.agents
                var row = [
                    page.rules.name(entry.rule), page.rules.reason(entry.reason), page.number.integer(agents.count),
                ]
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
                "Non vérifiable : ni tenu ni enfreint, faute de données",
                "Not verifiable: neither kept nor broken, for want of data"))
    }

    /// Rest that agents earn: by agent where the coordinator works, else by text.
    private func earnedRests(_ html: inout HTML) {
        let rests = page.content.earnedRests
        guard !rests.isEmpty else { return }
        let caption = page.text(
            "Repos compensateur acquis : dû, à donner en dehors de ce planning",
            "Compensatory rest earned: due, to be given outside this roster")
        var sources: [CompensatoryRest] = []
        for rest in rests where !sources.contains(rest.source) { sources.append(rest.source) }
        if page.isNominative {
            html.table(
                [
                    .words(page.text("Agent", "Agent")), .figures(page.text("repos", "rest")),
                    .words(page.text("acquis par", "earned by")),
                    .words(page.text("Article ou texte", "Article or text")),
                ],
                rows: rests.map { rest in
                    [
                        page.label(of: rest.agent), page.number.hours(rest.minutes),
                        EarnedRestText.basis(rest.source, rest.basisMinutes, page.language), rest.source.article,
                    ]
                }, caption: caption)
        } else {
            html.table(
                [
                    .words(page.text("Article ou texte", "Article or text")), .figures(page.text("agents", "agents")),
                    .figures(page.text("repos", "rest")),
                ],
                rows: sources.map { source in
                    let mine = rests.filter { $0.source == source }
                    return [
                        source.article, page.number.integer(mine.count),
                        page.number.hours(mine.reduce(0) { $0 + $1.minutes }),
                    ]
                }, caption: caption)
        }
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
            for (rule, source) in regime.softSources {
                rows.append([
                    regime.name, page.rules.name(rule), page.rules.limit(rule, in: regime.wished ?? regime),
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
