public import RosterModel

/// What an independent verification of a certificate finds.
public struct CertificateReview: Sendable {
    /// The roster, read in full.
    public let roster: RosterReview
    /// Whether the certificate was made for this scenario.
    public let isForScenario: Bool
    /// Whether the certificate was made for this roster.
    public let isForRoster: Bool
    /// Levels claimed.
    public let claimedLevels: LevelValues
    /// Missing late team-minutes claimed.
    public let claimedLateMinutes: Int
    /// Proofs, in the order of the certificate.
    public let proofs: [ProofReview]

    /// Describes a review.
    public init(
        roster: RosterReview, isForScenario: Bool, isForRoster: Bool, claimedLevels: LevelValues,
        claimedLateMinutes: Int, proofs: [ProofReview]
    ) {
        self.roster = roster
        self.isForScenario = isForScenario
        self.isForRoster = isForRoster
        self.claimedLevels = claimedLevels
        self.claimedLateMinutes = claimedLateMinutes
        self.proofs = proofs
    }

    /// Bounds of whole objectives that the proofs claim.
    public var claims: [BoundClaim] { BoundClaim.all(of: proofs) }

    /// Whether every proof and every claim holds.
    public var boundsAreProved: Bool { proofs.allSatisfy(\.isProved) && claims.allSatisfy(\.isProved) }

    /// Whether the claimed figures of the roster are the recomputed ones.
    public var figuresAgree: Bool {
        claimedLevels == roster.coverage.levels && claimedLateMinutes == roster.coverage.lateMissingMinutes
    }

    /// Whether hashes and figures agree and every proof holds.
    public var isProved: Bool {
        isForScenario && isForRoster && figuresAgree && boundsAreProved
    }
}
