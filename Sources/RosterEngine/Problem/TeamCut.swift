/// A limit on whole teams over many nights.
///
/// Of the agents of some groups that each night block counts on, whole multiples of `divisor` are counted; all of them together
/// are no more than the agents that all lines can bring, divided and rounded down. A linear program without it may fill half of
/// the last team.
///
/// - Source: Gomory 1958; Chvátal 1973, doi:10.1016/0012-365X(73)90167-2 (rounding of valid inequalities).
package struct TeamCut: Hashable, Sendable {
    /// Agents who make one team, at least 2.
    let divisor: Int
    /// Duty groups of the model, ascending.
    let groups: [Int]
    /// Most multiples of the divisor.
    let limit: Int

    /// Multiples of the divisor in each staffing of the blocks that the groups are present in.
    func teams(in model: CoverModel) -> [(block: Int, teams: [UInt8])] {
        model.rowsLookingAt(groups).map { number, rows in
            let block = model.blocks[number]
            return (number, block.costs.indices.map { UInt8(clamping: block.agents($0, on: rows) / divisor) })
        }
    }
}

extension DutyGroup {
    /// Places in sectors that look at the group: their blocks list staffings, and some of them use it.
    func countingPlaces(in model: CoverModel) -> [Place] {
        places.filter { $0.most > 0 && !model.blocks[$0.block].isSlotForm }
    }
}

extension CoverModel {
    /// Rows on which groups are present in the blocks that look at them, by block.
    func rowsLookingAt(_ numbers: [Int]) -> [(block: Int, rows: [Int])] {
        var rows: [Int: [Int]] = [:]
        for number in numbers {
            for place in groups[number].countingPlaces(in: self) { rows[place.block, default: []].append(place.row) }
        }
        return rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

extension NightBlock {
    /// Agents that a staffing uses on some rows.
    func agents(_ staffing: Int, on rows: [Int]) -> Int {
        rows.reduce(0) { $0 + Int(uses[staffing * rowTypes.count + $1]) }
    }
}

/// What a cut counts in the staffings of one night block.
struct BlockCut: Sendable {
    /// Row of the cut among the prices.
    let row: Int
    /// Multiples of the divisor, by staffing.
    let teams: [UInt8]
}
