import RosterModel
import RosterReport
import Testing

struct TerminalSummaryTests {
    @Test func `the summary reads in French`() {
        var town = SmallTown()
        town.notVerifiable = [UnverifiableRule(rule: .sundaysOff, agents: [AgentID(0), AgentID(1)])]
        #expect(
            town.terminal() == """
                essai, du 1er au 3 octobre 2026
                7 agents, 2 employeurs, 2 secteurs, 3 nuits
                Heures tardives (20:00–05:00)  il reste 20 h tardives non couvertes sur 26 h requises
                                               aucun planning respectant ces règles ne peut descendre sous 17 h
                Après minuit (00:00–05:00)     2 h non couvertes sur 2 h requises
                Personne du tout               18 h tardives sans aucune équipe dans le secteur
                Couverture pondérée            entre 21,4 % (ce planning) et 39,3 % (aucun planning ne peut faire mieux)
                Secteurs à découvert           Tilleuls 10 h, Centre 10 h
                Nuits à découvert              ven. 02/10 8 h, sam. 03/10 8 h, jeu. 01/10 4 h
                Chevauchements                 0 h de présence commune à éviter, 20 h d’agents en surplus (relais libres : 0 h)
                Équité                         écart au plus, entre agents comparables : 2 nuits, 1 ven.-sam., 0 dimanche
                Légalité                       0 infraction
                                               non vérifiable : dimanches de repos (2 agents)
                Recherche                      60 s, arrêt à la limite de temps ; meilleur planning trouvé
                Fichiers                       summary.json, roster.csv

                """)
    }

    @Test func `the summary reads in English`() {
        var town = SmallTown()
        town.language = .english
        let text = town.terminal()
        #expect(text.contains("20 h of late need stay uncovered of 26 h required\n"))
        #expect(text.contains("no roster under these rules can go below 17 h\n"))
        #expect(text.contains("between 21.4% (this roster) and 39.3% (no roster can do better)\n"))
        #expect(text.contains("Worst nights                  Fri 02/10 8 h"))
        #expect(text.contains("60 s, stopped at the time limit; best roster found\n"))
    }

    @Test func `a proved optimum has no interval`() {
        var town = SmallTown()
        town.summary.status = .optimal
        town.summary.stoppedBy = "optimal"
        town.summary.dualBound = town.summary.levels.points
        town.summary.lateMissingBoundMinutes = town.summary.lateMissingMinutes
        let text = town.terminal()
        #expect(text.contains("aucun planning respectant ces règles ne peut faire mieux\n"))
        #expect(text.contains("21,4 % en pondéré, aucun planning ne peut faire mieux\n"))
    }

    @Test func `without a floor the summary says so`() {
        var town = SmallTown()
        town.summary.lateMissingBoundMinutes = 0
        town.summary.dualBound = 0
        #expect(town.terminal().contains("aucun plancher n’est prouvé"))
        #expect(town.terminal().contains("21,4 % en pondéré, sans limite prouvée"))
        let page = ReportPage.html(town.content)
        #expect(!page.contains("impossibles à couvrir"))
        #expect(page.contains("non couvertes, sans plancher prouvé"))
    }

    @Test func `accepted breaches are counted apart`() {
        var town = SmallTown()
        let breach = Violation(
            rule: .dailyRest, agent: AgentID(0), day: 1, measured: 600, limit: 660, unit: .minutes, article: "art. 3")
        let accepted = Violation(
            rule: .dailyRest, agent: AgentID(0), day: 2, measured: 600, limit: 660, unit: .minutes, article: "art. 3",
            acceptedReason: "audience")
        town.violations = [breach, accepted, accepted]
        #expect(town.terminal().contains("Légalité                       1 infraction ; 2 dérogations acceptées\n"))
    }

    @Test func `the figure of fractional teams is told to be without proof`() {
        var town = SmallTown()
        #expect(!town.terminal().contains("fractionnaires"))
        // Half of 336,000 points.
        town.summary.fractionalPoints = 168_000
        let line =
            "équipes fractionnaires (diagnostic) : 50,0 % ; « veilleur check --certificate » ne prouve pas ce chiffre\n"
        #expect(town.terminal().contains(line))
        town.language = .english
        #expect(town.terminal().contains("50.0%; \"veilleur check --certificate\" does not prove this figure\n"))
    }

    @Test func `soft rules are counted where the scenario has some`() {
        var town = SmallTown()
        #expect(!town.terminal().contains("souples"))
        var wished = town.scenario.regimes[0]
        let source = RuleSource(level: .soft, article: "charte")
        wished.dailyRest = DailyRest(minutes: 720, source: source)
        town.scenario.regimes[0].wished = wished
        #expect(town.terminal().contains("\n" + indent + "règles souples non tenues, sans infraction : 0\n"))
        let breach = Violation(
            rule: .dailyRest, agent: AgentID(0), day: 1, measured: 690, limit: 720, unit: .minutes, article: "charte")
        town.softBreaches = [breach, breach]
        let rest = "règles souples non tenues, sans infraction : 2 (repos quotidien 2)\n"
        #expect(town.terminal().contains("0 infraction\n" + indent + rest))
        town.language = .english
        #expect(town.terminal().contains("soft rules not kept, no breach: 2 (daily rest 2)\n"))
    }

    private let indent = String(repeating: " ", count: 31)

    @Test func `a scenario without need or people is still described`() {
        var town = SmallTown(agentNames: [])
        town.scenario.requirements = []
        town.roster = Roster(shifts: [])
        town.coverage = CoverageReport(scenario: town.scenario)
        town.summary.requiredMinutes = (0, 0, 0)
        town.summary.weightedDemand = 0
        town.summary.levels = town.coverage.levels
        town.summary.dualBound = 0
        town.summary.lateMissingMinutes = 0
        let text = town.terminal()
        #expect(text.contains("aucun besoin"))
        #expect(text.contains("aucun groupe d’agents comparables"))
        #expect(ReportPage.html(town.content).contains("Aucun besoin."))
    }
}
