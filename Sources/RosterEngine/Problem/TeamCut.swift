/// A limit on whole teams over many nights.
///
/// Of the agents that each night block counts on, weighted by group, whole multiples of `divisor` are counted; all of them
/// together are no more than the weight that the agents' lines can bring, divided and rounded down. A linear program without
/// it may fill half of the last team.
///
/// - Source: Gomory 1958; Chvátal 1973, doi:10.1016/0012-365X(73)90167-2 (rounding of valid inequalities).
package struct TeamCut: Hashable, Sendable {
    /// Weight that makes one team, at least 2.
    let divisor: Int
    /// Weight of an agent by duty group of the model; groups that are not listed weigh nothing.
    let weights: [Int: Int]
    /// Most multiples of the divisor.
    let limit: Int

    /// Multiples of the divisor in each staffing of the blocks that the groups are present in.
    func teams(in model: CoverModel) -> [(block: Int, teams: [UInt8])] {
        var weightOfRow: [Int: [Int: Int]] = [:]
        for (group, weight) in weights {
            for place in model.groups[group].places where place.most > 0 {
                weightOfRow[place.block, default: [:]][place.row] = weight
            }
        }
        return weightOfRow.sorted { $0.key < $1.key }.filter { !model.blocks[$0.key].isSlotForm }.map { number, rows in
            let block = model.blocks[number]
            let width = block.rowTypes.count
            return (
                number,
                block.costs.indices.map { staffing in
                    let sum = rows.reduce(0) { $0 + $1.value * Int(block.uses[staffing * width + $1.key]) }
                    return UInt8(clamping: sum / divisor)
                }
            )
        }
    }
}

/// What a cut counts in the staffings of one night block.
struct BlockCut: Sendable {
    /// Row of the cut among the prices.
    let row: Int
    /// Multiples of the divisor, by staffing.
    let teams: [UInt8]
}
