/// Inequality of what comparable agents carry: 0 when all carry the same for the time they have, near 1 when one carries all.
package enum GiniIndex {
    /// The index of counts pro rata of available minutes.
    ///
    /// Σᵢ Σⱼ |rᵢ − rⱼ| ∕ (2 n Σ r), with r the count by available minute; members without available minutes are left out.
    ///
    /// - Returns: Thousandths, or nil when nothing is shared or fewer than two members are available.
    package static func thousandths(counts: [Int], available: [Int]) -> Int? {
        let rates = zip(counts, available).filter { $1 > 0 }.map { Double($0) / Double($1) }.sorted()
        let sum = rates.reduce(0, +)
        guard rates.count > 1, sum > 0 else { return nil }
        // The double sum over sorted values, in one pass.
        let weighted = rates.enumerated().reduce(0.0) { $0 + Double(2 * $1.offset + 1 - rates.count) * $1.element }
        return Int((1000 * weighted / (Double(rates.count) * sum)).rounded())
    }
}
