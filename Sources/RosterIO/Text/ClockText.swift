import RosterModel

/// Clock times as people write them.
package enum ClockText {
    /// Latest clock accepted, in minutes: the end of the following day.
    static let latest = 2880

    /// Minutes after 00:00 of `18:30`, `18h30`, `18h`, `1830`, `18`, `24:00`, `24h30`, `minuit`, `midi`; nil when unreadable.
    package static func parse(_ text: String) -> Int? {
        let text = Folding.trimmed(text).lowercased()
        switch text {
        case "minuit", "midnight": return 1440
        case "midi", "noon": return 720
        default: break
        }
        let separators: Set<Character> = [":", "h"]
        if let index = text.firstIndex(where: separators.contains) {
            let hours = text[..<index].filter { $0 != " " }
            var rest = String(text[text.index(after: index)...].filter { $0 != " " })
            // Excel writes seconds; only whole minutes are times of a plan.
            if text[index] == ":", rest.hasSuffix(":00"), rest.count == 5 { rest.removeLast(3) }
            guard !hours.isEmpty, hours.count <= 2, let hour = number(ofDigits: hours) else { return nil }
            if rest.isEmpty { return text[index] == "h" ? clock(hour, 0) : nil }
            guard rest.count == 2, let minute = number(ofDigits: rest) else { return nil }
            return clock(hour, minute)
        }
        guard let value = number(ofDigits: text) else { return nil }
        switch text.count {
        case 1, 2: return clock(value, 0)
        case 3, 4: return clock(value / 100, value % 100)
        default: return nil
        }
    }

    /// `18:30`, with hours above 24 after midnight.
    package static func format(_ clock: Int) -> String { "\(pad(clock / 60, 2)):\(pad(clock % 60, 2))" }

    /// How times may be written.
    static let expected = Wording(
        "une heure comme 18:30, 18h30, 24:00 ou 26:00", "a time such as 18:30, 18h30, 24:00 or 26:00")

    /// What a text that is no time may be.
    static func hint(for text: String) -> Wording {
        if let value = NumberText.parse(text), value > 0, value < 1 {
            return Wording(
                "c'est une fraction de jour d'Excel : donnez à la cellule le format heure avant d'enregistrer",
                "this is an Excel fraction of a day: format the cell as a time before saving")
        }
        return Wording(
            "écrivez l'heure entre guillemets, par exemple \"18:30\"", "write the time in quotes, such as \"18:30\"")
    }

    private static func clock(_ hour: Int, _ minute: Int) -> Int? {
        let clock = hour * 60 + minute
        return minute < 60 && clock <= latest ? clock : nil
    }
}
