import RosterModel

/// Proximal dual: augmented Lagrangian on the duty rows, minimised block by block with pairwise Frank-Wolfe steps over whole
/// staffings and whole lines.
///
/// Minimises Σ cost of staffings + Σ over rows of (max(0, λ̄ + μ (use − supply))² − λ̄²) / 2μ over convex weights of
/// staffings and lines; after each pass the prices are recentred, λ̄ ← max(0, λ̄ + μ (use − supply)). This is a proximal
/// point method in the dual whose limit is the Dantzig-Wolfe bound. No floating-point figure of it is ever claimed: bounds
/// come from ``DualEvaluator`` at rounded prices.
///
/// - Source: Boland et al. 2018, doi:10.1137/16M1076290 (Frank-Wolfe inside an augmented Lagrangian); Lacoste-Julien and
///   Jaggi 2015, arXiv:1511.05932 (pairwise steps).
package final class ProximalDual: DualMethod {
    /// Settings measured on towns of 10 to 150 agents.
    package struct Settings {
        /// The measured settings.
        package init() {}

        /// Penalty in mean costs of one missing team per agent missing.
        var penalty = 0.5
        /// Pairwise steps per night block and pass.
        var blockSteps = 2
        /// Steps over the known lines per class and pass, after the priced one.
        var poolSteps = 2
        /// Passes between two exact evaluations.
        var evaluationInterval = 5
        /// Classes priced at one set of prices; independent of the number of threads, so that results are too.
        var batchSize = 8
        /// Lines kept per class.
        var poolLimit = 40
    }

    private struct ActiveStaffing {
        let staffing: Int
        var weight: Double
    }

    private struct ActiveLine {
        let rows: [Int32]
        var weight: Double
        var lastUsed: Int
    }

    private let evaluator: DualEvaluator
    private let problem: PlanProblem
    private let model: CoverModel
    private let settings: Settings
    private var penalty: Double
    /// Centre of the prices and use minus supply, by row.
    private var centre: [Double]
    private var excess: [Double]
    private var staffings: [[ActiveStaffing]]
    private var lines: [[ActiveLine]]
    private var stalled = 0
    private var lastBest = Int.min

    private var best: DualPoint?
    private var passes = 0
    private var isConverged = false

    /// Lines and staffings in use or in the pools.
    private var columnCount: Int {
        lines.reduce(0) { $0 + $1.count } + staffings.reduce(0) { $0 + $1.count }
    }

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
        centre = start ?? Self.firstPrices(evaluator)
        excess = Array(repeating: 0, count: model.rowCount)
        staffings = []
        lines = []
        placeFirstColumns()
    }

    /// Average price of what an agent brings in the slots of each row, halved.
    private static func firstPrices(_ evaluator: DualEvaluator) -> [Double] {
        let model = evaluator.model
        var prices = Array(repeating: 0.0, count: model.rowCount)
        for block in model.blocks {
            let width = block.rows.count
            for row in 0..<width {
                // The largest saving per agent among staffings that use the row.
                var most = 0.0
                for staffing in 0..<block.count where block.uses[staffing * width + row] > 0 {
                    let people = (0..<width).reduce(0) { $0 + Int(block.uses[staffing * width + $1]) }
                    most = max(most, Double(block.costs[0] - block.costs[staffing]) / Double(people))
                }
                prices[block.rows.lowerBound + row] = 0.5 * most
            }
        }
        return prices
    }

    private func placeFirstColumns() {
        for block in model.blocks {
            let staffing = block.cheapest(at: Array(centre[block.rows])).staffing
            staffings.append([ActiveStaffing(staffing: staffing, weight: 1)])
            add(block, staffing, 1)
        }
        let costs = evaluator.dutyCosts(evaluator.rounded(centre))
        let priced = evaluator.priceLines(Array(problem.boundClasses.indices), dutyCosts: costs)
        for (number, line) in priced.enumerated() {
            let rows = rows(of: line, in: problem.boundClasses[number])
            lines.append([ActiveLine(rows: rows, weight: 1, lastUsed: 0)])
            for row in rows { excess[Int(row)] -= Double(problem.boundClasses[number].agents.count) }
        }
    }

    private func price(_ row: Int) -> Double { max(0, centre[row] + penalty * excess[row]) }

    private func add(_ block: NightBlock, _ staffing: Int, _ weight: Double) {
        let width = block.rows.count
        for row in 0..<width {
            excess[block.rows.lowerBound + row] += weight * Double(block.uses[staffing * width + row])
        }
    }

    /// Rows of a line, sorted.
    private func rows(of line: LinePricer.PricedLine, in agents: AgentClass) -> [Int32] {
        model.rows(of: line, type: agents.type).sorted()
    }

    package func run(
        passLimit: Int, shouldStop: @escaping @Sendable () -> Bool, onPoint: (DualProgress) -> Void
    ) {
        repeat {
            pass(shouldStop: shouldStop)
            onPoint(DualProgress(best: best, passes: passes, columns: columnCount))
        } while !isConverged && passes < passLimit && !shouldStop()
    }

    private func pass(shouldStop: () -> Bool) {
        if passes % settings.evaluationInterval == 0 { evaluate() }
        for block in model.blocks.indices { improve(block: block) }
        var first = 0
        while first < problem.boundClasses.count {
            if shouldStop() { break }
            let batch = Array(first..<min(first + settings.batchSize, problem.boundClasses.count))
            priceAndImprove(batch)
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
            _ = insert(rows(of: line, in: problem.boundClasses[number]), into: number)
        }
        // Converged when the bound has stopped rising, even with shorter steps.
        let current = best?.exactBound ?? 0
        let tolerance = max(1, abs(current) / 20_000)
        if current > lastBest &+ tolerance || lastBest == Int.min {
            lastBest = current
            stalled = 0
        } else {
            stalled += 1
            if stalled % 6 == 0 { penalty *= 0.5 }
            if stalled >= 24 { isConverged = true }
        }
        if current >= model.demand * evaluator.scale { isConverged = true }
    }

    private func improve(block number: Int) {
        let block = model.blocks[number]
        let width = block.rows.count
        guard width > 0 else { return }
        var prices = Array(repeating: 0.0, count: width)
        for _ in 0..<settings.blockSteps {
            for row in 0..<width { prices[row] = price(block.rows.lowerBound + row) }
            let (choice, best) = block.cheapest(at: prices)
            var worst = -Double.infinity
            var away = 0
            for (position, active) in staffings[number].enumerated() {
                let cost = block.cost(of: active.staffing, at: prices)
                if cost > worst {
                    worst = cost
                    away = position
                }
            }
            guard best < worst - 1e-9 else { return }
            let old = staffings[number][away].staffing
            var direction: [(row: Int, change: Double)] = []
            for row in 0..<width {
                let change = Int(block.uses[choice * width + row]) - Int(block.uses[old * width + row])
                if change != 0 { direction.append((block.rows.lowerBound + row, Double(change))) }
            }
            let step = lineSearch(
                slope: Double(block.costs[choice]) - Double(block.costs[old]), direction: direction,
                longest: staffings[number][away].weight)
            guard step > 0 else { return }
            for (row, change) in direction { excess[row] += step * change }
            staffings[number][away].weight -= step
            if let known = staffings[number].firstIndex(where: { $0.staffing == choice }) {
                staffings[number][known].weight += step
            } else {
                staffings[number].append(ActiveStaffing(staffing: choice, weight: step))
            }
            staffings[number].removeAll { $0.weight < 1e-9 }
        }
    }

    private func priceAndImprove(_ batch: [Int]) {
        var current = Array(repeating: 0.0, count: model.rowCount)
        for row in current.indices { current[row] = price(row) }
        let costs = evaluator.dutyCosts(evaluator.rounded(current))
        let priced = evaluator.priceLines(batch, dutyCosts: costs)
        for (number, line) in zip(batch, priced) {
            let position = insert(rows(of: line, in: problem.boundClasses[number]), into: number)
            step(class: number, towards: position)
            for _ in 0..<settings.poolSteps { step(class: number, towards: nil) }
            // A line of no weight that has not helped for a while leaves the pool.
            if lines[number].count > settings.poolLimit {
                let passes = passes
                lines[number].removeAll { $0.weight < 1e-9 && $0.lastUsed + 10 < passes }
            }
        }
    }

    /// Position of the line in the pool of its class, added when new.
    private func insert(_ rows: [Int32], into number: Int) -> Int {
        if let known = lines[number].firstIndex(where: { $0.rows == rows }) { return known }
        lines[number].append(ActiveLine(rows: rows, weight: 0, lastUsed: passes))
        return lines[number].count - 1
    }

    /// One pairwise step from the worst line in use to the given one, or to the best of the pool.
    private func step(class number: Int, towards target: Int?) {
        var bestValue = Double.infinity
        var best = target ?? 0
        var worstValue = -Double.infinity
        var worst = -1
        for (position, line) in lines[number].enumerated() {
            var value = 0.0
            for row in line.rows { value -= price(Int(row)) }
            if target == nil, value < bestValue {
                bestValue = value
                best = position
            } else if position == target {
                bestValue = value
            }
            if line.weight > 0, value > worstValue {
                worstValue = value
                worst = position
            }
        }
        guard worst >= 0, worst != best, bestValue < worstValue - 1e-9 else { return }
        let members = Double(problem.boundClasses[number].agents.count)
        // Rows of the old line gain excess, rows of the new one lose it; both lists are sorted.
        var direction: [(row: Int, change: Double)] = []
        let (old, new) = (lines[number][worst].rows, lines[number][best].rows)
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if right == new.count || (left < old.count && old[left] < new[right]) {
                direction.append((Int(old[left]), members))
                left += 1
            } else if left == old.count || new[right] < old[left] {
                direction.append((Int(new[right]), -members))
                right += 1
            } else {
                left += 1
                right += 1
            }
        }
        let step = lineSearch(slope: 0, direction: direction, longest: lines[number][worst].weight)
        guard step > 0 else { return }
        for (row, change) in direction { excess[row] += step * change }
        lines[number][worst].weight -= step
        if lines[number][worst].weight < 1e-9 { lines[number][worst].weight = 0 }
        lines[number][best].weight += step
        lines[number][best].lastUsed = passes
    }

    /// Minimum over `0...longest` of the augmented Lagrangian along a direction: a convex, piecewise quadratic function whose
    /// derivative is found by Newton steps kept inside a shrinking bracket.
    private func lineSearch(slope: Double, direction: [(row: Int, change: Double)], longest: Double) -> Double {
        func derivative(_ step: Double) -> (value: Double, curvature: Double) {
            var value = slope
            var curvature = 0.0
            for (row, change) in direction {
                let price = centre[row] + penalty * (excess[row] + step * change)
                if price > 0 {
                    value += change * price
                    curvature += penalty * change * change
                }
            }
            return (value, curvature)
        }
        var (low, high) = (0.0, longest)
        if derivative(longest).value <= 0 { return longest }
        var step = 0.0
        for _ in 0..<30 {
            let (value, curvature) = derivative(step)
            if abs(value) < 1e-9 { break }
            if value < 0 { low = step } else { high = step }
            var next = curvature > 0 ? step - value / curvature : (low + high) / 2
            if next <= low || next >= high { next = (low + high) / 2 }
            if abs(next - step) < 1e-12 { break }
            step = next
        }
        return max(0, min(longest, step))
    }

    /// Recomputes use minus supply from the weights, so that rounding does not add up.
    private func recount() {
        for row in excess.indices { excess[row] = 0 }
        for (number, block) in model.blocks.enumerated() {
            let total = staffings[number].reduce(0) { $0 + $1.weight }
            for index in staffings[number].indices {
                staffings[number][index].weight /= total
                add(block, staffings[number][index].staffing, staffings[number][index].weight)
            }
        }
        for (number, agents) in problem.boundClasses.enumerated() {
            let total = lines[number].reduce(0) { $0 + $1.weight }
            for index in lines[number].indices {
                lines[number][index].weight /= total
                let supply = lines[number][index].weight * Double(agents.agents.count)
                for row in lines[number][index].rows { excess[Int(row)] -= supply }
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
