import ArgumentParser
import Foundation
import RosterDecision
import RosterEngine
import RosterIO
import RosterModel
import RosterReport

/// Plans a scenario and its variants side by side and says what is proved different.
struct CompareCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "compare",
            abstract: Wording.here(
                "Compare un scénario et ses variantes, avec des verdicts prouvés.",
                "Compares a scenario and its variants, with proved verdicts."),
            discussion: Wording.here(
                """
                Une variante est un petit fichier de changements ; le format est décrit avec celui des scénarios. Un verdict \
                n'est rendu que si les intervalles [borne prouvée ; meilleur planning] ne se chevauchent pas.
                """,
                """
                A variant is a small file of changes; its format is described with that of scenarios. A verdict is given \
                only when the intervals [proved bound; best roster] do not overlap.
                """))
    }

    @Argument(help: ArgumentHelp(Wording.here("Dossier du scénario de base.", "Folder of the base scenario.")))
    var base: String

    @Argument(help: ArgumentHelp(Wording.here("Fichiers de variantes.", "Files of variants.")))
    var variants: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            Wording.here(
                "Dossier des résultats ; remplacé d'un seul coup s'il contient un ancien résultat.",
                "Result folder; exchanged in one step when it holds a former result."),
            valueName: Wording.here("dossier", "dir")))
    var output: String

    @OptionGroup var searches: SearchOptions

    @Option(help: ArgumentHelp(Wording.here("Affichage de la progression.", "How progress is shown.")))
    var progress: ProgressStyle = .auto

    @OptionGroup var texts: LanguageOptions

    func validate() throws {
        let limits = LimitOptions(language: texts.language)
        try limits.check(
            timeLimit: searches.timeLimit, work: searches.work, threads: searches.machine.threads)
        if searches.timeLimit == 0 {
            throw ValidationError(
                texts.language.text(
                    "--time-limit : une comparaison a besoin d'une limite", "--time-limit: a comparison needs a limit"))
        }
    }

    func run() throws {
        let language = texts.language
        try Console.run(language) {
            let folder = try OutputFolder(output, language: language)
            let (scenario, warnings) = try ScenarioLoader.load(base, language: language)
            Console.tell(warnings, language: language)
            let read = try readVariants(language)

            let stop = StopFlag()
            let watch = InterruptWatch(stop)
            let printer = ProgressPrinter(progress, language: language)
            var comparator = Comparator(
                base: ScenarioRecord(name: scenario.name, scenario: scenario),
                variants: read.map { ScenarioRecord(name: $0.name, scenario: $0.scenario, cost: $0.cost) },
                parameters: ComparisonParameters(
                    timeLimit: searches.timeLimit ?? (searches.work == nil ? 900 : nil), work: searches.work,
                    threads: searches.machine.count, seed: searches.seed),
                clock: { ProcessClock.seconds }, stop: stop,
                onProgress: { step, now in printer.show(now, of: "\(step.number). \(step.name)") })
            let comparison = try withExtendedLifetime(watch) { try comparator.run() }
            printer.end()

            try folder.write(try files(comparison, comparator.records, read, language: language))
            Console.show(ComparisonSummary.text(comparison, language: language))
            Console.show("\n" + (output.hasSuffix("/") ? output : output + "/") + "comparison.html\n")
        }
    }

    /// Reads all variants; faults of all of them come in one run.
    private func readVariants(_ language: Language) throws -> [ScenarioVariant] {
        let files = try ScenarioFiles(folder: URL(fileURLWithPath: base), language: language)
        var issues: [ScenarioIssue] = []
        var read: [ScenarioVariant] = []
        for path in variants {
            do {
                let (variant, warnings) = try ScenarioVariant.read(
                    try ScenarioLoader.bytes(path, language: language), file: path, base: files, basePath: base,
                    language: language)
                issues += warnings + ScenarioLoader.pinIssues(variant.scenario, language: language)
                if let other = read.first(where: { $0.name == variant.name }) {
                    issues.append(
                        ScenarioIssue(
                            file: path, field: "name", value: other.name,
                            message: language.text(
                                "deux variantes s'appellent « \(other.name) »",
                                "two variants are called \"\(other.name)\""),
                            expected: language.text("un nom par variante", "one name for each variant"),
                            hint: language.text("donnez un autre name", "give another name")))
                }
                read.append(variant)
            } catch let error as ScenarioError {
                issues += error.issues
            }
        }
        if issues.contains(where: { $0.severity == .error }) { throw ScenarioError(issues: issues) }
        Console.tell(issues, language: language)
        return read
    }

    /// Everything that is written: the comparison, and for each variant its scenario, roster and proof.
    private func files(
        _ comparison: ScenarioComparison, _ records: [ScenarioRecord], _ read: [ScenarioVariant], language: Language
    ) throws -> [OutputFile] {
        var files = [
            OutputFile(path: "comparison.json", bytes: try ComparisonJSON.encode(comparison)),
            OutputFile(path: "comparison.html", text: ComparisonPage.html(comparison, language: language)),
        ]
        for (number, record) in records.enumerated() {
            let folder = number == 0 ? "base/" : "variant-\(number)/"
            if number > 0 {
                for (name, bytes) in read[number - 1].files.contents.sorted(by: { $0.key < $1.key }) {
                    files.append(OutputFile(path: folder + "scenario/" + name, bytes: bytes))
                }
            }
            guard let best = record.best else { continue }
            let certificate = Certificate(
                scenarioHash: record.scenario.hash, rosterHash: best.roster.hash(in: record.scenario),
                levels: best.coverage.levels, lateMissingMinutes: best.coverage.lateMissingMinutes,
                proofs: record.proofs)
            files += [
                OutputFile(path: folder + "roster.csv", text: RosterCSV.write(best.roster, scenario: record.scenario)),
                OutputFile(path: folder + "gaps.csv", text: GapsCSV.write(best.coverage, scenario: record.scenario)),
                OutputFile(path: folder + "certificate.json", bytes: try CertificateJSON.encode(certificate)),
            ]
            if let late = record.bestLate, late.minutes < best.coverage.lateMissingMinutes {
                files.append(
                    OutputFile(
                        path: folder + "roster-late.csv",
                        text: RosterCSV.write(late.roster, scenario: record.scenario)))
            }
        }
        return files
    }
}
