import RosterModel

/// A set of rows whose staffings are minimised together: one service day in one sector, or a segment of it in the slot form.
package struct NightBlock: Sendable {
    package let day: Int
    package let sector: Int
    /// Slots that the block covers when it is in slot form; empty for whole staffings.
    let segment: Range<Int>
    /// Rows, consecutive.
    package let rows: Range<Int>
    /// Type of each row.
    let rowTypes: [Int]
    /// Staffings: how many agents each uses of each row, `staffing * rows.count + row`. The first is empty.
    package let uses: [UInt8]
    /// Cost of what each staffing leaves uncovered.
    package let costs: [Int32]

    /// Number of staffings.
    package var count: Int { costs.count }
    /// Cost of a staffing at the prices of the block's rows.
    @inline(__always)
    func cost(of staffing: Int, at prices: [Double]) -> Double {
        var cost = Double(costs[staffing])
        let first = staffing * rows.count
        for row in prices.indices { cost += Double(uses[first + row]) * prices[row] }
        return cost
    }

    /// Costs of all staffings at the prices of the block's rows.
    func costs(at prices: [Double]) -> [Double] { (0..<count).map { cost(of: $0, at: prices) } }

    /// The first of the cheapest staffings at the prices of the block's rows.
    func cheapest(at prices: [Double]) -> (staffing: Int, cost: Double) {
        let width = rows.count
        var best = (staffing: 0, cost: Double.infinity)
        uses.withUnsafeBufferPointer { uses in
            prices.withUnsafeBufferPointer { prices in
                for staffing in costs.indices {
                    var cost = Double(costs[staffing])
                    for row in 0..<width { cost += Double(uses[staffing * width + row]) * prices[row] }
                    if cost < best.cost { best = (staffing, cost) }
                }
            }
        }
        return best
    }

    /// Whether the block is a segment of the slot form.
    var isSlotForm: Bool { !segment.isEmpty }
}
