import ArgumentParser

/// The command line. Commands parse, call and show; nothing else.
@main
struct Veilleur: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "veilleur",
        abstract: "Planifie la présence de soirée et de nuit, prouve ce qui reste non couvert et en rend compte.",
        discussion: """
            Codes de sortie : 0 fait, 1 échec, 2 fautes trouvées dans les données ou par une vérification, 64 mauvais usage.
            Exit codes: 0 done, 1 failed, 2 faults found in the input or by a check, 64 wrong usage.
            """,
        version: "0.1.0",
        subcommands: [PlanCommand.self]
    )
}
