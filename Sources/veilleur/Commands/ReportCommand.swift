import ArgumentParser
import RosterCheck
import RosterIO
import RosterModel
import RosterReport

/// Writes the report page of a result again: in another language, or for the public.
struct ReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: Wording.here(
                "Récrit le bilan d'un résultat : autre langue, ou version publique sans personne.",
                "Writes the report of a result again: another language, or for the public without persons."))
    }

    @Argument(help: ArgumentHelp(Wording.here("Dossier du scénario.", "Scenario folder.")))
    var scenario: String

    @Argument(help: ArgumentHelp(Wording.here("Dossier de résultats de plan.", "Result folder of plan.")))
    var result: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(Wording.here("Page à écrire.", "Page to write."), valueName: Wording.here("fichier", "file"))
    )
    var output: String

    @Option(
        help: ArgumentHelp(
            Wording.here(
                "Fichier des mêmes chiffres pour d'autres outils (report.json).",
                "File with the same figures for other tools (report.json)."),
            valueName: Wording.here("fichier", "file")))
    var json: String?

    @Option(
        help: ArgumentHelp(
            Wording.here(
                "Planning réalisé (liste comme roster.csv, ou grille), pour les engagements des partenaires.",
                "Roster as it was done (a list as roster.csv, or a grid), for the commitments of partners."),
            valueName: Wording.here("fichier", "file")))
    var done: String?

    @Flag(
        name: .customLong("public"),
        help: ArgumentHelp(
            Wording.here(
                "Sans grille nominative ni groupe de moins de 5 agents.",
                "Without roster grid nor groups of fewer than 5 agents.")))
    var isPublic = false

    @OptionGroup var texts: LanguageOptions

    func run() throws {
        let language = texts.language
        try Console.run(language) {
            let pageFile = try OutputTarget(output, language: language)
            let jsonFile = try json.map { try OutputTarget($0, language: language) }
            let (scenario, warnings) = try ScenarioReader.read(folder: self.scenario, language: language)
            Console.tell(warnings, language: language)
            func file(_ name: String) -> String { result.hasSuffix("/") ? result + name : result + "/" + name }
            let summary = try SummaryJSON.decode(
                try ScenarioLoader.bytes(file("summary.json"), language: language), file: file("summary.json"),
                language: language)
            let (roster, _) = try RosterCSV.read(
                try ScenarioLoader.bytes(file("roster.csv"), language: language), file: file("roster.csv"),
                scenario: scenario, language: language)
            let done = try self.done.map { path in
                let (roster, remarks) = try RosterCSV.read(
                    try ScenarioLoader.bytes(path, language: language), file: path, scenario: scenario,
                    language: language)
                Console.tell(remarks, language: language)
                return roster
            }
            let content = ReportText.content(
                scenario: scenario, roster: roster, review: RosterChecker.check(roster, against: scenario),
                summary: summary, done: done, language: language)
            let audience = isPublic ? Audience.public : .coordinator
            try pageFile.write(ReportPage.html(content, audience: audience))
            Console.show(output + "\n")
            if let jsonFile {
                try jsonFile.write(ReportJSON.encode(content, audience: audience))
                Console.show(jsonFile.path + "\n")
            }
        }
    }
}
