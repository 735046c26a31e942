import Foundation

/// Spelling that is compared without case, accents and separators.
package enum Folding {
    /// Lower case, no accents; blanks, hyphens, dots and apostrophes become one underscore.
    package static func key(_ text: String) -> String {
        var key = ""
        // The decomposed form carries accents as scalars of their own.
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case _ where scalar.properties.generalCategory == .nonspacingMark: continue
            case "œ": key += "oe"
            case "æ": key += "ae"
            case " ", "\u{A0}", "\u{202F}", "-", "‐", "–", ".", "'", "’", "_", "/", "\n", "\r", "\t":
                if !key.isEmpty, key.last != "_" { key += "_" }
            default: key.unicodeScalars.append(scalar)
            }
        }
        return key.last == "_" ? String(key.dropLast()) : key
    }

    /// The text without blanks at both ends, no-break ones included.
    static func trimmed(_ text: some StringProtocol) -> String {
        text.trimmingCharacters(in: blanks)
    }

    private static let blanks = CharacterSet.whitespacesAndNewlines
        .union(CharacterSet(charactersIn: "\u{A0}\u{202F}\u{200B}\u{FEFF}"))
}
