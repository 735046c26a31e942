import RosterModel

/// Turns a grid into rows of a list, so that both forms are read by the same rules.
struct RosterGridReader {
    let scenario: Scenario
    let log: IssueLog
    let schema: CSVSchema
    let menu: ShiftLookup
    let grid: RosterGrid
    let people: AgentNames
    private let sectorKeys: Set<String>

    init(scenario: Scenario, log: IssueLog, schema: CSVSchema, menu: ShiftLookup, grid: RosterGrid) {
        self.scenario = scenario
        self.log = log
        self.schema = schema
        self.menu = menu
        self.grid = grid
        people = AgentNames(scenario.agents)
        sectorKeys = Set(scenario.sectors.flatMap { [Folding.key($0.id), Folding.key($0.name)] })
    }

    var axis: TimeAxis { scenario.axis }

    /// One row for each spell of work; faults and remarks go to the log.
    func rows() -> [CSVRow] {
        for item in grid.damage { CSVTable.report(item, schema: schema, log: log) }
        let days = readDays()
        let lines = readPeople()
        checkColumns(lines.map(\.row))
        remarkOnMissing(days: Set(days.values), agents: Set(lines.compactMap(\.agent)))
        var faults = CellFaults()
        let rows = lines.flatMap { line in
            grid.dayColumns.flatMap { column in
                readCell(column, day: days[column.index], of: line, faults: &faults)
            }
        }
        report(faults)
        return rows
    }

    /// Place of a cell: its line in the file, and its name in the spreadsheet with the day.
    func place(_ row: RosterGrid.Row, _ column: RosterGrid.Column) -> Place {
        Place(
            file: schema.file, line: row.line,
            field: RosterGrid.cellName(column: column.index, row: row.number)
                + (column.heading.isEmpty ? "" : " · \(column.heading)"))
    }

    /// Place of a heading.
    func place(_ column: RosterGrid.Column) -> Place {
        Place(
            file: schema.file, line: grid.header.line,
            field: RosterGrid.cellName(column: column.index, row: grid.header.number))
    }

    /// Whether a text names a sector.
    func isSector(_ text: String) -> Bool { sectorKeys.contains(Folding.key(text)) }

    /// Up to twelve names, and how many more.
    static func list(_ names: [String]) -> String {
        names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", … (\(names.count))" : "")
    }
}
