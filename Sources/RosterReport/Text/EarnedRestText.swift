public import RosterModel

/// Compensatory rest in words.
public enum EarnedRestText {
    /// One line for people: agent id, rest earned, by what, article; without line feed.
    public static func line(_ rest: EarnedRest, scenario: Scenario, language: Language) -> String {
        let number = NumberFormat(language: language)
        return [
            scenario[rest.agent].id, number.hours(rest.minutes), basis(rest.source, rest.basisMinutes, language),
            rest.source.article,
        ].joined(separator: " · ").replacing(NumberFormat.space, with: " ")
    }

    /// What earns a rest, with the minutes that do.
    static func basis(_ source: CompensatoryRest, _ minutes: Int, _ language: Language) -> String {
        let number = NumberFormat(language: language)
        let (share, hours) = ("\(source.percent)\(NumberFormat.space)%", number.hours(minutes))
        switch source.basis {
        case .nightHours(let clock):
            let clocks = number.clocks(clock.start, clock.end)
            return language.text("\(share) de \(hours) entre \(clocks)", "\(share) of \(hours) within \(clocks)")
        case .longDays(let above):
            let limit = number.hours(above)
            return language.text(
                "\(share) de \(hours) au-delà de \(limit) par jour", "\(share) of \(hours) beyond \(limit) a day")
        }
    }
}
