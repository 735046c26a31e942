/// A lower bound of what the remaining days of a line cost, with some rules forgotten: the hours left and the run of
/// worked days stay, and on demand nights in a row, Sundays and the worked days of the week.
struct LineSavings {
    /// A duty as this bound sees it.
    private struct Kind: Hashable {
        let work: Int
        let isNight: Bool
        let worksSunday: Bool
    }

    /// Number of values told apart.
    private struct Shape {
        var left = 1
        var run = 1
        var nights = 1
        var weekDays = 1
        var sundays = 1
        var size: Int { left * run * nights * weekDays * sundays }

        func position(_ left: Int, _ run: Int, _ nights: Int, _ weekDays: Int, _ sundays: Int) -> Int {
            (((sundays * self.weekDays + weekDays) * self.nights + nights) * self.run + run) * self.left + left
        }
    }

    /// More table entries than this are not worth their time: counters are left out until the table is smaller.
    private static let mostEntries = 6_000_000

    private let shape: Shape
    private let unit: Int
    private let maximum: Int
    private let isLimited: Bool
    /// Position of each lawful set of worked Sundays, nil for the others; empty when Sundays are left out.
    private let sundayPositions: [Int?]
    private let mostSundays: Int
    /// Least cost by service day and position.
    private let table: [Int]

    /// - Parameter countsAll: Whether nights, Sundays and the days of the week are counted as well.
    init(_ program: LineProgram, countsAll: Bool) {
        let rules = program.rules
        let days = program.steps.count
        var unit = 0
        for step in program.steps.joined() { unit = Int.greatestDivisor(unit, step.work) }
        let longest = program.steps.reduce(0) { $0 + ($1.map(\.work).max() ?? 0) }
        maximum = max(0, rules.maximum ?? 0)
        isLimited = rules.maximum != nil && unit > 0 && longest > maximum
        self.unit = max(1, unit)
        var shape = Shape()
        if isLimited { shape.left = maximum / self.unit + 1 }
        if let run = rules.run, run < days { shape.run = run + 1 }
        var sets: [Int] = []
        if countsAll {
            if let nights = rules.nights, nights < days { shape.nights = nights + 1 }
            if let weekDays = rules.weekDays, weekDays < 7 { shape.weekDays = weekDays + 1 }
            if let sundays = rules.sundays, sundays.of <= 6 {
                sets = (0..<1 << sundays.of).filter { $0.nonzeroBitCount <= sundays.most }
                shape.sundays = sets.count
            }
            // By experience runs say least beside the others.
            if shape.size * (days + 1) > Self.mostEntries { shape.run = 1 }
            if shape.size * (days + 1) > Self.mostEntries { shape.weekDays = 1 }
            if shape.size * (days + 1) > Self.mostEntries { shape.nights = 1 }
            if shape.size * (days + 1) > Self.mostEntries { (sets, shape.sundays) = ([], 1) }
        }
        var positions = [Int?](repeating: nil, count: sets.isEmpty ? 0 : 1 << (rules.sundays?.of ?? 0))
        for (position, set) in sets.enumerated() { positions[set] = position }
        sundayPositions = positions
        mostSundays = rules.sundays?.most ?? 0
        self.shape = shape

        // Dearer than any line, small enough to add to.
        let never = Int.max / 4
        let size = shape.size
        var table = Array(repeating: 0, count: (days + 1) * size)
        for day in (0..<days).reversed() {
            var cheapest: [Kind: Int] = [:]
            for step in program.steps[day] {
                let kind = Kind(
                    work: isLimited ? step.work / self.unit : 0, isNight: shape.nights > 1 && step.isNight,
                    worksSunday: !sets.isEmpty && step.worksSunday)
                cheapest[kind] = min(cheapest[kind] ?? .max, step.cost)
            }
            let kinds = Array(cheapest)
            let isSunday = rules.days[day].isSunday
            let base = (day + 1) * size
            for sundays in 0..<shape.sundays {
                var before = 0
                if !sets.isEmpty {
                    before = sets[sundays]
                    if rules.days[day].opensSunday { before = (before << 1) & (positions.count - 1) }
                }
                let idle = sets.isEmpty ? 0 : positions[before] ?? 0
                for weekDays in 0..<shape.weekDays {
                    for nights in 0..<shape.nights {
                        for run in 0..<shape.run {
                            let rested = base + shape.position(0, 0, 0, isSunday ? 0 : weekDays, idle)
                            let here = day * size + shape.position(0, run, nights, weekDays, sundays)
                            for left in 0..<shape.left {
                                table[here + left] = program.mayRest[day] ? table[rested + left] : never
                            }
                            if shape.run > 1 && run + 1 == shape.run { continue }
                            if shape.weekDays > 1 && weekDays + 1 == shape.weekDays { continue }
                            for (kind, cost) in kinds where kind.work < shape.left {
                                if kind.isNight && nights + 1 == shape.nights { continue }
                                var after = idle
                                if kind.worksSunday {
                                    guard let position = positions[before | 1] else { continue }
                                    after = position
                                }
                                let worked =
                                    base
                                    + shape.position(
                                        0, shape.run > 1 ? run + 1 : 0, kind.isNight ? nights + 1 : 0,
                                        shape.weekDays > 1 && !isSunday ? weekDays + 1 : 0, after)
                                for left in kind.work..<shape.left {
                                    let rest = table[worked + left - kind.work]
                                    if rest < never { table[here + left] = min(table[here + left], cost + rest) }
                                }
                            }
                        }
                    }
                }
            }
        }
        self.table = table
    }

    /// Least cost of the days from `day` on after a label.
    func least(from day: Int, _ label: LineLabel) -> Int {
        let left = isLimited ? min(shape.left - 1, max(0, maximum - label.minutes) / unit) : 0
        var sundays = 0
        if !sundayPositions.isEmpty {
            // A history may have worked more Sundays than any rule allows; fewer of them forbid less.
            var set = Int(label.sundays)
            while set.nonzeroBitCount > mostSundays { set &= set - 1 }
            sundays = sundayPositions[set] ?? 0
        }
        return table[
            day * shape.size
                + shape.position(
                    left, min(Int(label.run), shape.run - 1), min(Int(label.nights), shape.nights - 1),
                    min(Int(label.weekDays), shape.weekDays - 1), sundays)]
    }
}
