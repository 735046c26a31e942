import RosterModel

/// A way to fill one block of the master: what it costs and what it does to the priced rows.
///
/// A row says use − supply ≤ 0; use has positive values, supply negative ones.
struct DualColumn: Sendable {
    /// One row and the column's value on it.
    struct Entry: Hashable, Sendable {
        let row: Int32
        let value: Int32
    }

    /// In units of the objective.
    let cost: Int
    /// Staffing of a night block; −1 for other columns.
    let staffing: Int
    /// Rows ascending, values not 0.
    private(set) var entries: [Entry]

    /// Cost less what the prices give, in units of the objective.
    @inline(__always)
    func reducedCost(_ price: (Int) -> Double) -> Double {
        var sum = Double(cost)
        for entry in entries { sum += Double(entry.value) * price(Int(entry.row)) }
        return sum
    }

    /// Adds up values of equal rows and sorts them.
    init(cost: Int, staffing: Int = -1, rows: some Sequence<(row: Int32, value: Int32)>) {
        self.cost = cost
        self.staffing = staffing
        var sorted = rows.map { Entry(row: $0.row, value: $0.value) }
        sorted.sort { $0.row < $1.row }
        var sums: [Entry] = []
        sums.reserveCapacity(sorted.count)
        for entry in sorted {
            if let last = sums.last, last.row == entry.row {
                sums[sums.count - 1] = Entry(row: entry.row, value: last.value + entry.value)
            } else {
                sums.append(entry)
            }
        }
        entries = sums.contains { $0.value == 0 } ? sums.filter { $0.value != 0 } : sums
    }
}

extension DualColumn {
    /// Adds a row behind all others.
    mutating func append(row: Int, value: Int) {
        if value != 0 { entries.append(Entry(row: Int32(row), value: Int32(value))) }
    }
}

extension NightBlock {
    /// The column of a staffing; of the label it takes the cheapest combination that suffices.
    func column(_ staffing: Int, prices: [Int32], cuts: [BlockCut]) -> DualColumn {
        let width = rowTypes.count
        var rows = (0..<width).flatMap { row in
            levels(ofRow: row).prefix(Int(uses[staffing * width + row])).map { (row: $0, value: Int32(1)) }
        }
        if let label {
            let least = label.leastAbove(prices)[Int(labels[staffing])]
            let combination = label.combination(above: Int(labels[staffing]), price: least, prices)
            rows.append((Int32(label.firstPrice + combination), 1))
        }
        rows += cuts.map { (Int32($0.row), Int32($0.teams[staffing])) }
        return DualColumn(cost: Int(costs[staffing]), staffing: staffing, rows: rows)
    }
}

extension NightMuster {
    /// The column of a choice.
    func column(_ choice: Choice, _ all: [DutyGroup]) -> DualColumn {
        var rows: [(row: Int32, value: Int32)] = []
        for (group, count) in choice.agents {
            rows.append((all[group].price, Int32(count)))
            for place in all[group].places { rows += place.levels.prefix(count).map { ($0, -1) } }
        }
        for (view, combination) in zip(views, choice.combinations) {
            rows.append((Int32(view.firstPrice + combination), -1))
        }
        return DualColumn(cost: 0, rows: rows)
    }
}

extension CoverModel {
    /// The column of a line.
    func column(_ line: LinePricer.PricedLine, type: AgentTypeID) -> DualColumn {
        DualColumn(cost: 0, rows: rows(of: line, type: type).map { (row: $0, value: -1) })
    }
}
