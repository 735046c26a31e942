import RosterModel

/// The nights that a breach or a near limit speaks of.
struct NightsText: Sendable {
    /// Axis of the scenario.
    let axis: TimeAxis
    /// Language.
    let language: Language

    /// Nights in words: `nuit du sam. 24/10`, `nuits du sam. 28/03 et du dim. 29/03`, `du lun. 05/10 au dim. 11/10 (6 nuits)`.
    ///
    /// - Parameters:
    ///   - day: Service day at which the value is complete; nil for the whole horizon.
    ///   - days: Service days whose shifts take part, in order.
    func nights(_ day: Int?, _ days: [Int]) -> String {
        guard let day else { return language.text("toute la période", "whole period") }
        let named = days.isEmpty ? [day] : days
        let dates = named.map { short($0) }
        switch named.count {
        case 1: return language.text("nuit du \(dates[0])", "night of \(dates[0])")
        case 2:
            return language.text("nuits du \(dates[0]) et du \(dates[1])", "nights of \(dates[0]) and \(dates[1])")
        default:
            let last = dates[dates.count - 1]
            return language.text(
                "du \(dates[0]) au \(last) (\(named.count) nuits)", "\(dates[0]) to \(last) (\(named.count) nights)")
        }
    }

    /// Why the hours of a breach are not those of the clock, when a clock change lies in one of its nights; empty otherwise.
    func clockChange(_ violation: Violation) -> String {
        // A break has a length of its own, and a whole period is hardly longer for one hour.
        guard violation.unit == .minutes, violation.rule != .breakDuringWork, let day = violation.day else { return "" }
        let days = violation.days
        let touched = (days.isEmpty ? [day] : days).filter { (0..<axis.dayCount).contains($0) }
        guard let first = touched.first, let last = touched.last else { return "" }
        for changed in first...last {
            let minutes = axis.minutes(ofDay: changed)
            guard minutes.count != 1440 else { continue }
            let date = short(changed)
            return minutes.count > 1440
                ? language.text(
                    "heures réelles : l'heure répétée de la nuit du \(date) compte",
                    "real hours: the repeated hour of the night of \(date) counts")
                : language.text(
                    "heures réelles : la nuit du \(date) a une heure de moins",
                    "real hours: the night of \(date) is an hour shorter")
        }
        return ""
    }

    private func short(_ day: Int) -> String { DateFormat(language: language).short(axis.date(ofDay: day)) }
}
