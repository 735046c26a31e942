import RosterModel

/// Numbers and lengths of time as people write them.
package enum NumberText {
    /// A decimal number with point or comma; nil when unreadable.
    package static func parse(_ text: String) -> Double? {
        let text = String(
            Folding.trimmed(text).map { $0 == "," ? "." : $0 }.filter { $0 != "\u{A0}" && $0 != "\u{202F}" })
        guard !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") })
        else { return nil }
        return Double(text)
    }

    /// A whole number; nil when unreadable or fractional.
    package static func whole(_ text: String) -> Int? {
        guard let value = parse(text), value == value.rounded(), abs(value) < 1e9 else { return nil }
        return Int(value)
    }

    /// A number in hundredths: `value` is nil when unreadable, `isExact` false with more than two decimals.
    package static func hundredths(_ text: String) -> (value: Int, isExact: Bool)? {
        guard let value = parse(text), abs(value) < 1e7 else { return nil }
        let scaled = value * 100
        return (Int(scaled.rounded()), abs(scaled - scaled.rounded()) < 1e-6)
    }

    /// What a number without unit counts.
    package enum Unit: Sendable { case minutes, hours, none }

    /// Minutes of a length of time: `7h`, `7h30`, `7:30`, `450 min`, or a number in `unit`; nil when unreadable.
    package static func minutes(_ text: String, unit: Unit) -> Int? {
        var text = Folding.trimmed(text).lowercased().filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
        var sign = 1
        if text.hasPrefix("-") {
            sign = -1
            text.removeFirst()
            guard !text.hasPrefix("-"), !text.hasPrefix("+") else { return nil }
        }
        for suffix in ["minutes", "minute", "mins", "min", "mn"] where text.hasSuffix(suffix) {
            return whole(String(text.dropLast(suffix.count))).map { sign * $0 }
        }
        for suffix in ["heures", "heure", "hours", "hour"] where text.hasSuffix(suffix) {
            text = text.dropLast(suffix.count) + "h"
        }
        if let index = text.firstIndex(where: { $0 == "h" || $0 == ":" }) {
            let rest = text[text.index(after: index)...]
            if rest.isEmpty {
                return text[index] == "h" ? parse(String(text[..<index])).map { sign * rounded($0 * 60) } : nil
            }
            guard let hours = number(ofDigits: text[..<index]), rest.count == 2, let minutes = number(ofDigits: rest),
                minutes < 60, hours < 10_000
            else { return nil }
            return sign * (hours * 60 + minutes)
        }
        guard let value = parse(text), abs(value) < 1e6 else { return nil }
        switch unit {
        case .minutes: return value == value.rounded() ? sign * Int(value) : nil
        case .hours: return sign * rounded(value * 60)
        case .none: return value == 0 ? 0 : nil
        }
    }

    private static func rounded(_ value: Double) -> Int { abs(value) < 1e8 ? Int(value.rounded()) : Int.max / 4 }

    /// How lengths of time may be written.
    static func expected(_ unit: Unit) -> Wording {
        switch unit {
        case .minutes: Wording("un nombre de minutes, ou 1h30", "a number of minutes, or 1h30")
        case .hours: Wording("un nombre d'heures : 7, 7,5 ou 7h30", "a number of hours: 7, 7.5 or 7h30")
        case .none:
            Wording("une durée avec son unité : 2h, 1h30 ou 30 min", "a length with its unit: 2h, 1h30 or 30 min")
        }
    }
}
