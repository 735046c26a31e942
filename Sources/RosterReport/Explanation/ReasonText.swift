import RosterModel

/// Words for the reasons of a gap.
struct ReasonText {
    let language: Language

    /// One reason.
    func name(_ reason: GapReason) -> String {
        switch reason {
        case .notAllowedHere: language.text("personne d'autorisé dans ce secteur", "nobody allowed in this sector")
        case .absent: language.text("absences", "absences")
        case .givenWork: language.text("formation, astreinte ou autre travail", "training, standby or other work")
        case .nightForbidden: language.text("nuit interdite", "night work forbidden")
        case .missionHours: language.text("heures de la convention", "hours of the convention")
        case .rest: language.text("repos", "rest")
        case .workingTimeMaximum: language.text("maximum de temps de travail", "maximum of working time")
        case .workedDaysMaximum:
            language.text("maximum de jours travaillés par semaine", "maximum of worked days a week")
        case .contractHours: language.text("heures de contrat épuisées", "contract hours used up")
        case .fixedDecision: language.text("décision fixée", "fixed decision")
        case .teamSize: language.text("taille minimale d'équipe", "minimum team size")
        case .otherHour:
            language.text("possible au prix d'une autre heure", "possible at the price of another hour")
        case .noShift: language.text("aucune vacation n'atteint cette heure", "no shift reaches this hour")
        case .nobodyQualified: language.text("personne de qualifié", "nobody qualified")
        }
    }

    /// The reasons of a gap: alternatives joined by "or", reasons of one set by "and".
    func text(_ explanation: GapExplanation, scenario: Scenario) -> String {
        let number = NumberFormat(language: language)
        let sets = explanation.alternatives.map { set -> String in
            if set.isEmpty {
                return language.text("possible sans rien céder", "possible without giving anything up")
            }
            if set == [.nobodyQualified], explanation.isPartnerMissing {
                return language.text("personne d'autre de qualifié", "nobody else qualified")
            }
            var text = set.map(name).joined(separator: language.text(" et ", " and "))
            if set == [.otherHour], let price = explanation.price {
                let places = price.sectors.map { scenario[$0].name }.joined(separator: ", ")
                text += " (\(number.hours(price.minutes))\(places.isEmpty ? "" : " : " + places))"
            }
            return text
        }
        let joined = sets.joined(separator: language.text(" ; ou ", "; or "))
        return explanation.isPartnerMissing
            ? language.text("manque un équipier : \(joined)", "partner missing: \(joined)") : joined
    }
}
