import RosterModel

/// What a part of the objective makes of the cost of a night block.
///
/// Costs are counted in price units over the number of parts, so that they stay whole: prices are multiplied by it, and one step
/// that is rounded away is worth as much as `count` steps of the block.
struct BlockPart: Sendable {
    let count: Int
    private let number: Int
    /// Price units of a step of the objective, at least 1.
    private let step: Int

    /// - Parameter step: Of what all values of the objective are multiples; 0 when nothing is needed.
    init(_ part: ObjectivePart, step: Int, scale: Int) {
        count = part.count
        number = part.number
        self.step = max(1, step * scale)
    }

    /// Cost of a block in the part.
    ///
    /// - Parameter uncovered: Cost of the block in the whole objective, in price units.
    func cost(_ uncovered: Int) -> Int { step * count * ((uncovered / step + number) / count) }

    /// The least by which a block costs more in the part than `uncovered` itself, at most 0 unless costs are whole steps.
    var leastDifference: Int { step * (number - count + 1) }
}
