package import LinearProgramming
import RosterModel

/// Column generation with a restricted master problem solved by a simplex method.
///
/// One row per priced row (supply − use ≥ 0), one per night block, muster and class of agents (convexity). Prices are smoothed towards
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

    private var blockRow: Int { model.priceCount }
    private var musterRow: Int { blockRow + model.blocks.count }
    private var classRow: Int { musterRow + model.musters.count }

    package func run(
        passLimit: Int, shouldStop: @escaping @Sendable () -> Bool, onPoint: (DualProgress) -> Void
    ) throws {
        var program = LinearProgram()
        for row in 0..<model.priceCount { program.addConstraint(lower: 0, upper: model.isFree[row] ? 0 : .infinity) }
        for _ in model.blocks { program.addConstraint(lower: 1, upper: 1) }
        for _ in model.musters { program.addConstraint(lower: 1, upper: 1) }
        for agents in problem.boundClasses {
            program.addConstraint(lower: Double(agents.agents.count), upper: Double(agents.agents.count))
        }
        let zero = Array(repeating: Int32(0), count: model.priceCount)
        // A first column for every block, muster and class makes the master feasible.
        for (number, block) in model.blocks.enumerated() {
            program.add(column(block.column(0, prices: zero, cuts: []), of: blockRow + number))
        }
        for (number, muster) in model.musters.enumerated() {
            let nobody = NightMuster.Choice(agents: [], combinations: muster.views.map { _ in 0 })
            program.add(column(muster.column(nobody, model.groups), of: musterRow + number))
        }
        let (first, lines) = evaluator.evaluate(Array(repeating: 0, count: model.priceCount))
        best = first
        bestPrices = Array(repeating: 0, count: model.priceCount)
        for (number, line) in lines.enumerated() {
            program.add(column(model.column(line, type: problem.boundClasses[number].type), of: classRow + number))
        }
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
            let out = (0..<model.priceCount).map {
                (model.isFree[$0] ? solution.duals[$0] : max(0, solution.duals[$0])) * costUnit
            }
            let separation = zip(bestPrices, out).map { smoothing * $0 + (1 - smoothing) * $1 }
            let rounded = evaluator.rounded(separation)
            let (point, lines) = evaluator.evaluate(rounded)
            passes += 1
            var added: [LPColumn] = []
            for (number, line) in lines.enumerated() {
                let candidate = column(
                    model.column(line, type: problem.boundClasses[number].type), of: classRow + number)
                if isImproving(candidate, solution) { added.append(candidate) }
            }
            for (number, block) in model.blocks.enumerated() {
                let staffing = evaluator.timed { block.cheapest(prices: rounded, scale: evaluator.scale).staffing }
                let candidate = column(block.column(staffing, prices: rounded, cuts: []), of: blockRow + number)
                if isImproving(candidate, solution) { added.append(candidate) }
            }
            for (number, muster) in model.musters.enumerated() {
                let choice = evaluator.timed { muster.cheapest(model.groups, prices: rounded).choice }
                let candidate = column(muster.column(choice, model.groups), of: musterRow + number)
                if isImproving(candidate, solution) { added.append(candidate) }
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

    /// A column of the master in a convexity row; rows of the program are supply − use.
    private func column(_ column: DualColumn, of convexity: Int) -> LPColumn {
        LPColumn(
            cost: Double(column.cost) / costUnit,
            entries: [LPColumn.Entry(ConstraintID(convexity), 1)]
                + column.entries.map { LPColumn.Entry(ConstraintID(Int($0.row)), -Double($0.value)) })
    }
}
