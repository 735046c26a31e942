import Foundation
import RosterModel

/// Language of the texts of a run.
enum Wording {
    /// The language that `--lang` asks for anywhere in the arguments, so that help and wrong usage speak it as well; else
    /// English when `LANG` starts with `en`, else French.
    static var ofEnvironment: Language {
        let arguments = CommandLine.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count, let asked = Language(rawValue: arguments[index + 1]) {
                return asked
            }
            if argument.hasPrefix("--lang="), let asked = Language(rawValue: String(argument.dropFirst(7))) {
                return asked
            }
        }
        return (ProcessInfo.processInfo.environment["LANG"] ?? "").hasPrefix("en") ? .english : .french
    }

    /// Text in the language of the environment, for help.
    static func here(_ french: String, _ english: String) -> String { ofEnvironment.text(french, english) }
}
