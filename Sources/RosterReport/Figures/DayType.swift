package import RosterModel

/// Kinds of service days that the town's needs tell apart.
package enum DayType: Int, CaseIterable, Sendable {
    case all, sundayToWednesday, thursday, fridayAndSaturday

    /// The kind other than ``all`` that a weekday belongs to.
    package init(_ weekday: Weekday) {
        switch weekday {
        case .thursday: self = .thursday
        case .friday, .saturday: self = .fridayAndSaturday
        case .sunday, .monday, .tuesday, .wednesday: self = .sundayToWednesday
        }
    }

    /// Name shown to people.
    package func name(_ language: Language) -> String {
        switch self {
        case .all: language.text("Toutes les nuits", "All nights")
        case .sundayToWednesday: language.text("Dimanche à mercredi", "Sunday to Wednesday")
        case .thursday: language.text("Jeudi", "Thursday")
        case .fridayAndSaturday: language.text("Vendredi et samedi", "Friday and Saturday")
        }
    }
}
