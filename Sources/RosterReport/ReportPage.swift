import RosterModel

/// The page `report.html`: one file that stands alone, for screen and print.
public enum ReportPage {
    /// Writes the page.
    ///
    /// The page asks nothing of any network; its one script moves the map through the hours. In print two A4 pages sum up
    /// and A3 pages detail. For ``Audience/public`` it names no agent: the roster
    /// grid, the tables by agent and every figure by profession or employer of fewer than 5 agents are left out.
    ///
    /// - Parameters:
    ///   - content: What the page is written from.
    ///   - audience: Who may read it.
    /// - Returns: A whole HTML document.
    /// - Complexity: Linear in sectors × slots, requirements × slots and agents × days.
    public static func html(_ content: ReportContent, audience: Audience = .coordinator) -> String {
        let page = PageContext(content: content, audience: audience)
        let parts = parts(of: page)
        let title = page.text("Planning de présence", "Presence roster")
        let heading = page.dates.title(
            content.scenario.name, first: page.axis.firstDay, dayCount: page.axis.dayCount)
        var html = HTML()
        html.raw("<!DOCTYPE html>\n<html lang=\"\(content.language.rawValue)\"><head><meta charset=\"utf-8\">")
        html.raw(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                + "script-src 'sha256-\(PageScript.digest)'\">")
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        html.raw("<meta name=\"robots\" content=\"noindex\">")
        html.element("title", "\(title), \(heading)")
        html.raw("<style>\(PageStyle.css)</style></head>\n<body>")
        // A hatch keeps the middle part of bars apart from the others in grey.
        html.raw(
            "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs>"
                + "<pattern id=\"u\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
                + "<rect width=\"6\" height=\"6\" fill=\"#eec3ac\"/>"
                + "<path d=\"M-1 1l2-2M0 6l6-6M5 7l2-2\" stroke=\"#8c2a1c\" stroke-width=\"1.4\"/>"
                + "</pattern></defs></svg>")
        html.element("header") { html in
            html.element("p", ["class": "kicker"], title)
            html.element("h1", heading)
            html.element("p", facts(of: page))
            if page.isNominative {
                html.element(
                    "p", ["class": "warn"],
                    page.text(
                        "Page nominative, réservée à la coordination. Ne pas diffuser.",
                        "This page names persons, for the coordinator only. Do not circulate."))
            }
        }
        html.element("nav", ["aria-label": page.text("Sommaire", "Contents")]) { html in
            for section in parts.summary + parts.wide + parts.narrow {
                html.element("a", ["href": "#\(section.anchor)"], section.title)
            }
        }
        html.raw("<main>\n")
        write(parts.summary, class: "summary", to: &html)
        write(parts.wide, class: "detail", to: &html)
        write(parts.narrow, class: "detail narrow", to: &html)
        html.raw("</main>")
        html.element("footer", run(of: page))
        html.raw("<script>\(PageScript.text)</script></body></html>\n")
        return html.markup
    }

    private static func write(_ sections: [any ReportSection], class style: String, to html: inout HTML) {
        html.element("div", ["class": style]) { html in
            for section in sections {
                html.element("section", ["id": section.anchor]) { html in
                    html.element("h2", section.title)
                    section.write(to: &html)
                }
                html.raw("\n")
            }
        }
    }

    /// The two pages of the summary, then the details: pictures and lists that want a wide sheet, then narrow tables.
    private static func parts(
        of page: PageContext
    ) -> (summary: [any ReportSection], wide: [any ReportSection], narrow: [any ReportSection]) {
        var summary: [any ReportSection] = [HeadlineSection(page: page), IndicatorSection(page: page)]
        if let outlines = MapOutlines(sectors: page.scenario.sectors) {
            summary.append(MapSection(page: page, outlines: outlines))
        }
        summary.append(PlacesSection(page: page))
        var wide: [any ReportSection] = [
            SectorSection(page: page), HeatMapSection(page: page), BlankNightSection(page: page),
            EveningEdgeSection(page: page), UncoveredSection(page: page),
        ]
        if page.isNominative { wide.append(RosterGridSection(page: page)) }
        wide.append(NightStripSection(page: page))
        var narrow: [any ReportSection] = [OverlapSection(page: page), LonePresenceSection(page: page)]
        if !page.scenario.missions.isEmpty { narrow.append(MissionSection(page: page)) }
        if !page.scenario.commitments.isEmpty { narrow.append(CommitmentSection(page: page)) }
        narrow +=
            [
                ContinuitySection(page: page), WorkedHoursSection(page: page), FairnessSection(page: page),
            ] as [any ReportSection]
        if page.isNominative { narrow.append(AgentSection(page: page)) }
        narrow += [LegalitySection(page: page), DefinitionsSection(page: page)] as [any ReportSection]
        return (summary, wide, narrow)
    }

    private static func facts(of page: PageContext) -> String {
        let number = page.number
        let scenario = page.scenario
        var facts = [
            number.count(scenario.agents.count, "agent", "agents"),
            number.count(
                scenario.employers.count, page.text("employeur", "employer"), page.text("employeurs", "employers")),
            number.count(scenario.sectors.count, page.text("secteur", "sector"), page.text("secteurs", "sectors")),
            number.count(page.axis.dayCount, page.text("nuit", "night"), page.text("nuits", "nights")),
            page.text("heures locales, \(page.axis.zoneName)", "local times, \(page.axis.zoneName)"),
        ]
        if page.isNominative {
            // Tells one printed roster from another.
            let version = page.content.roster.hash(in: scenario).prefix(8)
            facts.append(page.text("planning n° \(version)", "roster no. \(version)"))
        }
        return facts.joined(separator: " \u{00B7} ")
    }

    private static func run(of page: PageContext) -> String {
        let summary = page.content.summary
        let words = RunText(language: page.language)
        return [
            "Veilleur", words.status(summary.status), words.stop(summary.stoppedBy),
            page.number.duration(summary.seconds),
            page.text("graine \(summary.seed)", "seed \(summary.seed)"),
            page.number.count(summary.threads, page.text("fil", "thread"), page.text("fils", "threads")),
        ].joined(separator: " \u{00B7} ")
    }
}
