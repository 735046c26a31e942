import RosterModel

/// Limits on whole teams of a proof, checked for shape and range.
struct TeamLimits: Sendable {
    /// One limit.
    struct Limit: Sendable {
        let divisor: Int
        let price: Int
        /// Weight of an agent, by group.
        let weights: [Int: Int]
    }

    /// Largest divisor and largest weight.
    private static let largest = 1_000_000

    /// Limits that cost something.
    private(set) var limits: [Limit] = []
    private(set) var problems: [ProofProblem] = []

    init(_ proof: BoundProof) {
        for (number, given) in proof.limits.enumerated() {
            guard given.terms.allSatisfy({ proof.groups.indices.contains($0.group) }) else {
                problems.append(.unknownLimitGroup(number))
                continue
            }
            guard (2...Self.largest).contains(given.divisor), given.price >= 0,
                given.terms.allSatisfy({ (1...Self.largest).contains($0.weight) })
            else {
                problems.append(.limitOutOfRange(number))
                continue
            }
            var weights: [Int: Int] = [:]
            for term in given.terms where weights.updateValue(term.weight, forKey: term.group) != nil {
                problems.append(.duplicateLimitGroup(number))
            }
            if given.price > 0 && !weights.isEmpty {
                limits.append(Limit(divisor: given.divisor, price: given.price, weights: weights))
            }
        }
    }

    /// What all limits cost at most, or the largest number when it is out of range.
    ///
    /// - Parameter presences: Most presences of an agent in a sector on a day.
    func most(presences: Int) -> Int {
        var sum = 0
        for limit in limits {
            let (weight, first) = presences.multipliedReportingOverflow(by: limit.weights.values.max() ?? 0)
            let (cost, second) = weight.multipliedReportingOverflow(by: limit.price)
            let (next, third) = sum.addingReportingOverflow(cost)
            if first || second || third { return .max }
            sum = next
        }
        return sum
    }
}
