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
                """
                Sort en 2 quand une règle dure est enfreinte ou, avec une preuve, quand un chiffre ou une borne ne tient \
                pas. Un planning fait ailleurs (un tableur) est lu tel quel : ce qui manque à une ligne suit du poste.
                """,
                """
                Exits 2 when a hard rule is broken or, with a certificate, when a figure or a bound does not hold. \
                A roster made elsewhere (a spreadsheet) is read as it is: what a row lacks follows from the shift.
                """))
    }

    @Argument(help: ArgumentHelp(Wording.here("Dossier du scénario.", "Scenario folder.")))
    var scenario: String

    @Argument(help: .rosterTable)
    var roster: String

    @Option(
        help: ArgumentHelp(
            Wording.here("Preuve certificate.json.", "Proof certificate.json."),
            valueName: Wording.here("fichier", "file")))
    var certificate: String?

    @Flag(
        help: ArgumentHelp(
            Wording.here(
                "La preuve est celle d'un autre planning du scénario : seules ses bornes sont vérifiées.",
                "The certificate is that of another roster of the scenario: only its bounds are verified.")))
    var otherRoster = false

    @Option(
        help: ArgumentHelp(
            Wording.here(
                "Cherche pendant ce temps ce qu'un planning légal ferait de mieux, et la borne prouvée.",
                "Looks for that long how much better a lawful plan would be, and for the proved bound."),
            valueName: Wording.here("secondes", "seconds")))
    var bound: Double?

    @Flag(help: ArgumentHelp(Wording.here("Résultat en JSON.", "Result as JSON.")))
    var json = false

    @OptionGroup var machine: ThreadOptions

    @OptionGroup var texts: LanguageOptions

    func validate() throws {
        let language = texts.language
        if let bound, !(bound > 0 && bound.isFinite) {
            throw ValidationError(
                language.text("--bound : un nombre positif est attendu", "--bound: a positive number is expected"))
        }
        if otherRoster, certificate == nil {
            throw ValidationError(
                language.text("--other-roster demande --certificate", "--other-roster asks for --certificate"))
        }
    }

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
            let threads = machine.count
            let proved = proof.map {
                CertificateChecker.verify($0, roster: roster, scenario: scenario, threads: threads)
            }
            var margin = try bound.map { try PlanSearch.margin(of: scenario, seconds: $0, threads: threads) }
            if otherRoster, let proved, proved.isForScenario {
                // Both floors hold; the higher one says more.
                let points = [margin?.points, PlanSearch.derived(.points, proved.proofs)].compactMap(\.self).max()
                let late = [margin?.lateMinutes, PlanSearch.derived(.lateMinutes, proved.proofs)].compactMap(\.self)
                    .max()
                margin = MarginText.Claim(
                    points: points, lateMinutes: late, found: margin?.found, seconds: margin?.seconds ?? 0)
            }
            let output = CheckOutput(
                scenario: scenario, roster: roster, review: review, certificate: proved,
                isOtherRoster: otherRoster, margin: margin, language: language)
            Console.show(json ? try output.json : output.text)
            if !output.holds { throw ExitCode(2) }
        }
    }
}
