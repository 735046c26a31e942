import ArgumentParser
import Foundation
import RosterModel

/// The command line. Commands parse, call and show; nothing else.
@main
struct Veilleur: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "veilleur",
            abstract: Wording.here(
                "Planifie la présence de soirée et de nuit, prouve ce qui reste non couvert et en rend compte.",
                "Plans evening and night presence, proves what stays uncovered, and reports it."),
            discussion: Wording.here(
                """
                Codes de sortie : 0 fait, 1 échec, 2 fautes trouvées dans les données ou par une vérification, \
                64 mauvais usage. Une heure non couverte est un résultat, pas une faute.
                """,
                """
                Exit codes: 0 done, 1 failed, 2 faults found in the input or by a check, 64 wrong usage. \
                An uncovered hour is a result, not a fault.
                """),
            version: "0.1.0",
            subcommands: [
                InitCommand.self, ValidateCommand.self, PlanCommand.self, CheckCommand.self, ReportCommand.self,
                ExportCommand.self, CompareCommand.self, ExplainCommand.self, ValueCommand.self,
            ])
    }

    /// Notes the start of the process before anything else: time limits count from here.
    static func main() {
        _ = ProcessClock.start
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            let message = HelpWording.text(fullMessage(for: error), language: Wording.ofEnvironment)
            if !message.isEmpty { code.isSuccess ? Console.show(message + "\n") : Console.tell(message) }
            Foundation.exit(code.rawValue)
        }
    }
}
