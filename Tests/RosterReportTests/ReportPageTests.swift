import RosterModel
import RosterReport
import Testing

struct ReportPageTests {
    private var town: SmallTown {
        var town = SmallTown()
        town.violations = [
            Violation(
                rule: .dailyRest, agent: AgentID(0), day: 1, measured: 600, limit: 660, unit: .minutes,
                article: "décret 2000-815", acceptedReason: "à la demande de Zoé Nom-Un (agent-001)")
        ]
        town.notVerifiable = [UnverifiableRule(rule: .sundaysOff, agents: [AgentID(0), AgentID(4)])]
        town.scenario.wishes = [Wish(agent: AgentID(0), day: 0, content: .off, weight: 100)]
        town.coverage.refusedWishes = [0]
        return town
    }

    @Test(arguments: Language.allCases, Audience.allCases)
    func `the page asks nothing of a network`(language: Language, audience: Audience) {
        var town = town
        town.language = language
        let page = ReportPage.html(town.content, audience: audience)
        for forbidden in ["http:", "https:", "src=", "url(h", "@import", "<link", "<img", "<iframe", "fetch("] {
            #expect(!page.contains(forbidden), "\(forbidden)")
        }
        let links = page.split(separator: "href=\"").dropFirst()
        #expect(links.allSatisfy { $0.hasPrefix("#") })
        #expect(page.contains("default-src 'none'"))
        // The one script is the module's own, and the policy of the page admits no other.
        #expect(page.split(separator: "<script").count == 2)
        #expect(page.contains("script-src 'sha256-\(PageScript.digest)'"))
    }

