import RosterModel

/// The claims of a plan in words: what stays open, and what no lawful roster can do better.
struct ClaimText: Sendable {
    /// Scenario.
    let scenario: Scenario
    /// Headline figures.
    let summary: PlanSummary
    /// Language.
    let language: Language
    private var number: NumberFormat { NumberFormat(language: language) }

    /// Late hours uncovered of late hours required.
    var lateMissing: String {
        let missing = number.hours(summary.lateMissingMinutes)
        let required = number.hours(summary.requiredMinutes.late)
        return language.text(
            "il reste \(missing) tardives non couvertes sur \(required) requises",
            "\(missing) of late need stay uncovered of \(required) required")
    }

    /// Floor of the late hours uncovered.
    var lateFloor: String {
        if summary.requiredMinutes.late == 0 { return language.text("aucun besoin tardif", "no late need") }
        if summary.lateMissingMinutes == 0 { return language.text("tout est couvert", "everything is covered") }
        let floor = number.hours(summary.lateMissingBoundMinutes)
        if summary.lateMissingBoundMinutes <= 0 {
            return language.text(
                "aucun plancher n’est prouvé : un meilleur planning n’est pas exclu",
                "no floor is proved: a better roster is not ruled out")
        }
        if summary.lateMissingBoundMinutes >= summary.lateMissingMinutes {
            return language.text(
                "aucun planning respectant ces règles ne peut faire mieux",
                "no roster under these rules can do better")
        }
        return language.text(
            "aucun planning respectant ces règles ne peut descendre sous \(floor)",
            "no roster under these rules can go below \(floor)")
    }

    /// Weighted cover between this roster and the best possible.
    var weightedCover: String {
        let demand = summary.weightedDemand
        guard demand > 0 else { return language.text("aucun besoin", "no need") }
        let points = summary.levels.points
        let reached = coverReached
        if summary.dualBound <= 0, points > 0 {
            return language.text(
                "\(reached) en pondéré, sans limite prouvée", "\(reached) weighted, no limit is proved")
        }
        if summary.dualBound >= points {
            return language.text(
                "\(reached) en pondéré, aucun planning ne peut faire mieux",
                "\(reached) weighted, no roster can do better")
        }
        return language.text(
            "entre \(reached) (ce planning) et \(coverPossible) (aucun planning ne peut faire mieux)",
            "between \(reached) (this roster) and \(coverPossible) (no roster can do better)")
    }

    /// What stands below the weighted cover reached, where that stands by itself.
    var weightedCoverDetail: String {
        if summary.weightedDemand == 0 { return language.text("aucun besoin", "no need") }
        if summary.dualBound >= summary.levels.points {
            return language.text("en pondéré ; aucun planning ne peut faire mieux", "weighted; no roster can do better")
        }
        if summary.dualBound <= 0 {
            return language.text("en pondéré ; aucune limite n’est prouvée", "weighted; no limit is proved")
        }
        return language.text(
            "en pondéré ; aucun planning ne peut dépasser \(coverPossible)",
            "weighted; no roster can exceed \(coverPossible)")
    }

    /// Weighted cover of the roster, rounded down.
    var coverReached: String {
        number.coverReached(points: summary.levels.points, demand: summary.weightedDemand)
    }

    /// Weighted cover that no roster can exceed, rounded up.
    var coverPossible: String {
        number.coverPossible(bound: summary.dualBound, demand: summary.weightedDemand)
    }
}
