import RosterModel

/// What nobody does, in words.
struct MissionText: Sendable {
    /// Scenario.
    let scenario: Scenario
    /// Language.
    let language: Language

    /// An orphan mission, with where and when.
    func orphan(_ orphan: MissionFigures.Orphan) -> String {
        let mission = scenario.missions[orphan.mission]
        let number = NumberFormat(language: language)
        let colon = language.text(" : ", ": ")
        if mission.kinds.isEmpty {
            return mission.name + colon
                + language.text("aucun type d’équipe n’y répond", "no kind of team answers it")
        }
        if orphan.isEverywhere {
            return mission.name + colon
                + language.text(
                    "aucune équipe compétente, nulle part, à aucun moment", "no competent team, anywhere, ever")
        }
        var parts: [String] = []
        if !orphan.sectors.isEmpty {
            let names = orphan.sectors.map { scenario[$0].name }.joined(separator: ", ")
            parts.append(language.text("jamais à portée de \(names)", "never within reach of \(names)"))
        }
        if !orphan.hours.isEmpty {
            let clocks = orphan.hours.map { number.clocks($0.lowerBound, $0.upperBound) }.joined(separator: ", ")
            parts.append(
                language.text("personne, aucune nuit, entre \(clocks)", "nobody, on any night, within \(clocks)"))
        }
        return mission.name + colon + parts.joined(separator: language.text(" ; ", "; "))
    }
}
