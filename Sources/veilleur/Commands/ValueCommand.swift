import ArgumentParser
import Foundation
import RosterDecision
import RosterEngine
import RosterIO
import RosterModel
import RosterReport

/// Says what one more agent, team, hour, agreement or sector is worth in late hours.
struct ValueCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "value",
            abstract: Wording.here(
                "Chiffre en heures tardives un agent, une équipe, une heure de fin, un accord ou un secteur de plus.",
                "Values one more agent, team, later end, agreement or sector in late hours."),
            discussion: Wording.here(
                """
                Chaque décision reçoit une estimation haute, prouvée par les prix ; les meilleures sont recalculées avec leur \
                preuve. --target cherche le plus petit effectif qui tient une présence voulue.
                """,
                """
                Each decision gets an upper estimate proved by prices; the best ones are planned anew with their proof. \
                --target finds the smallest staffing that reaches a presence.
                """))
    }

    @Argument(help: ArgumentHelp(Wording.here("Dossier du scénario.", "Scenario folder.")))
    var scenario: String

    @Option(
        help: ArgumentHelp(
            Wording.here("Nombre de décisions recalculées.", "Number of decisions planned anew."), valueName: "n"))
    var confirm = 5

    @Option(
        help: ArgumentHelp(
            Wording.here(
                "Secteurs, séparés par des virgules, où une équipe est voulue chaque nuit.",
                "Sectors, with commas between, in which one team is wanted every night."),
            valueName: Wording.here("secteurs", "sectors")))
    var target: String?

    @Option(
        help: ArgumentHelp(
            Wording.here("Début de la présence voulue.", "Start of the presence wanted."),
            valueName: Wording.here("heure", "time")))
    var from = "20:00"

    @Option(
        help: ArgumentHelp(
            Wording.here("Fin de la présence voulue.", "End of the presence wanted."),
            valueName: Wording.here("heure", "time")))
    var until = "02:00"

    @OptionGroup var searches: SearchOptions

    @Flag(help: ArgumentHelp(Wording.here("Résultat en JSON.", "Result as JSON.")))
    var json = false

    @Option(help: ArgumentHelp(Wording.here("Affichage de la progression.", "How progress is shown.")))
    var progress: ProgressStyle = .auto

    @OptionGroup var texts: LanguageOptions

    func validate() throws {
        let language = texts.language
        try LimitOptions(language: language).check(
            timeLimit: searches.timeLimit, work: searches.work, threads: searches.machine.threads)
        if searches.timeLimit == 0 || confirm < 0 {
            throw ValidationError(
                language.text("un nombre positif est attendu", "a positive number is expected"))
        }
    }

    func run() throws {
        let language = texts.language
        try Console.run(language) {
            let (scenario, warnings) = try ScenarioLoader.load(self.scenario, language: language)
            Console.tell(warnings, language: language)
            let request = try target.map { try self.request($0, scenario, language) }

            let stop = StopFlag()
            let watch = InterruptWatch(stop)
            let printer = ProgressPrinter(progress, language: language)
            var valuation = Valuation(
                scenario, confirmed: confirm,
                parameters: ComparisonParameters(
                    timeLimit: searches.timeLimit ?? (searches.work == nil ? 300 : nil), work: searches.work,
                    threads: searches.machine.count, seed: searches.seed),
                clock: { ProcessClock.seconds }, stop: stop,
                onStep: { step, now in
                    let now = now ?? PlanProgress(seconds: ProcessClock.seconds)
                    printer.show(now, of: Self.text(step, scenario, language))
                })
            let value = try withExtendedLifetime(watch) { try valuation.run(target: request) }
            printer.end()

            let bytes = try ValueJSON.encode(value, scenario: scenario)
            Console.show(
                json
                    ? String(decoding: bytes, as: UTF8.self) + "\n"
                    : ValueSummary.text(value, scenario: scenario, language: language))
        }
    }

    private static func text(_ step: Valuation.Step, _ scenario: Scenario, _ language: Language) -> String {
        switch step {
        case .base: language.text("base", "base")
        case .estimates(let done, let count):
            language.text("estimations \(done)/\(count)", "estimates \(done)/\(count)")
        case .option(let number, let count): language.text("décision \(number)/\(count)", "decision \(number)/\(count)")
        case .target(let profession, let agents): "\(scenario[profession].name) +\(agents)"
        }
    }

    private func request(
        _ text: String, _ scenario: Scenario, _ language: Language
    ) throws -> Valuation.TargetRequest {
        let sectors = try text.split(separator: ",").map { name -> SectorID in
            guard let position = scenario.sectors.firstIndex(where: { $0.id == name }) else {
                let known = scenario.sectors.map(\.id).joined(separator: ", ")
                throw ValidationError(
                    language.text("--target : « \(name) » est inconnu", "--target: \"\(name)\" is unknown")
                        + " (\(known))")
            }
            return SectorID(position)
        }
        func clock(_ option: String, _ text: String) throws -> Int {
            guard let clock = ClockText.parse(text) else {
                throw ValidationError(
                    language.text(
                        "\(option) : une heure comme 02:00 est attendue", "\(option): a time such as 02:00 is expected")
                )
            }
            return clock < scenario.axis.dayStart ? clock + 1440 : clock
        }
        let (start, end) = (try clock("--from", from), try clock("--until", until))
        guard start < end else {
            throw ValidationError(
                language.text(
                    "--until : une heure après --from est attendue", "--until: a time after --from is expected"))
        }
        return Valuation.TargetRequest(sectors: sectors, hours: ClockRange(start: start, end: end))
    }
}
