import ArgumentParser
import Foundation

/// On how many threads a command computes.
struct ThreadOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Wording.here("Fils d'exécution.", "Threads."), valueName: "n"))
    var threads: Int?

    /// As asked for, otherwise one thread for each core.
    var count: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}
