/// A lower bound of what the remaining days of a line cost, with most rules forgotten: the hours left and the length of
/// the run of worked days stay.
struct LineSavings {
    private let unit: Int
    private let width: Int
    private let runs: Int
    private let maximum: Int
    /// `least[(day * runs + run) * width + hours left in units]`
    private let table: [Int]

    init(_ program: LineProgram) {
        let steps = program.steps
        var unit = 0
        for step in steps.joined() { unit = Int.greatestDivisor(unit, step.work) }
        let days = steps.count
        let dearest = (0..<days).reduce(0) { $0 + (steps[$1].map(\.work).max() ?? 0) }
        let maximum = min(program.rules.maximum ?? 0, dearest)
        let isLimited = program.rules.maximum != nil && unit > 0 && dearest > maximum
        self.unit = max(1, unit)
        self.maximum = program.rules.maximum ?? 0
        width = isLimited ? max(0, maximum) / self.unit + 1 : 1
        runs = min(days, program.rules.run ?? 0) + 1
        let longest = program.rules.run
        var table = Array(repeating: 0, count: (days + 1) * runs * width)
        // Dearer than any line, small enough to add to.
        let never = Int.max / 4
        for day in (0..<days).reversed() {
            for run in 0..<runs {
                for left in 0..<width {
                    var least = program.mayRest[day] ? table[(day + 1) * runs * width + left] : never
                    for step in steps[day] {
                        let used = isLimited ? step.work / self.unit : 0
                        guard used <= left else { continue }
                        var next = 0
                        if let longest {
                            if run + 1 > longest { continue }
                            next = min(run + 1, runs - 1)
                        }
                        let rest = table[((day + 1) * runs + next) * width + left - used]
                        if rest < never { least = min(least, step.cost + rest) }
                    }
                    table[(day * runs + run) * width + left] = least
                }
            }
        }
        self.table = table
    }

    /// Least cost of the days from `day` on after a label.
    func least(from day: Int, _ label: LineLabel) -> Int {
        let left = width == 1 ? 0 : min(width - 1, max(0, maximum - label.minutes) / unit)
        let run = min(Int(label.run), runs - 1)
        return table[(day * runs + run) * width + left]
    }
}
