public import ArgumentParser
import Foundation
import GLPKSolver
import LinearProgramming
import RosterCheck
public import RosterEngine
import RosterIO
import RosterModel
import RosterReport

extension PlanParameters.LPEngine: ExpressibleByArgument {}
extension PlanParameters.BoundForm: ExpressibleByArgument {}
extension PlanParameters.TeamCounting: ExpressibleByArgument {}

/// Makes a plan and writes it.
struct PlanCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plan",
            abstract: Wording.here(
                "Fait le planning d'un dossier de scénario et l'écrit avec sa preuve.",
                "Plans a scenario folder and writes the roster with its proof."),
            discussion: Wording.here(
                """
                Sans limite, s'arrête à l'optimum prouvé ou au bout de 5 minutes ; --time-limit 0 : aucune limite. \
                Ctrl-C rend le meilleur planning trouvé ; un second Ctrl-C n'écrit rien.
                """,
                """
                Without a limit, ends at the proved optimum or after 5 minutes; --time-limit 0: no limit. \
                Ctrl-C returns the best roster so far; a second Ctrl-C writes nothing.
                """))
    }

    @Argument(help: ArgumentHelp(Wording.here("Dossier du scénario.", "Scenario folder.")))
    var scenario: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            Wording.here(
                "Dossier des résultats ; remplacé d'un seul coup s'il contient un ancien résultat.",
                "Result folder; exchanged in one step when it holds a former result."),
            valueName: Wording.here("dossier", "dir")))
    var output: String

    @Option(
        help: ArgumentHelp(
            Wording.here("Secondes depuis le lancement.", "Seconds from process start."),
            valueName: Wording.here("secondes", "seconds")))
    var timeLimit: Double?

    @Option(
        help: ArgumentHelp(
            Wording.here("Écart relatif auquel s'arrêter.", "Optimality gap at which to stop."), valueName: "fraction"))
    var gap: Double?

    @Option(
        help: ArgumentHelp(
            Wording.here(
                "Mouvements de la recherche ; arrêt reproductible sur tout nombre de fils.",
                "Moves of the search; a reproducible stop on any number of threads."),
            valueName: Wording.here("mouvements", "moves")))
    var work: Int?

    @OptionGroup var machine: ThreadOptions

    @Option(help: ArgumentHelp(Wording.here("Graine du hasard.", "Seed of the search."), valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            Wording.here(
                "Forme des nuits dans la borne : staffings (équipes entières) ou slots (plus faible).",
                "Form of the nights in the bound: staffings (whole teams) or slots (weaker).")))
    var bound: PlanParameters.BoundForm = .staffings

    @Option(
        help: ArgumentHelp(
            Wording.here(
                "Compte des équipes : complete, ou fractional (diagnostic : la moitié d'un binôme compte pour moitié ; check ne prouve pas ce chiffre).",
                "How teams count: complete, or fractional (a diagnostic: half a pair counts half; check does not prove that figure)."
            )))
    var teams: PlanParameters.TeamCounting = .complete

    @Option(
        help: ArgumentHelp(
            Wording.here("Méthode du programme linéaire.", "Method for the linear program.")))
    var lpEngine: PlanParameters.LPEngine = .auto

    @Option(
        help: ArgumentHelp(
            Wording.here(
                "Écrit le programme linéaire du niveau 1, sur les colonnes connues à la fin de la borne (format CPLEX LP).",
                "Writes the linear program of level 1, over the columns known when the bound ends (CPLEX LP format)."),
            valueName: Wording.here("fichier", "file")))
    var writeLp: String?

    @Option(help: ArgumentHelp(Wording.here("Affichage de la progression.", "How progress is shown.")))
    var progress: ProgressStyle = .auto

    @OptionGroup var texts: LanguageOptions

    func validate() throws {
        try LimitOptions(language: texts.language).check(
            timeLimit: timeLimit, gap: gap, work: work, threads: machine.threads)
    }

    func run() throws {
        let language = texts.language
        try Console.run(language) {
            // A target that cannot be written is told before minutes of planning.
            let folder = try OutputFolder(output, language: language)
            let programFile = try writeLp.map { try OutputTarget($0, language: language) }
            let (scenario, warnings) = try ScenarioLoader.load(self.scenario, language: language)
            Console.tell(warnings, language: language)

            var parameters = PlanParameters(
                timeLimit: effectiveTimeLimit, gap: gap, work: work,
                threads: machine.count, seed: seed, lpEngine: lpEngine,
                boundForm: bound, teams: teams)
            parameters.keepsProgram = programFile != nil
            let stop = StopFlag()
            let watch = InterruptWatch(stop)
            let printer = ProgressPrinter(progress, language: language)
            let result = try withExtendedLifetime(watch) {
                try Planner(scenario, parameters: parameters, solver: GLPKSolver()).plan(
                    clock: { ProcessClock.seconds }, stop: stop, onProgress: { printer.show($0) })
            }
            printer.end()

            let plan = PlanOutput(
                scenario: scenario, result: result, parameters: parameters, seconds: ProcessClock.seconds,
                language: language)
            try folder.write(plan.files)
            if let programFile, let program = result.program {
                try write(program, to: programFile, bound: result.bound(.points))
            }
            Console.show(plan.terminalSummary(folder: output))
            // Unless the published roster leaves no choice, a roster of the engine that breaks a rule is a bug of the
            // engine; say so instead of hiding it.
            if !plan.review.isLawful {
                for violation in plan.review.violations where violation.acceptedReason == nil {
                    Console.tell(ViolationText.line(violation, scenario: scenario, language: language))
                }
                throw ExitCode(plan.isOnlyBrokenByPublished ? 2 : 1)
            }
        }
    }

    private func write(_ program: LinearProgram, to file: OutputTarget, bound: Int) throws {
        var text = "\\ Level 1 in points uncovered, over the columns known to veilleur; it proved \(bound).\n"
        try LPFormatWriter().write(program, to: &text)
        try file.write(text)
    }

    /// Without any limit a run ends after 5 minutes; 0 means none; a run limited by work has no clock unless asked.
    private var effectiveTimeLimit: Double? {
        switch timeLimit {
        case 0: nil
        case let limit?: limit
        case nil: work == nil ? 300 : nil
        }
    }
}