    @Test(arguments: Language.allCases)
    func `soft rules that are not kept stand apart from the breaches`(language: Language) {
        var content = SmallTown().content
        content.language = language
        let wish = RuleSource(level: .soft, article: "décret 2000-815 art. 3-I")
        var wished = content.scenario.regimes[0]
        wished.sundaysOff = SundaysOff(off: 1, ofSundays: 1, source: wish)
        content.scenario.regimes[0].wished = wished
        let title = language.text("Règles souples non tenues", "Soft rules not kept")
        for audience in Audience.allCases { #expect(!ReportPage.html(content, audience: audience).contains(title)) }
        content.softBreaches = [2, 3].map {
            Violation(
                rule: .sundaysOff, agent: AgentID($0), day: 3, measured: 1, limit: 0, unit: .sundays,
                article: wish.article, days: [2])
        }
        for audience in Audience.allCases {
            let page = ReportPage.html(content, audience: audience)
            #expect(page.contains(language.text("0 infraction.", "0 breaches.")))
            #expect(page.contains(title) && page.contains("décret 2000-815 art. 3-I"))
            // The rule is told among those of its regime, with its firmness.
            #expect(page.contains(language.text("souple, sans obligation", "soft, not binding")))
            #expect(page.contains(language.text("dimanches de repos", "Sundays off")))
            #expect(page.contains("agent-003") == (audience == .coordinator))
        }
    }

    @Test func `the coordinator sees the roster with codes, places and absences`() {
        let page = ReportPage.html(town.content)
        #expect(page.contains("Zoé Nom-Un <small>agent-001</small>"))
        #expect(page.contains("<td class=\"xe\">S<i>TIL</i>"))
        // The second mediator works Thursday, is absent on Friday and rests on Saturday: 8 h of 24 h.
        #expect(page.contains("<td class=\"a\">A<td><td class=\"s\">8:00<td class=\"s\">24:00"))
        #expect(page.contains("à la demande de Zoé"))
        #expect(page.contains("10\u{A0}h (limite 11\u{A0}h)"))
    }

    @Test func `weekends and public holidays are shaded`() {
        var town = town
        #expect(ReportPage.html(town.content).contains("<colgroup><col><col><col><col class=\"w\">"))
        town.scenario.dayNames[0] = ["public_holidays"]
        let page = ReportPage.html(town.content)
        #expect(page.contains("<colgroup><col><col class=\"w\"><col><col class=\"w\">"))
        #expect(page.contains("je<br>1<sup>f</sup>"))
    }

    @Test(arguments: Language.allCases)
    func `the public page names no agent`(language: Language) {
        var town = town
        town.language = language
        var content = town.content
        content.agreements = ["accord pour agent-001, Zoé Nom-Un"]
        let page = ReportPage.html(content, audience: .public)
        for agent in town.scenario.agents {
            #expect(!page.contains(agent.id))
            if let name = agent.name { #expect(!page.contains(name)) }
        }
        #expect(!page.contains("agent-00"))
        #expect(!page.contains("Nom-"))
        #expect(!page.contains("id=\"planning\""))
        #expect(!page.contains("id=\"agents\""))
        // Presence of teams by sector stays.
        #expect(page.contains("Tilleuls"))
        #expect(page.contains("id=\"heures\""))
    }

    @Test func `the public page leaves out groups of fewer than five`() {
        let page = ReportPage.html(town.content, audience: .public)
        // Two mediators of the Régie; five officers of the Ville.
        #expect(!page.contains("Médiateur"))
        #expect(!page.contains("Régie"))
        #expect(page.contains("Police municipale"))
        #expect(page.contains("Les groupes de moins de 5 agents ne sont pas publiés."))
        #expect(page.contains("Les paires où un métier compte moins de 5 agents ne sont pas publiées."))
        #expect(!page.contains("presence-tilleuls"))
    }

    @Test func `what comes from data is escaped`() {
        var town = SmallTown(agentNames: ["<b>Zoé</b> & \"Cie\"", "O'Neil", nil, nil, nil, nil, nil])
        town.scenario.name = "<script>alert('x')</script>"
        town.scenario.sectors[0] = Sector(id: "x", name: "Bel & <Air>")
        let page = ReportPage.html(town.content)
        #expect(!page.contains("<script>alert"))
        #expect(!page.contains("<b>Zoé"))
        #expect(page.contains("&lt;b&gt;Zoé&lt;/b&gt; &amp; &quot;Cie&quot;"))
        #expect(page.contains("O&#39;Neil"))
        #expect(page.contains("Bel &amp; &lt;Air&gt;"))
    }

    @Test func `headline figures come with the proved floor`() {
        let page = ReportPage.html(town.content).replacing("\u{A0}", with: " ")
        #expect(page.contains("Il reste 20 h tardives non couvertes sur 26 h requises."))
        #expect(page.contains("Aucun planning respectant ces règles ne peut descendre sous 17 h."))
        #expect(page.contains("en pondéré ; aucun planning ne peut dépasser 39,3 %"))
    }

    @Test func `the page speaks English`() {
        var town = town
        town.language = .english
        let page = ReportPage.html(town.content).replacing("\u{A0}", with: " ")
        #expect(page.contains("<html lang=\"en\">"))
        #expect(page.contains("No roster under these rules can go below 17 h."))
        #expect(page.contains("Night by night, sector by sector"))
        for french in ["Planning", "Secteur", "Nuit du", "requis", "équipe"] {
            #expect(!page.contains(french), "\(french)")
        }
    }

    @Test func `rules stand with level and article, and local ones apart`() {
        let page = ReportPage.html(town.content)
        #expect(page.contains(">loi</td>") && page.contains(">décret 2000-815</td>"))
        #expect(page.contains("<li>Fonction publique : nuits à la suite, au plus 4\u{A0}nuits (règlement local)</li>"))
        #expect(page.contains("dimanches de repos"))
    }

    @Test func `the repeated hour of a clock change is told apart`() throws {
        // One night from 24 October 2026, 20:00 to 04:00, nobody at all; the clock goes from 03:00 back to 02:00.
        let change = 1_792_890_000 / 60
        let axis = TimeAxis(
            firstDay: try #require(CivilDate(iso: "2026-10-24")), dayCount: 1, gridMinutes: 30, dayStart: 360,
            zoneName: "Europe/Paris",
            offsets: [
                TimeAxis.Offset(utcMinute: 0, offsetMinutes: 120),
                TimeAxis.Offset(utcMinute: change, offsetMinutes: 60),
            ])
        #expect(axis.slotCount == 50)
        var town = SmallTown(agentNames: [])
        town.scenario = Scenario(
            name: "heure d’hiver", axis: axis, sectors: [town.scenario.sectors[0]], employers: [], professions: [],
            regimes: [], agentTypes: [], agents: [], shifts: [], teamKinds: [],
            requirements: [
                // 02:30 in the second reading only: elapsed slot 43.
                CoverRequirement(
                    id: "nuit", sector: SectorID(0), kinds: [], weight: 1,
                    teams: (0..<50).map { $0 == 43 ? 1 : 0 }, pointsPerTeam: Array(repeating: 12_000, count: 50))
            ])
        town.roster = Roster(shifts: [])
        town.coverage = CoverageReport(scenario: town.scenario)
        town.coverage.missing[0][43] = 1
        let page = ReportPage.html(town.content)
        #expect(page.contains("02:30 (2e fois)\u{2013}03:00"))
        // Drawn in the last quarter of the only hour shown.
        #expect(page.contains("viewBox=\"0 0 4 8\""))
        #expect(page.contains("d=\"M3 0h1v8h-1z\""))
    }
}
