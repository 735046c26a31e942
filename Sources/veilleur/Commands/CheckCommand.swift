import ArgumentParser
import Foundation
import RosterCheck
import RosterIO
import RosterModel
import RosterReport

/// Verifies a roster, and a certificate if given, independently of the engine.
struct CheckCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: Wording.here(
                "Vérifie un planning, et sa preuve, sans rien reprendre du moteur.",
                "Verifies a roster, and its proof, with nothing taken from the engine."),
            discussion: Wording.here(
                "Sort en 2 quand une règle dure est enfreinte ou, avec une preuve, quand un chiffre ou une borne ne tient pas.",
                "Exits 2 when a hard rule is broken or, with a certificate, when a figure or a bound does not hold."))
    }

    @Argument(help: ArgumentHelp(Wording.here("Dossier du scénario.", "Scenario folder.")))
    var scenario: String

    @Argument(help: ArgumentHelp(Wording.here("Fichier roster.csv.", "File roster.csv.")))
    var roster: String

    @Option(
        help: ArgumentHelp(
            Wording.here("Preuve certificate.json.", "Proof certificate.json."),
            valueName: Wording.here("fichier", "file")))
    var certificate: String?

    @Flag(help: ArgumentHelp(Wording.here("Résultat en JSON.", "Result as JSON.")))
    var json = false

    @Option(help: ArgumentHelp(Wording.here("Fils d'exécution.", "Threads."), valueName: "n"))
    var threads: Int?

    @OptionGroup var texts: LanguageOptions

    func run() throws {
        let language = texts.language
        try Console.run(language) {
            let (scenario, warnings) = try ScenarioReader.read(folder: self.scenario, language: language)
            Console.tell(warnings, language: language)
            let (roster, remarks) = try RosterCSV.read(
                try ScenarioLoader.bytes(self.roster, language: language), file: self.roster, scenario: scenario,
                language: language)
            Console.tell(remarks, language: language)
            let proof = try certificate.map { path in
                try CertificateJSON.decode(
                    try ScenarioLoader.bytes(path, language: language), file: path, scenario: scenario,
                    language: language)
            }
            let review = RosterChecker.check(roster, against: scenario)
            let proved = proof.map {
                CertificateChecker.verify(
                    $0, roster: roster, scenario: scenario,
                    threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
            }
            let output = CheckOutput(scenario: scenario, review: review, certificate: proved, language: language)
            Console.show(json ? try output.json : output.text)
            if !output.holds { throw ExitCode(2) }
        }
    }
}
