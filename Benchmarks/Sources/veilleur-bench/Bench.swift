import ArgumentParser

/// Measurements of the engine on towns.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "veilleur-bench", abstract: "Measures the engine on towns.",
        subcommands: [
            CityCommand.self, AblationCommand.self, CurveCommand.self, ThreadsCommand.self, ReportCommand.self,
            TinyCommand.self, TownsCommand.self, RunCommand.self,
        ])
}
