import RosterModel

/// A set of rows whose staffings are minimised together: one service day in one sector, or a segment of it in the slot form.
package final class NightBlock: Sendable {
    package let day: Int
    package let sector: Int
    /// Slots that the block covers when it is in slot form; empty for whole staffings.
    let segment: Range<Int>
    /// Type of each row.
    package let rowTypes: [Int]
    /// Staffings: how many agents each uses of each row, `staffing * rowTypes.count + row`. The first is empty.
    package let uses: [UInt8]
    /// Cost of what each staffing leaves uncovered.
    package let costs: [Int32]
    /// Price of each agent more on each row, as positions among the prices of the model: `levels[levelStarts[row] + agent]`,
    /// from the first agent up to the most that a staffing uses. In the slot form all levels of a row are one price.
    let levels: [Int32]
    /// Position of the first price.
    let firstPrice: Int
    /// First level of each row, and the end: one more entry than rows.
    let levelStarts: [Int]

    /// Rounds that pass through the sector; nil when none does.
    let label: RoundLabel?
    /// Combination of the label that each staffing relies on; empty without label.
    let labels: [Int32]
    /// Staffings by increasing cost.
    private let byCost: [Int32]
    /// Rows with agents of each staffing, in the order of ``byCost``, as positions among the sums of prices that
    /// ``cheapest(prices:scale:)`` forms; `termStarts` has one entry more than there are staffings.
    private let terms: [Int32]
    private let termStarts: [Int32]

    /// Describes a block whose rows take consecutive prices from `firstPrice` on.
    ///
    /// - Parameters:
    ///   - rounds: Rows that rounds supply; they are priced together by a label.
    ///   - isUnary: Whether each agent more on a row has a price of his own; otherwise all have that of the first.
    init(
        day: Int, sector: Int, segment: Range<Int>, rowTypes: [Int], rounds: [Int], uses: [UInt8], costs: [Int32],
        firstPrice: Int, isUnary: Bool = true
    ) {
        self.day = day
        self.sector = sector
        self.segment = segment
        self.rowTypes = rowTypes
        self.uses = uses
        self.costs = costs
        self.firstPrice = firstPrice
        let width = rowTypes.count
        var most = Array(repeating: 0, count: width)
        for (position, agents) in uses.enumerated() {
            most[position % width] = max(most[position % width], Int(agents))
        }
        var levels: [Int32] = []
        var starts = [0]
        for row in 0..<width {
            if !rounds.contains(row) {
                let first = levels.count
                for _ in 0..<most[row] {
                    levels.append(Int32(firstPrice + (!segment.isEmpty ? row : isUnary ? levels.count : first)))
                }
            }
            starts.append(levels.count)
        }
        self.levels = levels
        levelStarts = starts
        let label = RoundLabel(rows: rounds, most: rounds.map { most[$0] }, firstPrice: firstPrice + levels.count)
        self.label = label.count > 1 ? label : nil
        labels =
            label.count > 1
            ? costs.indices.map { staffing in
                Int32(zip(rounds, label.strides).reduce(0) { $0 + Int(uses[staffing * width + $1.0]) * $1.1 })
            } : []
        let order = costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
        byCost = order.map { Int32($0) }
        var terms: [Int32] = []
        var termStarts: [Int32] = [0]
        for staffing in order {
            for row in 0..<width where uses[staffing * width + row] > 0 && starts[row] < starts[row + 1] {
                // The sums of a row start with that of nobody.
                terms.append(Int32(starts[row] + row) + Int32(uses[staffing * width + row]))
            }
            termStarts.append(Int32(terms.count))
        }
        self.terms = terms
        self.termStarts = termStarts
    }

    /// The same staffings at other costs, in the same order.
    init(_ block: NightBlock, costs: [Int32]) {
        day = block.day
        sector = block.sector
        segment = block.segment
        rowTypes = block.rowTypes
        uses = block.uses
        self.costs = costs
        levels = block.levels
        firstPrice = block.firstPrice
        levelStarts = block.levelStarts
        label = block.label
        labels = block.labels
        byCost = block.byCost
        terms = block.terms
        termStarts = block.termStarts
    }

    /// Number of staffings.
    package var count: Int { costs.count }

    /// Whether the block is a segment of the slot form.
    var isSlotForm: Bool { !segment.isEmpty }

    /// Number of prices of the block.
    var priceCount: Int { isSlotForm ? rowTypes.count : levels.count + (label?.count ?? 0) }

    /// Most agents that a staffing uses of a row.
    func mostUsed(_ row: Int) -> Int {
        Int(stride(from: row, to: uses.count, by: rowTypes.count).reduce(0) { max($0, uses[$1]) })
    }

    /// The first staffing of least cost that uses no more agents of each row than there are.
    func best(with agents: [Int]) -> Int {
        let width = rowTypes.count
        let found = byCost.first { staffing in
            (0..<width).allSatisfy { Int(uses[Int(staffing) * width + $0]) <= agents[$0] }
        }
        return Int(found ?? 0)
    }

    /// Levels of a row.
    func levels(ofRow row: Int) -> ArraySlice<Int32> { levels[levelStarts[row]..<levelStarts[row + 1]] }

    /// One of the cheapest staffings at integer prices, and its cost in price units; of equal ones that with least left
    /// uncovered, then the first.
    ///
    /// - Complexity: O(staffings × rows used) at worst; staffings that leave more uncovered than the best one costs are not
    ///   looked at.
    func cheapest(prices: [Int32], scale: Int, cuts: [BlockCut] = []) -> (staffing: Int, cost: Int) {
        let width = rowTypes.count
        // Price of 0, 1, … agents on each row; counts of a round are priced by the label alone.
        var sums: [Int] = []
        sums.reserveCapacity(levels.count + width)
        for row in 0..<width {
            var sum = 0
            sums.append(0)
            for level in levels(ofRow: row) {
                sum += Int(prices[Int(level)])
                sums.append(sum)
            }
        }
        let above = label?.leastAbove(prices) ?? []
        // Prices of agents are at least 0, those of combinations may be less.
        let leastLabel = Int(above.min() ?? 0)
        var best = (staffing: 0, cost: Int.max)
        sums.withUnsafeBufferPointer { sums in
            terms.withUnsafeBufferPointer { terms in
                for (position, staffing) in byCost.enumerated() {
                    let staffing = Int(staffing)
                    var cost = Int(costs[staffing]) * scale
                    if cost &+ leastLabel >= best.cost { break }
                    for term in Int(termStarts[position])..<Int(termStarts[position + 1]) {
                        cost &+= sums[Int(terms[term])]
                    }
                    if !above.isEmpty { cost += Int(above[Int(labels[staffing])]) }
                    for cut in cuts { cost &+= Int(prices[cut.row]) * Int(cut.teams[staffing]) }
                    if cost < best.cost { best = (staffing, cost) }
                }
            }
        }
        return best
    }
}
