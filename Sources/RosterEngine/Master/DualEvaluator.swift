import RosterModel

/// Computes the exact lower bound of given prices: the cheapest staffing of every block plus the cheapest muster of
/// every night and the cheapest line of every agent, all in integers.
///
/// - Source: Geoffrion 1974 (Lagrangian bound); Held, Cook, Sewell 2012, doi:10.1007/s12532-012-0042-3 (exact on a grid).
package final class DualEvaluator {
    let problem: PlanProblem
    let model: CoverModel
    /// Price units per unit of the objective; a power of two as large as `Int32` sums of a line allow.
    package let scale: Int
    let threads: Int
    private var pricers: [LinePricer]
    /// Cuts, with rows behind those of the model.
    private(set) var cuts: [TeamCut] = []
    /// Cuts by night block.
    private(set) var blockCuts: [[BlockCut]]
    private var pricing = Duration.zero

    /// Seconds spent in pricing so far.
    var pricingSeconds: Double { pricing / .seconds(1) }

    /// Runs a piece of pricing and counts its time.
    func timed<Value>(_ body: () -> Value) -> Value {
        let began = ContinuousClock.now
        defer { pricing += began.duration(to: .now) }
        return body()
    }

    package init(problem: PlanProblem, model: CoverModel, threads: Int) {
        self.problem = problem
        self.model = model
        self.threads = max(1, threads)
        blockCuts = Array(repeating: [], count: model.blocks.count)
        pricers = (0..<max(1, threads)).map { _ in LinePricer() }
        // No useful price exceeds what a whole night without teams costs in one sector, and a line takes one duty a day.
        let slotCount = problem.scenario.axis.slotCount
        var worst = 1
        for sector in problem.scenario.sectors.indices {
            for day in 0..<problem.scenario.axis.dayCount {
                let slots = problem.scenario.axis.slots(ofDay: day)
                let sum = slots.reduce(0) { sum, slot in
                    let table = model.tableOfSlot[sector * slotCount + slot]
                    return table < 0 ? sum : sum + Int(model.tables[Int(table)].cost[0])
                }
                worst = max(worst, sum)
            }
        }
        let room = (1 << 29) / (worst * (problem.scenario.axis.dayCount + 1))
        var scale = 1
        while scale * 2 <= min(room, 64) { scale *= 2 }
        self.scale = scale
        largestPrice = Int32(min(1 << 29 / max(1, problem.scenario.axis.dayCount), worst * scale))
    }

    /// Number of priced rows, cuts included.
    var rowCount: Int { model.priceCount + cuts.count }

    /// Adds cuts behind the rows there are.
    func add(_ added: [TeamCut]) {
        for cut in added {
            for (block, teams) in cut.teams(in: model) {
                blockCuts[block].append(BlockCut(row: rowCount, teams: teams))
            }
            cuts.append(cut)
        }
    }

    /// Largest price that keeps the sums of a line within `Int32`.
    let largestPrice: Int32

    /// Rounds prices to the grid.
    package func rounded(_ prices: [Double]) -> [Int32] { prices.indices.map { rounded(prices[$0], row: $0) } }

    /// Rounds the price of a row to the grid.
    @inline(__always)
    func rounded(_ price: Double, row: Int) -> Int32 {
        let least = isFree(row) ? -Double(largestPrice) : 0
        return Int32(max(least, min(Double(largestPrice), (price * Double(scale)).rounded())))
    }

    /// Whether the price of a row may have either sign.
    @inline(__always)
    func isFree(_ row: Int) -> Bool { row < model.priceCount && model.isFree[row] }

    /// Cost of each duty for each type: minus the price of its duty row, by `day * duties + duty`, one array per type.
    func dutyCosts(_ prices: [Int32]) -> [[Int32]] {
        let types = problem.scenario.agentTypes.count
        let entries = problem.scenario.axis.dayCount * problem.duties.count
        return (0..<types).map { type in
            (0..<entries).map { entry in
                let group = model.groupOfDuty[entry * types + type]
                return group < 0 ? 0 : -prices[Int(model.groups[Int(group)].price)]
            }
        }
    }

    /// The bound of the prices, and each class's cheapest line.
    package func evaluate(_ prices: [Int32]) -> (point: DualPoint, lines: [LinePricer.PricedLine]) {
        let costs = dutyCosts(prices)
        let lines = priceLines(Array(problem.boundClasses.indices), dutyCosts: costs)
        var total = 0
        for (number, line) in lines.enumerated() {
            total += Int(line.cost) * problem.boundClasses[number].agents.count
        }
        total += timed { nightTotal(prices) }
        let points = (total + scale - 1).flooredDivision(by: scale)
        let steps = (points + model.step - 1).flooredDivision(by: model.step)
        let bound = max(0, steps * model.step)
        return (DualPoint(prices: prices, scale: scale, bound: bound, exactBound: total, cuts: cuts), lines)
    }

    /// Cheapest lines of some classes at fixed prices, in parallel.
    ///
    /// - Parameter isForRoster: Whether lines obey every rule; by default only those that bounds count.
    func priceLines(_ classes: [Int], dutyCosts: [[Int32]], isForRoster: Bool = false) -> [LinePricer.PricedLine] {
        timed { priceAll(classes, dutyCosts, isForRoster) }
    }

    private func priceAll(_ classes: [Int], _ dutyCosts: [[Int32]], _ isForRoster: Bool) -> [LinePricer.PricedLine] {
        let problem = problem
        let all = isForRoster ? problem.classes : problem.boundClasses
        if threads == 1 || classes.count == 1 {
            return classes.map { number in
                pricers[0].cheapest(
                    all[number], dutyCost: dutyCosts[all[number].type.value], dutyCount: problem.duties.count)
            }
        }
        let workspaces = WorkspacePool(pricers)
        return parallelMap(count: classes.count, threads: threads) { index in
            let agents = all[classes[index]]
            return workspaces.use {
                $0.cheapest(agents, dutyCost: dutyCosts[agents.type.value], dutyCount: problem.duties.count)
            }
        }
    }

    /// Sum of the cheapest staffings of all blocks and the cheapest musters, in price units. Segments of the slot form are
    /// taken by the inequalities that the checker verifies (``SlotFormPrices``).
    func nightTotal(_ prices: [Int32]) -> Int {
        var total = 0
        for (cut, price) in zip(cuts, prices[model.priceCount...]) { total -= Int(price) * cut.limit }
        for (number, block) in model.blocks.enumerated() {
            total +=
                block.isSlotForm
                ? SlotFormPrices(block: block, prices: prices, scale: scale, problem: problem, model: model).value
                : block.cheapest(prices: prices, scale: scale, cuts: blockCuts[number]).cost
        }
        for muster in model.musters { total += muster.cheapest(model.groups, prices: prices).cost }
        return total
    }
}
