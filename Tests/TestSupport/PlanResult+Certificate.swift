public import RosterCheck
public import RosterEngine
public import RosterModel

extension PlanResult {
    /// What the check says of the certificate of this result.
    ///
    /// - Parameter review: The check's review of the roster, which gives the late minutes that the certificate claims.
    public func certificateReview(for scenario: Scenario, _ review: RosterReview) -> CertificateReview {
        let certificate = Certificate(
            scenarioHash: scenario.hash, rosterHash: roster.hash(in: scenario), levels: levels,
            lateMissingMinutes: review.coverage.lateMissingMinutes, proofs: proofs)
        return CertificateChecker.verify(certificate, roster: roster, scenario: scenario)
    }
}
