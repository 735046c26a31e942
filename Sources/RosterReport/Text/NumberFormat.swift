package import RosterModel

/// Writes numbers as readers of a language expect them.
///
/// French: decimal comma, narrow no-break space between thousands, no-break space before a unit. All arithmetic is in
/// integers, so that the text never depends on a locale or on the rounding of binary fractions.
package struct NumberFormat: Sendable {
    /// Direction in which the digits that are not shown go.
    package enum Rounding: Sendable { case down, up, nearest }

    /// Language.
    package let language: Language

    /// Writes numbers in a language.
    package init(language: Language) { self.language = language }

    /// No-break space, between a number and its unit.
    package static let space = "\u{00A0}"
    private static let narrowSpace = "\u{202F}"

    /// A whole number with groups of thousands.
    package func integer(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "\u{2212}" : ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text += language == .french ? Self.narrowSpace : "," }
            text.append(digit)
        }
        return text
    }

    /// `numerator / denominator` with a fixed number of decimals; `denominator` must be positive.
    package func ratio(_ numerator: Int, _ denominator: Int, decimals: Int, rounding: Rounding = .nearest) -> String {
        precondition(denominator > 0 && (0...6).contains(decimals), "ratio \(numerator) / \(denominator)")
        let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
        let scaled: Int
        switch rounding {
        case .down: scaled = (numerator * scale).flooredDivision(by: denominator)
        case .up: scaled = -(-numerator * scale).flooredDivision(by: denominator)
        case .nearest: scaled = (2 * numerator * scale + denominator).flooredDivision(by: 2 * denominator)
        }
        let magnitude = Int(scaled.magnitude)
        var text = (scaled < 0 ? "\u{2212}" : "") + integer(magnitude / scale)
        if decimals > 0 { text += (language == .french ? "," : ".") + pad(magnitude % scale, decimals) }
        return text
    }

    /// `numerator / denominator` in per cent with one decimal.
    package func percent(_ numerator: Int, _ denominator: Int, rounding: Rounding = .nearest) -> String {
        ratio(100 * numerator, denominator, decimals: 1, rounding: rounding)
            + (language == .french ? Self.space + "%" : "%")
    }

    /// Weighted cover of a roster, rounded down so that it claims no more than is reached.
    package func coverReached(points: Int, demand: Int) -> String {
        percent(demand - points, max(1, demand), rounding: .down)
    }

    /// Weighted cover that no roster can exceed, rounded up so that it rules out no more than is proved.
    package func coverPossible(bound: Int, demand: Int) -> String {
        percent(demand - bound, max(1, demand), rounding: .up)
    }

    /// Whole per cent that is 100 only for all and 0 only for none, without a sign; `denominator` must be positive.
    package func wholePercent(_ numerator: Int, _ denominator: Int) -> Int {
        if numerator <= 0 { return 0 }
        if numerator >= denominator { return 100 }
        return min(99, max(1, (200 * numerator + denominator) / (2 * denominator)))
    }

    /// Minutes as hours, exact: `214 h`, `1 214 h 30`, in English `1,214 h 30 min`.
    package func hours(_ minutes: Int) -> String {
        let magnitude = Int(minutes.magnitude)
        let sign = minutes < 0 ? "\u{2212}" : ""
        let whole = sign + integer(magnitude / 60) + Self.space + "h"
        if magnitude % 60 == 0 { return whole }
        return whole + Self.space + pad(magnitude % 60, 2) + (language == .french ? "" : Self.space + "min")
    }

    /// Minutes as hours for a narrow column, without unit: `118:30`.
    package func compactHours(_ minutes: Int) -> String {
        let magnitude = Int(minutes.magnitude)
        return (minutes < 0 ? "\u{2212}" : "") + integer(magnitude / 60) + ":" + pad(magnitude % 60, 2)
    }

    /// Points of level 1 as weighted hours with one decimal: 6000 points are 1,0 h.
    package func weightedHours(_ points: Int, rounding: Rounding = .nearest) -> String {
        ratio(points, 6000, decimals: 1, rounding: rounding) + Self.space + "h"
    }

    /// A duration of a run: `0,8 s`, `58 s`, `5 min 02 s`.
    package func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "?" }
        if seconds < 9.95 { return ratio(Int((seconds * 10).rounded()), 10, decimals: 1) + Self.space + "s" }
        let whole = Int(seconds.rounded())
        if whole < 120 { return integer(whole) + Self.space + "s" }
        return integer(whole / 60) + Self.space + "min" + Self.space + pad(whole % 60, 2) + Self.space + "s"
    }

    /// A number with its noun: `1 agent`, `80 agents`. French counts 0 as singular, English as plural.
    package func count(_ value: Int, _ singular: String, _ plural: String) -> String {
        let isSingular = language == .french ? value < 2 : value == 1
        return integer(value) + Self.space + (isSingular ? singular : plural)
    }

    /// A clock of a service day: 1560 is `02:00`; midnight is `24:00` as an end and `00:00` as a start.
    package func clock(_ minutes: Int, isEnd: Bool = false) -> String {
        if isEnd, minutes == 1440 { return "24:00" }
        let clock = minutes.flooredRemainder(by: 1440)
        return pad(clock / 60, 2) + ":" + pad(clock % 60, 2)
    }

    /// A span of clocks: `22:00–02:00`.
    package func clocks(_ start: Int, _ end: Int) -> String { clock(start) + "\u{2013}" + clock(end, isEnd: true) }
}
