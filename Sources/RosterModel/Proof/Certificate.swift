/// Claims of a plan and the prices that prove its lower bounds.
///
/// The checker recomputes every claim from the scenario and the roster, and every bound from the prices by its own dynamic
/// program and enumeration.
public struct Certificate: Sendable {
    /// Version of the format.
    public static let currentVersion = 3
    /// Versions that say the same where they say something: before 3 there were no parts of objectives.
    public static let readableVersions = 2...3

    /// Hash of the scenario's files; empty when it came from memory.
    public var scenarioHash: String
    /// ``Roster/hash(in:)`` of the roster that came with the certificate.
    public var rosterHash: String
    /// Values of the four levels of the roster.
    public var levels: LevelValues
    /// Unweighted missing team-minutes in the late window.
    public var lateMissingMinutes: Int
    /// Proofs, at most one for each objective, and perhaps those of its parts.
    public var proofs: [BoundProof]

    /// Describes a certificate.
    public init(
        scenarioHash: String, rosterHash: String, levels: LevelValues, lateMissingMinutes: Int, proofs: [BoundProof]
    ) {
        self.scenarioHash = scenarioHash
        self.rosterHash = rosterHash
        self.levels = levels
        self.lateMissingMinutes = lateMissingMinutes
        self.proofs = proofs
    }
}
