import RosterModel

/// Words for how a run ended.
struct RunText: Sendable {
    /// Language.
    let language: Language

    /// Why the search stopped; a reason that is not known is shown as it is.
    func stop(_ reason: String) -> String {
        switch reason {
        case "timeLimit": language.text("arrêt à la limite de temps", "stopped at the time limit")
        case "gap": language.text("arrêt à l’écart demandé", "stopped at the gap asked for")
        case "work": language.text("arrêt à la quantité de travail demandée", "stopped at the work asked for")
        case "optimal": language.text("arrêt car l’optimum est prouvé", "stopped because the optimum is proved")
        case "interrupted": language.text("arrêt demandé par l’utilisateur", "stopped by the user")
        default: reason
        }
    }

    /// What the result is worth.
    func status(_ status: PlanStatus) -> String {
        switch status {
        case .optimal:
            language.text("couverture optimale, c’est prouvé", "cover proved optimal")
        case .feasible:
            language.text("meilleur planning trouvé", "best roster found")
        case .infeasible:
            language.text(
                "les décisions fixées ou le planning publié ne laissent rien de légal à un agent",
                "fixed decisions or the published roster leave an agent nothing lawful")
        case .interrupted:
            language.text("interrompu : meilleur planning à cet instant", "interrupted: best roster so far")
        }
    }
}
