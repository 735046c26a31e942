import RosterModel

/// Typed values of scalars; each returns nil after a fault.
extension YAMLValue {
    /// A whole number inside a range.
    func whole(_ range: ClosedRange<Int>) -> Int? {
        guard let text = text() else { return nil }
        if let value = NumberText.whole(text), range.contains(value) { return value }
        fault(
            Wording("« \(text) » n'est pas un nombre admis", "\"\(text)\" is not an accepted number"),
            expected: Wording(
                "un nombre entier de \(range.lowerBound) à \(range.upperBound)",
                "a whole number from \(range.lowerBound) to \(range.upperBound)"),
            hint: Wording("corrigez la valeur", "correct the value"))
        return nil
    }

    /// A date.
    func date() -> CivilDate? {
        guard let text = text() else { return nil }
        if let date = DateText.parse(text) { return date }
        fault(
            Wording("« \(text) » n'est pas une date", "\"\(text)\" is not a date"), expected: DateText.expected,
            hint: DateText.hint(for: text))
        return nil
    }

    /// A clock time in minutes after 00:00.
    func clock() -> Int? {
        guard let text = text() else { return nil }
        if let clock = ClockText.parse(text) { return clock }
        fault(
            Wording("« \(text) » n'est pas une heure", "\"\(text)\" is not a time"), expected: ClockText.expected,
            hint: ClockText.hint(for: text))
        return nil
    }

    /// A length of time in minutes, within limits.
    func minutes(_ unit: NumberText.Unit, _ range: ClosedRange<Int>) -> Int? {
        guard let text = text() else { return nil }
        guard let minutes = NumberText.minutes(text, unit: unit) else {
            fault(
                Wording("« \(text) » n'est pas une durée", "\"\(text)\" is not a length of time"),
                expected: NumberText.expected(unit),
                hint: Wording("corrigez la valeur", "correct the value"))
            return nil
        }
        guard range.contains(minutes) else {
            fault(
                Wording("la durée « \(text) » n'est pas admise", "length \"\(text)\" is out of range"),
                expected: Wording(
                    "de \(range.lowerBound) à \(range.upperBound) minutes",
                    "from \(range.lowerBound) to \(range.upperBound) minutes"),
                hint: Wording("corrigez la valeur", "correct the value"))
            return nil
        }
        return minutes
    }

    /// Yes or no.
    func flag() -> Bool? {
        guard let text = text() else { return nil }
        if let flag = FlagText.parse(text) { return flag }
        fault(
            Wording("« \(text) » n'est ni oui ni non", "\"\(text)\" is neither yes nor no"),
            expected: FlagText.expected, hint: Wording("écrivez oui ou non", "write yes or no"))
        return nil
    }
}

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
