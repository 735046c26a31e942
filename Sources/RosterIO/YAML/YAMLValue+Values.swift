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
    func date() -> CivilDate? { text().flatMap { ScalarText.date($0, report) } }

    /// A clock time in minutes after 00:00.
    func clock() -> Int? { text().flatMap { ScalarText.clock($0, report) } }

    /// A length of time in minutes, within limits.
    func minutes(_ unit: NumberText.Unit, _ range: ClosedRange<Int>) -> Int? {
        text().flatMap { ScalarText.minutes($0, unit: unit, range, report) }
    }

    /// Yes or no.
    func flag() -> Bool? { text().flatMap { ScalarText.flag($0, report) } }

    private func report(_ message: Wording, _ expected: Wording, _ hint: Wording) {
        fault(message, expected: expected, hint: hint)
    }
}
