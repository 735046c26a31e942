package import LinearProgramming
import RosterModel

/// Column generation with a restricted master problem solved by a simplex method.
///
/// One row per priced row (supply − use ≥ 0), one per night block, muster and class of agents (convexity). Prices are smoothed
/// towards the best ones known, with the weight adapted by mis-pricing. Bounds come from ``DualEvaluator`` alone.
///
/// Alone it is a method of its own, right for small masters. After a proximal dual it is a crossover: it begins with the
/// columns in use there, near those prices (``PriceBox``), and without the rows that have no price; such a row enters as soon
/// as a solution of the master breaks it. The master is feasible at every moment, so that its value is an upper bound of the
/// linear program, found without the proximal dual's arithmetic.
///
/// - Source: Wentges 1997, doi:10.1016/S0969-6016(97)00001-4; Pessoa, Sadykov, Uchoa, Vanderbeck 2018,
///   doi:10.1287/ijoc.2017.0784 (smoothing with adapted weight); Babonneau, du Merle, Vial 2006 (only rows that are likely to
///   have a price take part).
package final class SimplexMaster: DualMethod {
    private let evaluator: DualEvaluator
    private let problem: PlanProblem
    private let model: CoverModel
    private let solver: any IncrementalLPSolver
    private let start: ProximalDual?
    private let startPasses: Int
    /// Columns are scaled so that costs are small numbers, whatever the grid and weights.
    private let costUnit: Double
    /// Members by night block, muster and class: how often each counts.
    private let copies: [Int]

    private var best: DualPoint?
    private var bestPrices: [Double] = []
    private var passes = 0
    private var value: Double?
    /// Columns of the master with their blocks and variables.
    private var columns: [(column: DualColumn, block: Int, variable: VariableID)] = []
    /// Row of the master by priced row; nil while it is left out.
    private var rows: [ConstraintID?] = []
    /// Convexity row by night block, muster and class.
    private var convexity: [ConstraintID] = []
    private var box: PriceBox?

    /// Largest distance between value and bound, relative to the value, at which the linear program counts as solved.
    private static let tolerance = 1e-4

    /// Prepares a master.
    ///
    /// - Parameters:
    ///   - start: A method to run first, whose columns and prices the master takes over; nil begins from nothing.
    ///   - startPasses: Most passes of that method.
    package init(
        evaluator: DualEvaluator, solver: any IncrementalLPSolver, start: ProximalDual? = nil, startPasses: Int = .max
    ) {
        self.evaluator = evaluator
        self.solver = solver
        self.start = start
        self.startPasses = startPasses
        problem = evaluator.problem
        model = evaluator.model
        costUnit = Double(max(1, evaluator.model.step))
        copies =
            Array(repeating: 1, count: evaluator.model.blocks.count + evaluator.model.musters.count)
            + evaluator.problem.boundClasses.map(\.agents.count)
    }

    package var program: LinearProgram {
        var known: [[DualColumn]] = Array(repeating: [], count: copies.count)
        for (column, block, _) in columns { known[block].append(column) }
        return MasterProgram(evaluator, columns: known).program
    }

    package func run(
        passLimit: Int, shouldStop: @escaping @Sendable () -> Bool, onPoint: (DualProgress) -> Void
    ) throws {
        var known: [[DualColumn]] = Array(repeating: [], count: copies.count)
        if let start {
            start.run(passLimit: min(passLimit, startPasses), shouldStop: shouldStop) { now in
                best = now.best
                passes = now.passes
                onPoint(now)
            }
            known = start.columnsInUse
        }
        let zero = Array(repeating: Int32(0), count: model.priceCount)
        let first = best ?? evaluator.evaluate(zero).point
        best = first
        bestPrices = first.prices.map { Double($0) / Double(first.scale) }
        guard !shouldStop() else { return }

        // A column for every block, muster and class makes the master feasible.
        for (number, block) in model.blocks.enumerated() {
            known[number].append(block.column(0, prices: zero, cuts: []))
        }
        for (number, muster) in model.musters.enumerated() {
            let nobody = NightMuster.Choice(agents: [], combinations: muster.views.map { _ in 0 })
            known[model.blocks.count + number].append(muster.column(nobody, model.groups))
        }
        for (number, line) in evaluator.evaluate(first.prices).lines.enumerated() {
            known[model.blocks.count + model.musters.count + number].append(
                model.column(line, type: problem.boundClasses[number].type))
        }

        var program = LinearProgram()
        rows = (0..<model.priceCount).map { row in
            let isLeftOut = start != nil && !model.isFree[row] && first.prices[row] == 0
            return isLeftOut ? nil : program.addConstraint(lower: 0, upper: model.isFree[row] ? 0 : .infinity)
        }
        // After the priced rows: with these first, GLPK stalled on the master of a small town.
        convexity = copies.map { program.addConstraint(lower: Double($0), upper: Double($0)) }
        for (block, list) in known.enumerated() {
            for column in list { columns.append((column, block, program.add(lpColumn(column, of: block)))) }
        }
        if start != nil {
            box = PriceBox(rows, prices: bestPrices.map { $0 / costUnit }, isFree: model.isFree, in: &program)
        }
        let size = (variables: program.variables.count, constraints: program.constraints.count)
        try solver.withSession(program) { session in
            if let box { try session.setBasis(self.firstBasis(box, size)) }
            try self.generate(session, passLimit: passLimit, shouldStop: shouldStop, onPoint: onPoint)
        }
    }

    /// The first column of each block, which is the heaviest where a method has run before, and the box for what is then out
    /// of balance.
    private func firstBasis(_ box: PriceBox, _ size: (variables: Int, constraints: Int)) -> Basis {
        var basic: [VariableID] = []
        var balance = Array(repeating: 0.0, count: model.priceCount)
        var last = -1
        for (column, block, variable) in columns where block != last {
            last = block
            basic.append(variable)
            for entry in column.entries { balance[Int(entry.row)] -= Double(copies[block]) * Double(entry.value) }
        }
        let (variables, slack) = box.basis(balance)
        return Basis(
            variableCount: size.variables, constraintCount: size.constraints, basicVariables: basic + variables,
            basicConstraints: slack)
    }

    private func generate(
        _ session: any IncrementalLPSession, passLimit: Int, shouldStop: @escaping @Sendable () -> Bool,
        onPoint: (DualProgress) -> Void
    ) throws {
        var smoothing = 0.5
        let limits = SolveLimits(stop: shouldStop)
        let passesBefore = passes
        func isOver() -> Bool { passes - passesBefore >= passLimit || shouldStop() || isSolved }
        // The first basis is primal feasible when there is a box, else dual feasible.
        var method = box == nil ? SimplexMethod.automatic : .primal
        while !isOver() {
            var solution = try session.solve(limits: limits, method: method)
            method = .automatic
            while solution.termination == .optimal, try addBrokenRows(session, solution) {
                solution = try session.solve(limits: limits)
            }
            guard solution.termination == .optimal else { return }
            let bought = try box?.widen(session, solution) ?? (isUsed: false, cost: 0)
            if !bought.isUsed {
                value = min(value ?? .infinity, (solution.objective - bought.cost) * costUnit)
                onPoint(DualProgress(best: best, passes: passes, columns: columns.count, value: value))
            }
            let out = rows.enumerated().map { number, row -> Double in
                guard let dual = row.map({ solution.duals[$0] * costUnit }) else { return 0 }
                return model.isFree[number] ? dual : max(0, dual)
            }
            while !isOver() {
                let separation = zip(bestPrices, out).map { smoothing * $0 + (1 - smoothing) * $1 }
                let (priced, point) = price(separation)
                passes += 1
                let isBetter = point.exactBound > (best?.exactBound ?? Int.min)
                if isBetter {
                    best = point
                    bestPrices = separation
                }
                let improving = priced.enumerated().filter { isImproving($0.element, of: $0.offset, solution) }
                if !improving.isEmpty {
                    let added = try session.addVariables(improving.map { lpColumn($0.element, of: $0.offset) })
                    for (new, variable) in zip(improving, added) { columns.append((new.element, new.offset, variable)) }
                }
                onPoint(DualProgress(best: best, passes: passes, columns: columns.count, value: value))
                if !improving.isEmpty {
                    if smoothing > 0 { smoothing = isBetter ? min(0.9, smoothing + 0.02) : max(0.1, smoothing - 0.02) }
                    break
                }
                if smoothing == 0 {
                    // No column improves at the master's own prices: with a box that is in use, only wider ones can.
                    if bought.isUsed { break }
                    return
                }
                // A mis-price: nothing found at the smoothed prices says nothing about the master's own.
                smoothing = smoothing < 0.11 ? 0 : smoothing - 0.1
            }
        }
    }

    /// Whether the value of the master and the bound meet.
    private var isSolved: Bool {
        guard let value, let best else { return false }
        return value - Double(best.exactBound) / Double(best.scale) <= Self.tolerance * abs(value)
    }

    /// The cheapest column of every block, muster and class at some prices, in this order, and the bound of the prices.
    private func price(_ prices: [Double]) -> (columns: [DualColumn], point: DualPoint) {
        let rounded = evaluator.rounded(prices)
        let (point, lines) = evaluator.evaluate(rounded)
        var columns: [DualColumn] = []
        columns.reserveCapacity(copies.count)
        for block in model.blocks {
            let staffing = evaluator.timed { block.cheapest(prices: rounded, scale: evaluator.scale).staffing }
            columns.append(block.column(staffing, prices: rounded, cuts: []))
        }
        for muster in model.musters {
            let choice = evaluator.timed { muster.cheapest(model.groups, prices: rounded).choice }
            columns.append(muster.column(choice, model.groups))
        }
        for (number, line) in lines.enumerated() {
            columns.append(model.column(line, type: problem.boundClasses[number].type))
        }
        return (columns, point)
    }

    /// Adds those of the rows left out that a solution breaks; false when it breaks none.
    private func addBrokenRows(_ session: any IncrementalLPSession, _ solution: LPSolution) throws -> Bool {
        guard rows.contains(nil) else { return false }
        var excess = Array(repeating: 0.0, count: model.priceCount)
        for (column, _, variable) in columns where solution[variable] > 0 {
            for entry in column.entries { excess[Int(entry.row)] += solution[variable] * Double(entry.value) }
        }
        let broken = rows.indices.filter { rows[$0] == nil && excess[$0] > 1e-6 }
        guard !broken.isEmpty else { return false }
        var position = Array(repeating: -1, count: model.priceCount)
        for (number, row) in broken.enumerated() { position[row] = number }
        var added = broken.map { _ in LPRow(lower: 0) }
        for (column, _, variable) in columns {
            for entry in column.entries where position[Int(entry.row)] >= 0 {
                added[position[Int(entry.row)]].entries.append(LPRow.Entry(variable, -Double(entry.value)))
            }
        }
        for (row, id) in zip(broken, try session.addConstraints(added)) { rows[row] = id }
        return true
    }

    private func isImproving(_ column: DualColumn, of block: Int, _ solution: LPSolution) -> Bool {
        let cost = Double(column.cost) / costUnit
        let reduced = column.entries.reduce(cost - solution.duals[convexity[block]]) { sum, entry in
            rows[Int(entry.row)].map { sum + solution.duals[$0] * Double(entry.value) } ?? sum
        }
        return reduced < -1e-6 * max(1, abs(cost))
    }

    /// A column as the master has it; rows of the program are supply − use.
    private func lpColumn(_ column: DualColumn, of block: Int) -> LPColumn {
        LPColumn(
            cost: Double(column.cost) / costUnit,
            entries: [LPColumn.Entry(convexity[block], 1)]
                + column.entries.compactMap { entry in
                    rows[Int(entry.row)].map { LPColumn.Entry($0, -Double(entry.value)) }
                })
    }
}
