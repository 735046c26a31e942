/// Yes and no as people write them.
enum FlagText {
    static let expected = Wording("oui ou non", "yes or no")

    static func parse(_ text: String) -> Bool? {
        switch Folding.key(text) {
        case "yes", "y", "true", "1", "oui", "o", "vrai", "x", "on": true
        case "no", "n", "false", "0", "non", "faux", "off": false
        default: nil
        }
    }
}
