package import LinearProgramming

/// Proximal (augmented Lagrangian) solution of the master over lines, musters and staffings.
///
/// Every block (a sector's night, a muster, a class of agents) holds a mixture of columns. One at a time they take pairwise
/// Frank-Wolfe steps towards the cheapest column at the current prices, which are the centre plus `penalty` × (use − supply),
/// clipped at 0; after each pass the prices become the new centre.
///
/// - Source: Rockafellar 1976, doi:10.1287/moor.1.2.97 (method of multipliers); Ruszczyński 1995,
///   doi:10.1287/moor.20.3.634 (block-wise augmented Lagrangian); Lacoste-Julien and Jaggi 2015, arXiv:1511.05932 (pairwise
///   steps).
package final class ProximalDual: DualMethod {
    /// Settings measured on towns of 10 to 150 agents.
    package struct Settings {
        /// The measured settings.
        package init() {}

        /// The measured settings without some techniques.
        init(switchedOff: Set<Technique>) {
            if switchedOff.contains(.secondNightStep) { nightSteps = 1 }
            if switchedOff.contains(.poolSteps) { poolSteps = 0 }
            shortensSteps = !switchedOff.contains(.shortSteps)
            halvesPenalty = !switchedOff.contains(.penaltyHalving)
            hasFirstPrices = !switchedOff.contains(.firstPrices)
        }

        /// Penalty in mean costs of one missing team per agent missing.
        package var penalty = 4.0
        /// Priced steps per night block and muster in a pass.
        package var nightSteps = 2
        /// Steps over the known columns per class and pass, after the priced one.
        package var poolSteps = 4
        /// Passes between two exact evaluations.
        var evaluationInterval = 5
        /// Classes priced at one set of prices; independent of the number of threads, so that results are too.
        var batchSize = 8
        /// Whether steps get shorter where the bound stalls.
        var halvesPenalty = true
        /// Whether steps are shorter where little stays uncovered.
        var shortensSteps = true
        /// Whether to start from what each duty could cover, rather than from nothing.
        var hasFirstPrices = true
        /// Evaluations without a better bound after which a run ends.
        var patience = 24
        /// Columns kept per block beside those in use.
        var poolLimit = 40
    }

    struct ActiveColumn {
        var column: DualColumn
        var weight: Double
        var lastUsed: Int
        /// Duties by day of a line; nil for staffings and musters.
        var duties: [Int?]?
    }

    let evaluator: DualEvaluator
    let problem: PlanProblem
    let model: CoverModel
    let settings: Settings
    var penalty: Double
    /// Penalty with which dives and cuts begin.
    var firstPenalty: Double
    /// Centre of the prices and use minus supply, by row.
    var centre: [Double]
    var excess: [Double]
    /// Mixtures of the night blocks, the musters and the classes, in this order.
    var mixtures: [[ActiveColumn]] = []
    /// How often each block counts: members of a class whose lines are open; 0 for a block that a dive has settled.
    var copies: [Double]
    /// Use minus supply of what dives have settled, by row.
    var settled: [Double]
    /// Whether lines are priced for a roster and not for a bound.
    var isRounding = false
    var stalled = 0
    private var lastBest = Int.min

    private var best: DualPoint?
    /// The best bound so far in price units.
    var bestBound: Int { best?.exactBound ?? Int.min }
    var passes = 0
    var isConverged = false

    /// Columns in use or in the pools.
    private var columnCount: Int { mixtures.reduce(0) { $0 + $1.count } }
    /// Columns of positive weight by block, muster and class, the heaviest first.
    var columnsInUse: [[DualColumn]] {
        mixtures.map { columns in
            columns.filter { $0.weight > 0 }.sorted { $0.weight > $1.weight }.map(\.column)
        }
    }
    package var program: LinearProgram {
        MasterProgram(evaluator, columns: mixtures.map { $0.map(\.column) }).program
    }
    var firstMuster: Int { model.blocks.count }
    var firstClass: Int { model.blocks.count + model.musters.count }

    /// Starts from prices.
    ///
    /// - Parameter start: Prices by row to start from, in units of the objective; by default a share of what each duty
    ///   could cover.
    package init(evaluator: DualEvaluator, settings: Settings = Settings(), start: [Double]? = nil) {
        self.evaluator = evaluator
        self.settings = settings
        problem = evaluator.problem
        model = evaluator.model
        let model = evaluator.model
        let slots = model.tableOfSlot.filter { $0 >= 0 }
        let mean =
            slots.isEmpty
            ? 1
            : slots.reduce(0.0) { sum, table in
                let table = model.tables[Int(table)]
                return sum + table.meanTeamCost
            } / Double(slots.count)
        penalty = max(1e-6, settings.penalty * mean)
        firstPenalty = penalty
        centre =
            start
            ?? (settings.hasFirstPrices
                ? Self.bestShare(of: Self.firstPrices(model), evaluator) : Array(repeating: 0, count: model.priceCount))
        excess = Array(repeating: 0, count: model.priceCount)
        settled = excess
        copies =
            Array(repeating: 1, count: model.blocks.count + model.musters.count)
            + problem.boundClasses.map { Double($0.agents.count) }
        placeFirstColumns()
    }

    /// Average price of what an agent brings in the slots of each row, halved; a duty costs what its presence is worth.
    private static func firstPrices(_ model: CoverModel) -> [Double] {
        var prices = Array(repeating: 0.0, count: model.priceCount)
        /// Price of an agent by block and row.
        var worth: [[Double]] = []
        for block in model.blocks {
            let width = block.rowTypes.count
            var ofRows = Array(repeating: 0.0, count: width)
            for row in 0..<width {
                // The largest saving per agent among staffings that use the row.
                var most = 0.0
                for staffing in 0..<block.count where block.uses[staffing * width + row] > 0 {
                    let people = (0..<width).reduce(0) { $0 + Int(block.uses[staffing * width + $1]) }
                    most = max(most, Double(block.costs[0] - block.costs[staffing]) / Double(people))
                }
                for level in block.levels(ofRow: row) { prices[Int(level)] = 0.5 * most }
                ofRows[row] = 0.5 * most
            }
            if let label = block.label {
                for combination in 0..<label.count {
                    prices[label.firstPrice + combination] = zip(label.rows, zip(label.most, label.strides)).reduce(0) {
                        $0 + ofRows[$1.0] * Double(combination / $1.1.1 % ($1.1.0 + 1))
                    }
                }
            }
            worth.append(ofRows)
        }
        for group in model.groups {
            prices[Int(group.price)] = group.places.reduce(0) { $0 + worth[$1.block][$1.row] }
        }
        return prices
    }

    /// The share of given prices that proves most: where nearly everything is covered, prices are low.
    private static func bestShare(of prices: [Double], _ evaluator: DualEvaluator) -> [Double] {
        var best = (bound: Int.min, prices: prices)
        var share = 1.0
        for _ in 0..<6 {
            let shares = prices.map { $0 * share }
            let bound = evaluator.evaluate(evaluator.rounded(shares)).point.exactBound
            // The bound is concave in the share.
            if bound < best.bound { break }
            best = (bound, shares)
            share *= 0.5
        }
        return best.prices
    }

    private func placeFirstColumns() {
        let prices = evaluator.rounded(centre)
        for number in 0..<firstClass {
            mixtures.append([ActiveColumn(column: priced(number, prices), weight: 1, lastUsed: 0)])
        }
        let costs = evaluator.dutyCosts(prices)
        let lines = evaluator.priceLines(Array(problem.boundClasses.indices), dutyCosts: costs)
        for (line, agents) in zip(lines, problem.boundClasses) {
            mixtures.append([
                ActiveColumn(
                    column: model.column(line, type: agents.type), weight: 1, lastUsed: 0, duties: line.duties)
            ])
        }
        recount()
    }

    @inline(__always)
    private func price(_ row: Int) -> Double {
        let price = centre[row] + penalty * excess[row]
        return evaluator.isFree(row) ? price : max(0, price)
    }

    /// The cheapest column of a night block or a muster.
    private func priced(_ number: Int, _ prices: [Int32]) -> DualColumn {
        if number < firstMuster { return column(cheapestStaffing(number, prices), of: number, prices) }
        let muster = model.musters[number - firstMuster]
        return muster.column(muster.cheapest(model.groups, prices: prices).choice, model.groups)
    }

    private func cheapestStaffing(_ number: Int, _ prices: [Int32]) -> Int {
        model.blocks[number]
            .cheapest(prices: prices, scale: evaluator.scale, cuts: evaluator.blockCuts[number]).staffing
    }

    /// The column of a staffing.
    func column(_ staffing: Int, of number: Int, _ prices: [Int32]) -> DualColumn {
        model.blocks[number].column(staffing, prices: prices, cuts: evaluator.blockCuts[number])
    }

    package func run(
        passLimit: Int, shouldStop: @escaping @Sendable () -> Bool, onPoint: (DualProgress) -> Void
    ) {
        repeat {
            pass(shouldStop: shouldStop)
            onPoint(DualProgress(best: best, passes: passes, columns: columnCount))
        } while !isConverged && passes < passLimit && !shouldStop()
    }

    /// Steps of every night block and muster, then of every class.
    ///
    /// - Parameters:
    ///   - evaluates: Whether the bound is derived where it is time to.
    ///   - pricesLines: Whether classes get new lines; otherwise they take steps over those they know.
    func pass(shouldStop: () -> Bool, evaluates: Bool = true, pricesLines: Bool = true) {
        if evaluates, !isRounding, passes % settings.evaluationInterval == 0 { evaluate() }
        var prices = Array(repeating: Int32(0), count: evaluator.rowCount)
        for _ in 0..<settings.nightSteps {
            for number in 0..<firstClass { improve(night: number, &prices) }
        }
        if !pricesLines {
            for block in firstClass..<mixtures.count where copies[block] > 0 {
                for _ in 0..<settings.poolSteps { step(block, towards: nil) }
            }
        }
        var first = 0
        while pricesLines, first < problem.boundClasses.count {
            if shouldStop() { break }
            priceAndImprove(
                (first..<min(first + settings.batchSize, problem.boundClasses.count)).filter {
                    copies[firstClass + $0] > 0
                })
            first += settings.batchSize
        }
        for row in centre.indices { centre[row] = price(row) }
        passes += 1
        if passes % 20 == 0 { recount() }
    }

    /// Evaluates the centre exactly and offers the cheapest lines to the pools.
    private func evaluate() {
        let (point, priced) = evaluator.evaluate(evaluator.rounded(centre))
        if point.exactBound > (best?.exactBound ?? Int.min) { best = point }
        for (number, line) in priced.enumerated() {
            _ = insert(line, of: number)
        }
        // Converged when the bound has stopped rising, even with shorter steps.
        let current = best?.exactBound ?? 0
        let tolerance = max(1, abs(current) / 20_000)
        if current > lastBest &+ tolerance || lastBest == Int.min {
            lastBest = current
            stalled = 0
        } else {
            stalled += 1
            if stalled % 6 == 0, settings.halvesPenalty { penalty *= 0.5 }
            if stalled >= settings.patience { isConverged = true }
        }
        if current >= model.demand * evaluator.scale { isConverged = true }
        if passes == Self.settlingPass, settings.shortensSteps { shortenSteps() }
    }

    /// Where little stays uncovered prices are low, and long steps would only throw them about.
    private func shortenSteps() {
        let share = Double(bestBound) / Double(max(1, model.demand * evaluator.scale))
        let factor = min(1, max(Self.shortestSteps, share / Self.shareOfLongSteps))
        penalty *= factor
        firstPenalty *= factor
    }

    /// Pass at which the bound says how much stays uncovered.
    private static let settlingPass = 50
    /// Share of the demand uncovered from which steps keep their length.
    private static let shareOfLongSteps = 0.08
    private static let shortestSteps = 0.25

    /// A step of a night block or a muster.
    ///
    /// - Parameter prices: Space for rounded prices; only rows that the block touches are filled in.
    private func improve(night number: Int, _ prices: inout [Int32]) {
        guard copies[number] > 0 else { return }
        @inline(__always)
        func fill(_ row: Int) { prices[row] = evaluator.rounded(price(row), row: row) }
        if number < firstMuster {
            let block = model.blocks[number]
            for row in block.firstPrice..<block.firstPrice + block.priceCount { fill(row) }
            for cut in evaluator.blockCuts[number] { fill(cut.row) }
        } else {
            for row in model.musters[number - firstMuster].priceRows { fill(Int(row)) }
        }
        step(number, towards: insertCheapest(number, prices))
    }

    /// Position of the cheapest column of a night block or a muster in its pool, added when new.
    private func insertCheapest(_ number: Int, _ prices: [Int32]) -> Int {
        guard number < firstMuster else { return insert(evaluator.timed { priced(number, prices) }, into: number) }
        let staffing = evaluator.timed { cheapestStaffing(number, prices) }
        // Without a label each staffing has one column.
        if model.blocks[number].label == nil,
            let known = mixtures[number].firstIndex(where: { $0.column.staffing == staffing })
        {
            return known
        }
        return insert(column(staffing, of: number, prices), into: number)
    }

    private func priceAndImprove(_ batch: [Int]) {
        var current = Array(repeating: 0.0, count: evaluator.rowCount)
        for row in current.indices { current[row] = price(row) }
        let costs = evaluator.dutyCosts(evaluator.rounded(current))
        let priced = evaluator.priceLines(batch, dutyCosts: costs, isForRoster: isRounding)
        for (number, line) in zip(batch, priced) {
            let block = firstClass + number
            step(block, towards: insert(line, of: number))
            for _ in 0..<settings.poolSteps { step(block, towards: nil) }
        }
    }

    /// Position of a line in the pool of its class, added when new.
    private func insert(_ line: LinePricer.PricedLine, of number: Int) -> Int {
        insert(
            model.column(line, type: problem.boundClasses[number].type), into: firstClass + number, duties: line.duties)
    }

    /// Position of a column in the pool of its block, added when new.
    private func insert(_ column: DualColumn, into number: Int, duties: [Int?]? = nil) -> Int {
        if let known = mixtures[number].firstIndex(where: { $0.column.entries == column.entries }) { return known }
        // A column of no weight that has not helped for a while leaves the pool.
        if mixtures[number].count > settings.poolLimit {
            let passes = passes
            mixtures[number].removeAll { $0.weight == 0 && $0.lastUsed + 10 < passes }
        }
        mixtures[number].append(ActiveColumn(column: column, weight: 0, lastUsed: passes, duties: duties))
        return mixtures[number].count - 1
    }

    /// Settles one copy of a block at a column: it no longer changes.
    func settle(_ number: Int, at column: DualColumn) {
        for entry in column.entries { settled[Int(entry.row)] += Double(entry.value) }
        copies[number] -= 1
    }

    /// Recomputes use minus supply from the weights, so that rounding does not add up.
    func recount() {
        excess = settled
        for (cut, row) in zip(evaluator.cuts, model.priceCount...) { excess[row] -= Double(cut.limit) }
        for number in mixtures.indices where copies[number] > 0 {
            let total = mixtures[number].reduce(0) { $0 + $1.weight }
            for index in mixtures[number].indices {
                mixtures[number][index].weight /= total
                let weight = mixtures[number][index].weight * copies[number]
                guard weight > 0 else { continue }
                for entry in mixtures[number][index].column.entries {
                    excess[Int(entry.row)] += weight * Double(entry.value)
                }
            }
        }
    }
}

extension SlotCostTable {
    /// Cost of the first missing team, taken over the whole need: cost of nobody divided by the largest useful number of
    /// teams.
    var meanTeamCost: Double {
        let agents = caps.reduce(0, +)
        return Double(cost[0]) / Double(max(1, agents / max(1, teamSize)))
    }
}
