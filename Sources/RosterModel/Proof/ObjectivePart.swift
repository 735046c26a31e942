/// One of several parts into which the cost of each night block is split.
///
/// A block that leaves u steps of the objective uncovered costs ⌊(u + number) / count⌋ steps in the part. Over the numbers
/// 0, …, count − 1 these add up to u, so the bounds of all parts, each rounded up to whole steps, add up to a bound of the objective.
/// What the parts round up one by one can be more than what the whole rounds up.
///
/// - Source: Graham, Knuth, Patashnik 1994, *Concrete Mathematics*, 3.26 (Hermite's identity).
public struct ObjectivePart: Hashable, Sendable {
    /// Most parts of an objective.
    public static let mostParts = 8

    /// Position among the parts, from 0.
    public let number: Int
    /// Number of parts, at least 2.
    public let count: Int

    /// Describes a part.
    public init(number: Int, count: Int) {
        self.number = number
        self.count = count
    }
}
