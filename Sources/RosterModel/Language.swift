/// Language of the texts that users read.
public enum Language: String, CaseIterable, Hashable, Sendable {
    case french = "fr"
    case english = "en"

    /// Picks the text of this language.
    public func text(_ french: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        self == .french ? french() : english()
    }
}
