import RosterModel

/// One entry of a list `days`.
enum DayRule: Hashable {
    case weekday(Weekday)
    case date(CivilDate)
    /// A name of the calendar, in canonical form.
    case named(String)

    func holds(on date: CivilDate, names: Set<String>) -> Bool {
        switch self {
        case .weekday(let weekday): date.weekday == weekday
        case .date(let own): date == own
        case .named(let name): names.contains(name)
        }
    }

    /// Weekdays of `mon`, `monday`, `lun`, `lundi`, or of a range such as `mon-fri`; nil for anything else.
    static func weekdays(_ text: String) -> [Weekday]? {
        let key = Folding.key(text)
        if let day = weekday(key) { return [day] }
        let ends = key.split(separator: "_")
        guard ends.count == 2, let first = weekday(String(ends[0])), let last = weekday(String(ends[1])) else {
            return nil
        }
        var days = [first]
        while let day = days.last, day != last { days.append(Weekday.allCases[(day.rawValue + 1) % 7]) }
        return days
    }

    private static func weekday(_ key: String) -> Weekday? {
        switch key {
        case "mon", "monday", "lun", "lundi": .monday
        case "tue", "tuesday", "mar", "mardi": .tuesday
        case "wed", "wednesday", "mer", "mercredi": .wednesday
        case "thu", "thursday", "jeu", "jeudi": .thursday
        case "fri", "friday", "ven", "vendredi": .friday
        case "sat", "saturday", "sam", "samedi": .saturday
        case "sun", "sunday", "dim", "dimanche": .sunday
        default: nil
        }
    }
}
