import Foundation
import RosterModel

/// Language of the texts of a run.
enum Wording {
    /// English when `LANG` starts with `en`, else French.
    static var ofEnvironment: Language {
        (ProcessInfo.processInfo.environment["LANG"] ?? "").hasPrefix("en") ? .english : .french
    }

    /// Text in the language of the environment, for help.
    static func here(_ french: String, _ english: String) -> String { ofEnvironment.text(french, english) }
}
