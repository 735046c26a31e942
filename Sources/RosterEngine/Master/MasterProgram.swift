import LinearProgramming
import RosterModel

/// The restricted master over known columns, as a linear program for other solvers.
///
/// One variable for each column: the share of a staffing or a muster in its block, or how many agents of a class work a line.
/// One row for each priced row that some column touches (use − supply ≤ 0, or = 0 where prices have either sign), one for each
/// limit on whole teams, and one for each block, muster and class (convexity). The objective is the level or the late minutes that
/// stay uncovered. With all columns that there are its value is the bound before rounding; with the known ones it is no less.
/// Names say dates, sectors and shifts, and no agent.
struct MasterProgram {
    private let evaluator: DualEvaluator
    private(set) var program = LinearProgram()

    /// - Parameter columns: Known columns by night block, muster and class, in this order.
    init(_ evaluator: DualEvaluator, columns: [[DualColumn]]) {
        self.evaluator = evaluator
        let used = columns.reduce(into: Set<Int32>()) { used, list in
            for column in list { used.formUnion(column.entries.map(\.row)) }
        }
        let names = rowNames
        var rows: [Int32: ConstraintID] = [:]
        for row in used.sorted() {
            let number = Int(row)
            let limit = number < names.count ? 0 : evaluator.cuts[number - names.count].limit
            rows[row] = program.addConstraint(
                lower: evaluator.isFree(number) ? 0 : -.infinity, upper: Double(limit),
                name: number < names.count ? names[number] : "teams_\(number - names.count + 1)")
        }
        let classes = evaluator.problem.boundClasses
        for ((block, name), list) in zip(blockNames.enumerated(), columns) {
            let first = columns.count - classes.count
            let copies = Double(block < first ? 1 : classes[block - first].agents.count)
            let convexity = program.addConstraint(lower: copies, upper: copies, name: name)
            for (number, column) in list.enumerated() {
                program.add(
                    LPColumn(
                        cost: Double(column.cost), name: "\(name)_\(number + 1)",
                        entries: [LPColumn.Entry(convexity, 1)]
                            + column.entries.compactMap { entry in
                                rows[entry.row].map { LPColumn.Entry($0, Double(entry.value)) }
                            }))
            }
        }
    }

    private func date(_ day: Int) -> String { evaluator.problem.scenario.axis.date(ofDay: day).iso }

    private func sector(_ number: Int) -> String { evaluator.problem.scenario.sectors[number].id }

    /// Names of the priced rows of the model.
    private var rowNames: [String] {
        let (model, problem) = (evaluator.model, evaluator.problem)
        var names = Array(repeating: "", count: model.priceCount)
        for block in model.blocks {
            for row in block.rowTypes.indices {
                for (level, price) in block.levels(ofRow: row).enumerated() {
                    names[Int(price)] =
                        "present_\(date(block.day))_\(sector(block.sector))_\(block.segment.lowerBound)_\(row + 1)_\(level + 1)"
                }
            }
            if let label = block.label {
                for combination in 0..<label.count {
                    names[label.firstPrice + combination] =
                        "rounds_\(date(block.day))_\(sector(block.sector))_\(combination)"
                }
            }
        }
        for group in model.groups {
            let duties = group.duties.map { number in
                let duty = problem.duties[number]
                let shift = problem.scenario[duty.shift].id
                return duty.sector.map { "\(shift)_\(sector($0.value))" } ?? shift
            }
            names[Int(group.price)] = "duty_\(date(group.day))_\(group.type + 1)_" + duties.joined(separator: "_")
        }
        return names
    }

    /// Names of night blocks, musters and classes.
    private var blockNames: [String] {
        let model = evaluator.model
        return model.blocks.map { "night_\(date($0.day))_\(sector($0.sector))_\($0.segment.lowerBound)" }
            + model.musters.enumerated().map { "muster_\(date($0.element.day))_\($0.offset + 1)" }
            + evaluator.problem.boundClasses.indices.map { "lines_\($0 + 1)" }
    }
}
