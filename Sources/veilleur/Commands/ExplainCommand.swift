import ArgumentParser
import Foundation
import RosterDecision
import RosterIO
import RosterModel
import RosterReport

/// Says why hours stay uncovered.
struct ExplainCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain",
            abstract: Wording.here(
                "Dit pourquoi des heures restent vides, sans nommer personne.",
                "Says why hours stay empty, without naming anybody."),
            discussion: Wording.here(
                """
                Pour chaque intervalle, les plus petits ensembles de raisons dont la levée permettrait une équipe de plus, \
                trouvés en assouplissant les règles et en recalculant autour de l'intervalle.
                """,
                """
                For each interval the smallest sets of reasons whose relaxation would allow one more team, found by \
                relaxing rules and solving anew around the interval.
                """))
    }

    @Argument(help: ArgumentHelp(Wording.here("Dossier du scénario.", "Scenario folder.")))
    var scenario: String

    @Argument(help: .rosterTable)
    var roster: String

    @Option(help: ArgumentHelp(Wording.here("Un seul secteur.", "One sector only."), valueName: "id"))
    var sector: String?

    @Option(help: ArgumentHelp(Wording.here("Un seul jour de service.", "One service day only."), valueName: "date"))
    var day: String?

    @Flag(help: ArgumentHelp(Wording.here("Résultat en JSON.", "Result as JSON.")))
    var json = false

    @OptionGroup var machine: ThreadOptions

    @OptionGroup var texts: LanguageOptions

    func validate() throws { try LimitOptions(language: texts.language).check(threads: machine.threads) }

    func run() throws {
        let language = texts.language
        try Console.run(language) {
            let (scenario, warnings) = try ScenarioReader.read(folder: self.scenario, language: language)
            Console.tell(warnings, language: language)
            let (roster, remarks) = try RosterCSV.read(
                try ScenarioLoader.bytes(self.roster, language: language), file: self.roster, scenario: scenario,
                language: language)
            Console.tell(remarks, language: language)
            var explanations = GapExplainer(scenario, roster: roster).explanations(
                threads: machine.count)
            if let sector {
                guard scenario.sectors.contains(where: { $0.id == sector }) else {
                    throw unknown("--sector", sector, scenario.sectors.map(\.id), language)
                }
                explanations.removeAll { scenario[scenario[$0.requirement].sector].id != sector }
            }
            if let day {
                let dates = (0..<scenario.axis.dayCount).map { scenario.axis.date(ofDay: $0).iso }
                guard dates.contains(day) else { throw unknown("--day", day, dates, language) }
                explanations.removeAll { scenario.axis.date(ofDay: $0.day).iso != day }
            }
            Console.show(
                json
                    ? String(decoding: try ExplanationJSON.encode(explanations, scenario: scenario), as: UTF8.self)
                        + "\n"
                    : ExplanationSummary.text(explanations, scenario: scenario, language: language))
        }
    }

    private func unknown(_ option: String, _ value: String, _ known: [String], _ language: Language) -> ValidationError
    {
        ValidationError(
            language.text("\(option) : « \(value) » est inconnu", "\(option): \"\(value)\" is unknown") + " ("
                + known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …)" : ")"))
    }
}
