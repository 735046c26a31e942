import RosterModel

/// Why late hours stay empty when a convention does not allow missions at night, in words.
struct PermissionText: Sendable {
    /// Scenario.
    let scenario: Scenario
    /// Language.
    let language: Language

    /// One sentence for a regime.
    func sentence(_ gap: PermissionGap) -> String {
        let number = NumberFormat(language: language)
        let who = gap.professions.map { scenario[$0].name }.joined(separator: ", ")
        guard let rule = scenario[gap.regime].missionHours else { return who }
        let hours = number.clocks(rule.hours.start, rule.hours.end)
        let article = rule.source.article
        let worst = CoverageFigures.largest(3, of: gap.missing)
            .map { "\(scenario.sectors[$0].name) \(number.hours(gap.missing[$0]))" }.joined(separator: ", ")
        let colon = language.text(" : ", ": ")
        return who + colon
            + (scenario.nightPermissions.isEmpty
                ? language.text(
                    "aucune permission de nuit n’est enregistrée, donc pas de mission hors de \(hours) (\(article)).",
                    "no night permission is recorded, hence no missions outside \(hours) (\(article)).")
                : language.text(
                    "pas de mission hors de \(hours) (\(article)) là où les permissions de nuit enregistrées ne valent pas.",
                    "no missions outside \(hours) (\(article)) where the recorded night permissions do not hold."))
            + language.text(
                " \(number.hours(gap.late)) tardives non couvertes y tombent (\(worst)).",
                " \(number.hours(gap.late)) of the uncovered late hours lie there (\(worst)).")
    }
}
