import ArgumentParser
import Foundation

/// Writes the generated towns as scenario folders.
struct TownsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "towns", abstract: "Writes the generated towns as scenario folders.")

    @Option(help: "Folder to write them into.")
    var output: String

    func run() throws {
        for town in GeneratedTown.all { print(try town.write(into: URL(fileURLWithPath: output)).path) }
    }
}
