public import RosterModel

/// A bound of a whole objective: claimed by one proof, or by those of all its parts together.
public struct BoundClaim: Sendable {
    /// What is bounded.
    public let objective: BoundObjective
    /// Number of parts; 1 for a proof of the whole.
    public let parts: Int
    /// Bound claimed.
    public let claimed: Int
    /// Bound derived; nil when a proof has problems, or when a part has none or two.
    public let derived: Int?

    /// Whether the bound claimed is derived.
    public var isProved: Bool { derived.map { $0 >= claimed } ?? false }

    /// The claims that some proofs make, in their order.
    static func all(of proofs: [ProofReview]) -> [BoundClaim] {
        var claims: [BoundClaim] = []
        for proof in proofs {
            guard let part = proof.part else {
                claims.append(
                    BoundClaim(objective: proof.objective, parts: 1, claimed: proof.claimed, derived: proof.derived))
                continue
            }
            if claims.contains(where: { $0.objective == proof.objective && $0.parts == part.count }) { continue }
            let siblings = proofs.filter { $0.objective == proof.objective && $0.part?.count == part.count }
            let numbers = siblings.compactMap { $0.part?.number }.sorted()
            let derived = siblings.compactMap(\.derived)
            claims.append(
                BoundClaim(
                    objective: proof.objective, parts: part.count, claimed: siblings.reduce(0) { $0 + $1.claimed },
                    derived: numbers == Array(0..<part.count) && derived.count == part.count
                        ? derived.reduce(0, +) : nil))
        }
        return claims
    }

    /// The greatest bound of an objective that follows from some proofs; nil when none does.
    public static func derived(_ objective: BoundObjective, from proofs: [ProofReview]) -> Int? {
        all(of: proofs).filter { $0.objective == objective && $0.isProved }.compactMap(\.derived).max()
    }
}
