package import LinearProgramming
import RosterModel

/// Column generation with a restricted master problem solved by a simplex method.
///
/// One row per duty row (supply − use ≥ 0), one per block and one per class of agents (convexity). Prices are smoothed towards
/// the best ones known, with the weight adapted by mis-pricing. Bounds come from ``DualEvaluator`` alone.
///
/// - Source: Wentges 1997, doi:10.1016/S0969-6016(97)00001-4; Pessoa, Sadykov, Uchoa, Vanderbeck 2018,
///   doi:10.1287/ijoc.2017.0784 (smoothing with adapted weight).
package final class SimplexMaster: DualMethod {
    private let evaluator: DualEvaluator
    private let problem: PlanProblem
    private let model: CoverModel
    private let solver: any IncrementalLPSolver
    /// Columns are scaled so that costs are small numbers, whatever the grid and weights.
    private let costUnit: Double

    private var best: DualPoint?
    private var bestPrices: [Double] = []
    private var passes = 0
    private var columns = 0
    private var known = Set<[Int32]>()

    package init(evaluator: DualEvaluator, solver: any IncrementalLPSolver) {
        self.evaluator = evaluator
        self.solver = solver
        problem = evaluator.problem
        model = evaluator.model
        costUnit = Double(max(1, evaluator.model.step))
    }

    private var blockRow: Int { model.rowCount }
    private var classRow: Int { model.rowCount + model.blocks.count }

    package func run(
        passLimit: Int, shouldStop: @escaping @Sendable () -> Bool, onPoint: (DualProgress) -> Void
    ) throws {
        var program = LinearProgram()
        for _ in 0..<model.rowCount { program.addConstraint(lower: 0) }
        for _ in model.blocks { program.addConstraint(lower: 1, upper: 1) }
        for agents in problem.boundClasses {
            program.addConstraint(lower: Double(agents.agents.count), upper: Double(agents.agents.count))
        }
        // A first column for every block and class makes the master feasible.
        for block in model.blocks.indices { program.add(column(block: block, staffing: 0)) }
        let (first, lines) = evaluator.evaluate(Array(repeating: 0, count: model.rowCount))
        best = first
        bestPrices = Array(repeating: 0, count: model.rowCount)
        for (number, line) in lines.enumerated() { program.add(column(class: number, line: line)) }
        columns = program.variables.count
        try solver.withSession(program) { session in
            try self.generate(session, passLimit: passLimit, shouldStop: shouldStop, onPoint: onPoint)
        }
    }

    private func generate(
        _ session: any IncrementalLPSession, passLimit: Int, shouldStop: @escaping @Sendable () -> Bool,
        onPoint: (DualProgress) -> Void
    ) throws {
        var smoothing = 0.5
        let limits = SolveLimits(stop: shouldStop)
        var solution = try session.solve(limits: limits)
        while passes < passLimit, !shouldStop() {
            guard solution.termination == .optimal else { return }
            let out = (0..<model.rowCount).map { max(0, solution.duals[$0]) * costUnit }
            let separation = zip(bestPrices, out).map { smoothing * $0 + (1 - smoothing) * $1 }
            let rounded = evaluator.rounded(separation)
            let (point, lines) = evaluator.evaluate(rounded)
            passes += 1
            var added: [LPColumn] = []
            for (number, line) in lines.enumerated() {
                let candidate = column(class: number, line: line)
                if isImproving(candidate, solution) { added.append(candidate) }
            }
            for number in model.blocks.indices {
                for staffing in cheapest(block: number, prices: separation) {
                    let candidate = column(block: number, staffing: staffing)
                    if isImproving(candidate, solution) { added.append(candidate) }
                }
            }
            let isBetter = point.exactBound > (best?.exactBound ?? Int.min)
            if isBetter {
                best = point
                bestPrices = separation
            }
            onPoint(DualProgress(best: best, passes: passes, columns: columns))
            if added.isEmpty {
                // A mis-price: nothing found at the smoothed prices says nothing about the master's own.
                if smoothing == 0 { return }
                smoothing = smoothing < 0.11 ? 0 : smoothing - 0.1
                continue
            }
            columns += added.count
            try session.addVariables(added)
            solution = try session.solve(limits: limits)
            if smoothing > 0 { smoothing = isBetter ? min(0.9, smoothing + 0.02) : max(0.1, smoothing - 0.02) }
        }
    }

    private func isImproving(_ column: LPColumn, _ solution: LPSolution) -> Bool {
        solution.duals.reducedCost(of: column) < -1e-6 * max(1, abs(column.cost))
    }

    private func column(block number: Int, staffing: Int) -> LPColumn {
        let block = model.blocks[number]
        let width = block.rows.count
        var entries = [LPColumn.Entry(ConstraintID(blockRow + number), 1)]
        for row in 0..<width where block.uses[staffing * width + row] > 0 {
            entries.append(
                LPColumn.Entry(
                    ConstraintID(block.rows.lowerBound + row), -Double(block.uses[staffing * width + row])))
        }
        return LPColumn(cost: Double(block.costs[staffing]) / costUnit, entries: entries)
    }

    private func column(class number: Int, line: LinePricer.PricedLine) -> LPColumn {
        let agents = problem.boundClasses[number]
        var entries = [LPColumn.Entry(ConstraintID(classRow + number), 1)]
        for row in model.rows(of: line, type: agents.type) {
            entries.append(LPColumn.Entry(ConstraintID(Int(row)), 1))
        }
        return LPColumn(cost: 0, entries: entries)
    }

    /// The cheapest staffings of a block at the prices: the best and up to two more.
    private func cheapest(block number: Int, prices: [Double]) -> [Int] {
        let block = model.blocks[number]
        let costs = block.costs(at: Array(prices[block.rows]))
        return Array(costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(3))
    }
}
