package import RosterModel

/// Writes dates as readers of a language expect them.
package struct DateFormat: Sendable {
    /// Language.
    package let language: Language

    /// Writes dates in a language.
    package init(language: Language) { self.language = language }

    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let frenchDays = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]
    private static let englishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// Abbreviated name of a weekday: `lun.`, `Mon`.
    package func weekday(_ weekday: Weekday) -> String {
        language == .french ? Self.frenchDays[weekday.rawValue] : Self.englishDays[weekday.rawValue]
    }

    /// First two letters of a weekday, for narrow columns.
    package func narrowWeekday(_ weekday: Weekday) -> String { String(self.weekday(weekday).prefix(2)) }

    /// Name of a month, 1...12.
    package func month(_ month: Int) -> String {
        language == .french ? Self.frenchMonths[month - 1] : Self.englishMonths[month - 1]
    }

    /// Weekday, day and month: `sam. 31/10`, `Sat 31/10`.
    package func short(_ date: CivilDate) -> String {
        let parts = date.parts
        return "\(weekday(date.weekday)) \(pad(parts.day, 2))/\(pad(parts.month, 2))"
    }

    /// The night that starts on a date: `nuit du sam. 31/10`.
    package func night(_ date: CivilDate) -> String {
        language.text("nuit du \(short(date))", "night of \(short(date))")
    }

    /// Day, month and year in words: `1er octobre 2026`, `1 October 2026`.
    package func long(_ date: CivilDate) -> String { "\(dayAndMonth(date)) \(date.parts.year)" }

    private func dayAndMonth(_ date: CivilDate) -> String {
        let parts = date.parts
        let day = language == .french && parts.day == 1 ? "1er" : String(parts.day)
        return "\(day) \(month(parts.month))"
    }

    /// Name of a scenario with its period, unless the name tells it already.
    package func title(_ name: String, first: CivilDate, dayCount: Int) -> String {
        let period = period(first: first, dayCount: dayCount)
        return name.lowercased().contains(period.lowercased()) ? name : "\(name), \(period)"
    }

    /// A run of dates: `octobre 2026` for a whole month, else `du 5 au 18 octobre 2026`.
    package func period(first: CivilDate, dayCount: Int) -> String {
        let last = first.advanced(by: dayCount - 1)
        let start = first.parts
        let end = last.parts
        if start.day == 1, last.advanced(by: 1).parts.day == 1, start.year == end.year, start.month == end.month {
            return "\(month(start.month)) \(start.year)"
        }
        if dayCount == 1 { return long(first) }
        let from: String
        if start.year != end.year {
            from = long(first)
        } else if start.month != end.month {
            from = dayAndMonth(first)
        } else {
            from = language == .french && start.day == 1 ? "1er" : String(start.day)
        }
        return language.text("du \(from) au \(long(last))", "\(from) to \(long(last))")
    }
}
