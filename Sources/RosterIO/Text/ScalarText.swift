import RosterModel

/// Values as people write them in a cell or in YAML, with the fault that says what is wrong with the text.
enum ScalarText {
    /// Takes a fault: message, what was expected, hint.
    typealias Report = (_ message: Wording, _ expected: Wording, _ hint: Wording) -> Void

    private static let correct = Wording("corrigez la valeur", "correct the value")

    /// A date; nil after a fault.
    static func date(_ text: String, _ report: Report) -> CivilDate? {
        if let date = DateText.parse(text) { return date }
        report(
            Wording("« \(text) » n'est pas une date", "\"\(text)\" is not a date"), DateText.expected,
            DateText.hint(for: text))
        return nil
    }

    /// A clock time in minutes after 00:00; nil after a fault.
    static func clock(_ text: String, _ report: Report) -> Int? {
        if let clock = ClockText.parse(text) { return clock }
        report(
            Wording("« \(text) » n'est pas une heure", "\"\(text)\" is not a time"), ClockText.expected,
            ClockText.hint(for: text))
        return nil
    }

    /// A length of time in minutes, within limits; nil after a fault.
    static func minutes(
        _ text: String, unit: NumberText.Unit, _ range: ClosedRange<Int>, _ report: Report
    ) -> Int? {
        guard let minutes = NumberText.minutes(text, unit: unit) else {
            report(
                Wording("« \(text) » n'est pas une durée", "\"\(text)\" is not a length of time"),
                NumberText.expected(unit), correct)
            return nil
        }
        guard range.contains(minutes) else {
            report(
                Wording("la durée « \(text) » n'est pas admise", "length \"\(text)\" is out of range"),
                Wording(
                    "de \(range.lowerBound) à \(range.upperBound) minutes",
                    "from \(range.lowerBound) to \(range.upperBound) minutes"), correct)
            return nil
        }
        return minutes
    }

    /// Yes or no; nil after a fault.
    static func flag(_ text: String, _ report: Report) -> Bool? {
        if let flag = FlagText.parse(text) { return flag }
        report(
            Wording("« \(text) » n'est ni oui ni non", "\"\(text)\" is neither yes nor no"), FlagText.expected,
            Wording("écrivez oui ou non", "write yes or no"))
        return nil
    }
}
