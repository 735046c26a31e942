import RosterModel

/// A date, perhaps with a time and an offset, as tables write it.
struct DatedTime {
    let date: CivilDate
    /// Minutes after 00:00; nil when only the date is given.
    let clock: Int?
    /// Local clock minus UTC in minutes, when given.
    let offsetMinutes: Int?

    /// Reads `2026-10-25`, `25/10/2026 18h30`, `2026-10-25T02:30+01:00`, `…Z`; nil when unreadable.
    static func parse(_ text: String) -> DatedTime? {
        let text = Folding.trimmed(text)
        guard let separator = text.firstIndex(where: { $0 == "T" || $0 == " " || $0 == "\u{A0}" }) else {
            return DateText.parse(text).map { DatedTime(date: $0, clock: nil, offsetMinutes: nil) }
        }
        guard let date = DateText.parse(String(text[..<separator])) else { return nil }
        var rest = Folding.trimmed(text[text.index(after: separator)...])
        var offset: Int?
        if rest.hasSuffix("Z") {
            offset = 0
            rest.removeLast()
        } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" || $0 == "−" }) {
            guard let minutes = offsetMinutes(rest[rest.index(after: sign)...]) else { return nil }
            offset = rest[sign] == "+" ? minutes : -minutes
            rest = Folding.trimmed(rest[..<sign])
        }
        guard let clock = ClockText.parse(rest) else { return nil }
        return DatedTime(date: date, clock: clock, offsetMinutes: offset)
    }

    /// Minutes of `01:00`, `0100` or `01`.
    private static func offsetMinutes(_ text: Substring) -> Int? {
        let digits = text.filter { $0 != ":" }
        guard let value = number(ofDigits: digits) else { return nil }
        switch digits.count {
        case 2: return value * 60
        case 4 where value % 100 < 60: return value / 100 * 60 + value % 100
        default: return nil
        }
    }

    static let expected = Wording(
        "une date et une heure comme 2026-10-25T18:30 ou 25/10/2026 18h30",
        "a date and time such as 2026-10-25T18:30 or 25/10/2026 18:30")
}

/// Dated times resolved on an axis.
struct DatedTimeReader {
    let axis: TimeAxis
    let log: IssueLog

    /// Elapsed minute of a time with a clock; nil after a fault, as when the time does not exist or exists twice.
    func minute(_ time: DatedTime, at place: Place, text: String) -> Int? {
        guard let clock = time.clock else { return nil }
        let date = time.date.advanced(by: clock / 1440)
        if let offset = time.offsetMinutes {
            let minute = axis.minute(date: date, clock: clock % 1440, offsetMinutes: offset)
            let local = axis.local(minute)
            if local.offsetMinutes != offset, offset != 0 {
                log.warn(
                    place, value: text,
                    Wording(
                        "le décalage n'est pas celui de \(axis.zoneName) à cette date",
                        "the offset is not that of \(axis.zoneName) on that date"),
                    expected: Wording(axis.iso(minute)),
                    hint: Wording("l'heure a été convertie", "the time was converted"))
            }
            return minute
        }
        let readings = axis.readings(date: date, clock: clock % 1440)
        let shown = "\(ClockText.format(clock % 1440)) le \(date.iso)"
        let shownEnglish = "\(ClockText.format(clock % 1440)) on \(date.iso)"
        switch readings.count {
        case 1: return readings[0]
        case 0:
            // The change itself, and as long after it as the clock says.
            let change = axis.minute(date: date, clock: clock % 1440)
            let choices = [change, change + clock % 60].map(axis.iso)
            let distinct = choices[0] == choices[1] ? [choices[0]] : choices
            log.fault(
                place, value: text,
                Wording(
                    "\(shown) n'existe pas : l'heure change cette nuit-là",
                    "\(shownEnglish) does not exist: the clock changes that night"),
                expected: Wording("une heure qui existe", "a time that exists"),
                hint: Wording(
                    "dites laquelle : \(distinct.joined(separator: " ou "))",
                    "say which one: \(distinct.joined(separator: " or "))"))
            return nil
        default:
            let choices = readings.map(axis.iso)
            log.fault(
                place, value: text,
                Wording(
                    "\(shown) existe deux fois : l'heure change cette nuit-là",
                    "\(shownEnglish) exists twice: the clock changes that night"),
                expected: Wording("une heure avec son décalage", "a time with its offset"),
                hint: Wording(
                    "dites laquelle : \(choices.joined(separator: " ou "))",
                    "say which one: \(choices.joined(separator: " or "))"))
            return nil
        }
    }
}
