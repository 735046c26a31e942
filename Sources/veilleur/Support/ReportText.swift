import RosterCheck
import RosterModel
import RosterReport

/// Joins what was checked to what is shown.
enum ReportText {
    /// Content of a report page.
    ///
    /// - Parameter done: The roster as it was done, for the commitments; nil while nothing is known of it.
    static func content(
        scenario: Scenario, roster: Roster, review: RosterReview, summary: PlanSummary, done: Roster? = nil,
        language: Language
    ) -> ReportContent {
        let checker = RosterChecker(scenario)
        return ReportContent(
            scenario: scenario, roster: roster, coverage: review.coverage, summary: summary,
            violations: review.violations, withdrawn: review.withdrawn, softBreaches: review.softBreaches,
            nearLimits: review.nearLimits, notVerifiable: review.unverifiable, earnedRests: review.earnedRests,
            agreements: scenario.regimes.flatMap { regime in
                regime.agreements.map { agreement in text(of: agreement, regime: regime, language: language) }
            }, floor: checker.presenceFloor, done: done.map { ($0, checker.coverage(of: $0)) }, language: language)
    }

    private static func text(of agreement: Agreement, regime: Regime, language: Language) -> String {
        var text = "\(regime.name) : \(agreement.reference), \(agreement.date.iso)"
        if !agreement.scope.isEmpty { text += ", \(agreement.scope)" }
        if let expires = agreement.expires {
            text += language.text(", jusqu'au \(expires.iso)", ", until \(expires.iso)")
        }
        return text
    }
}
