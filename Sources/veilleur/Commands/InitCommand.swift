import ArgumentParser
import Foundation
import RosterIO
import RosterModel

/// Writes a commented scenario to start from.
struct InitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: Wording.here(
                "Écrit un petit scénario commenté pour commencer.", "Writes a small commented scenario to start from."))
    }

    @Argument(help: ArgumentHelp(Wording.here("Dossier à créer.", "Folder to create.")))
    var folder: String

    @Option(
        help: ArgumentHelp(
            Wording.here(
                "Mois à planifier, AAAA-MM (par défaut le mois prochain).", "Month to plan, YYYY-MM (default: next)."),
            valueName: Wording.here("mois", "month")))
    var month: String?

    @OptionGroup var texts: LanguageOptions

    func validate() throws {
        if let month, CivilDate(iso: month + "-01") == nil {
            throw ValidationError(
                texts.language.text(
                    "--month \(month) : un mois comme 2026-10 est attendu",
                    "--month \(month): a month such as 2026-10 is expected"))
        }
    }

    func run() throws {
        let language = texts.language
        try Console.run(language) {
            let existing = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            if !existing.isEmpty || (existing.isEmpty && isFile(folder)) {
                Console.tell(
                    language.text(
                        "échec : \(folder) existe et n'est pas vide ; donnez un dossier nouveau.",
                        "failed: \(folder) exists and is not empty; give a new folder."))
                throw ExitCode(1)
            }
            try OutputFolder(folder, language: language).write(
                ScenarioTemplate.files(month: firstDay, language: language))
            Console.show(
                language.text(
                    "Scénario écrit dans \(folder). Ensuite : veilleur validate \(folder), puis "
                        + "veilleur plan \(folder) --output resultat\n",
                    "Scenario written to \(folder). Next: veilleur validate \(folder), then "
                        + "veilleur plan \(folder) --output result\n"))
        }
    }

    private func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    private var firstDay: CivilDate {
        if let month, let date = CivilDate(iso: month + "-01") { return date }
        let today = CivilDate(daysSinceEpoch: Int(Date().timeIntervalSince1970 / 86_400))
        let (year, number, _) = today.parts
        return CivilDate(year: number == 12 ? year + 1 : year, month: number == 12 ? 1 : number + 1, day: 1) ?? today
    }
}
