import RosterModel

/// A day as the heading of a column names it: `01/10`, `1/10/2026`, `2026-10-01`, `jeu. 1`, `1-oct.`, `1`.
struct DayHeading: Hashable {
    let day: Int
    /// Nil when only the day of the month is given.
    let month: Int?
    let year: Int?
    /// Weekdays that the heading may mean, `M` being two; empty when it names none.
    var weekdays: Set<Weekday> = []

    /// What a heading turned out to be.
    enum Reading: Hashable {
        case day(DayHeading)
        /// Written like a day, but there is none such: `32/10`.
        case noSuchDay
        case other
    }

    /// Reads a heading.
    static func read(_ text: String) -> Reading {
        if let time = DatedTime.parse(text), (time.clock ?? 0) == 0 { return .day(DayHeading(time.date)) }
        // What a program writes that takes a workbook apart without its formats.
        if let serial = Int(text), (36_526...73_415).contains(serial) {
            return .day(DayHeading(CivilDate(daysSinceEpoch: serial - 25_569)))
        }
        var words = runs(of: text)
        var weekdays: Set<Weekday> = []
        if let position = words.firstIndex(where: { Self.weekdays($0, alone: words.count == 1) != nil }) {
            weekdays = Self.weekdays(words.remove(at: position), alone: false) ?? []
        }
        if words.count > 1, Int(words[0]) != nil, ["er", "ere"].contains(words[1]) { words.remove(at: 1) }
        let month = words.lazy.compactMap(Self.month).first
        if month != nil { words.removeAll { Self.month($0) != nil } }
        let numbers = words.compactMap(Int.init)
        guard !numbers.isEmpty, numbers.count == words.count else { return .other }
        let isMeant = month != nil || !weekdays.isEmpty || text.contains("/")
        guard let parts = parts(words, numbers, month: month) else { return isMeant ? .noSuchDay : .other }
        let heading = DayHeading(day: parts.day, month: parts.month, year: parts.year, weekdays: weekdays)
        guard heading.exists else { return isMeant && text.contains { "/.-".contains($0) } ? .noSuchDay : .other }
        return .day(heading)
    }

    /// Weekdays of a cell that holds nothing else, initials included.
    static func weekday(_ text: String) -> Set<Weekday>? {
        let words = runs(of: text)
        return words.count == 1 ? weekdays(words[0], alone: false) : nil
    }

    private init(_ date: CivilDate) {
        let parts = date.parts
        (day, month, year) = (parts.day, parts.month, parts.year)
    }

    private init(day: Int, month: Int?, year: Int?, weekdays: Set<Weekday>) {
        (self.day, self.month, self.year, self.weekdays) = (day, month, year, weekdays)
    }

    /// Whether some year has the day.
    private var exists: Bool { CivilDate(year: year ?? 2024, month: month ?? 1, day: day) != nil }

    /// Runs of letters and of digits, folded; an initial glued to a number (`S40`) is no word of a date.
    private static func runs(of text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.flatMap { word -> [String] in
            let key = Folding.key(String(word))
            let letters = key.prefix { $0.isLetter }
            if letters.count > 1, letters.count < key.count {
                return [String(letters), String(key.dropFirst(letters.count))]
            }
            let digits = key.prefix { $0.isNumber }
            if !digits.isEmpty, digits.count < key.count {
                return [String(digits), String(key.dropFirst(digits.count))]
            }
            return [key]
        }
    }

    private static func weekdays(_ word: String, alone: Bool) -> Set<Weekday>? {
        if let days = DayRule.weekdays(word), days.count == 1 { return Set(days) }
        guard !alone else { return nil }
        switch word {
        case "l": return [.monday]
        case "m": return [.tuesday, .wednesday]
        case "j": return [.thursday]
        case "v": return [.friday]
        case "s": return [.saturday]
        case "d": return [.sunday]
        default: return nil
        }
    }

    /// Beginnings that tell the months apart, in French and English.
    private static let months: [(names: [String], month: Int)] = [
        (["janvier", "january"], 1), (["fevrier", "february"], 2), (["mars", "march"], 3), (["avril", "april"], 4),
        (["mai", "may"], 5), (["juin", "june"], 6), (["juillet", "july"], 7), (["aout", "august"], 8),
        (["septembre", "september"], 9), (["octobre", "october"], 10), (["novembre", "november"], 11),
        (["decembre", "december"], 12),
    ]

    /// The month of a whole name, or of three letters or more of one that no other month and no weekday begins with.
    static func month(_ word: String) -> Int? {
        if let exact = months.first(where: { $0.names.contains(word) }) { return exact.month }
        guard word.count >= 3, DayRule.weekdays(word) == nil else { return nil }
        let near = months.filter { $0.names.contains { $0.hasPrefix(word) } }
        return near.count == 1 ? near[0].month : nil
    }

    private static func parts(
        _ words: [String], _ numbers: [Int], month: Int?
    ) -> (day: Int, month: Int?, year: Int?)? {
        func year(_ position: Int) -> Int? {
            switch words[position].count {
            case 4: numbers[position]
            case 2: 2000 + numbers[position]
            default: nil
            }
        }
        switch (numbers.count, month) {
        case (1, _): return (numbers[0], month, nil)
        case (2, nil): return (numbers[0], numbers[1], nil)
        case (2, let month?): return year(1).map { (numbers[0], month, $0) }
        case (3, nil):
            if words[0].count == 4 { return (numbers[2], numbers[1], numbers[0]) }
            return year(2).map { (numbers[0], numbers[1], $0) }
        default: return nil
        }
    }
}

/// Headings against an axis.
extension DayHeading {
    /// Where a heading lies.
    enum Place: Hashable {
        /// A service day of the horizon.
        case day(Int)
        /// Outside the horizon, or not in it at all when only a day of the month is given.
        case outside(CivilDate?)
        /// Several days of the horizon have this number.
        case several([CivilDate])
        /// The day is another one of the week.
        case wrongWeekday(Int)
    }

    func place(on axis: TimeAxis) -> Place {
        var days = Array(0..<axis.dayCount).filter { index in
            let parts = axis.date(ofDay: index).parts
            return parts.day == day && (month ?? parts.month) == parts.month && (year ?? parts.year) == parts.year
        }
        if days.count > 1, !weekdays.isEmpty {
            let fitting = days.filter { weekdays.contains(axis.weekday(ofDay: $0)) }
            if !fitting.isEmpty { days = fitting }
        }
        guard let found = days.first else {
            return .outside(
                month.flatMap { CivilDate(year: year ?? axis.firstDay.parts.year, month: $0, day: day) })
        }
        guard days.count == 1 else { return .several(days.map(axis.date(ofDay:))) }
        let isRight = weekdays.isEmpty || weekdays.contains(axis.weekday(ofDay: found))
        return isRight ? .day(found) : .wrongWeekday(found)
    }
}

extension Weekday {
    /// `jeudi`, `Thursday`.
    var wording: Wording {
        let names = [
            Wording("lundi", "Monday"), Wording("mardi", "Tuesday"), Wording("mercredi", "Wednesday"),
            Wording("jeudi", "Thursday"), Wording("vendredi", "Friday"), Wording("samedi", "Saturday"),
            Wording("dimanche", "Sunday"),
        ]
        return names[rawValue]
    }
}
