import RosterModel

/// A roster as spreadsheets of practice have it: a row for each agent, a column for each day.
struct RosterGrid {
    /// A column under a heading.
    struct Column {
        /// Position in the row.
        let index: Int
        /// Heading on one line.
        let heading: String
        let reading: DayHeading.Reading
    }

    /// A record with its row in the spreadsheet.
    struct Row {
        /// 1-based line in the file.
        let line: Int
        /// 1-based row as a spreadsheet counts it: line breaks inside cells do not count.
        let number: Int
        let cells: [String]

        /// Cell of a column; empty when the row is shorter.
        subscript(index: Int) -> String { index < cells.count ? cells[index] : "" }

        var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
    }

    let header: Row
    let columns: [Column]
    /// Columns whose heading is a day.
    let dayColumns: [Column]
    /// Rows above the heading of days, and below it, blank ones left out.
    let above: [Row]
    let below: [Row]
    let damage: [CSVParser.Damage]

    /// Position of the first day.
    var firstDay: Int { dayColumns.first?.index ?? 0 }

    /// Cells of a row before the days.
    func labels(of row: Row) -> ArraySlice<String> { row.cells.prefix(firstDay) }

    /// Name of a cell in a spreadsheet: `F12`.
    static func cellName(column: Int, row: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters + "\(row)"
    }

    /// What a text holds.
    enum Form {
        /// A header with an agent and a date or start, or some columns of it: what lacks is for its reader to say.
        case list
        /// A row that names days.
        case grid(RosterGrid)
        case neither
    }

    /// The form that a text has.
    ///
    /// - Parameter dayCount: Service days of the horizon; a row of days names at least three, or all.
    static func form(of text: String, schema: CSVSchema, dayCount: Int) -> Form {
        let declared = CSVParser.declaredSeparator(text)
        var best: (separator: UInt8, position: Int, score: (days: Int, dated: Int))?
        var mayBeList = text.allSatisfy(\.isWhitespace)
        for separator in declared.map({ [$0] }) ?? CSVParser.separators {
            for (position, record) in CSVParser.parse(text, separator: separator, limit: 40).records.enumerated() {
                let days = Set(
                    record.cells.compactMap { cell -> DayHeading? in
                        if case .day(let day) = DayHeading.read(cell) { day } else { nil }
                    })
                let known = Set(record.cells.compactMap(schema.column))
                if known.contains("service_day") || known.contains("start") {
                    if known.contains("agent"), days.count < 3 { return .list }
                    mayBeList = true
                }
                let score = (days: days.count, dated: days.count { $0.month != nil })
                if score > best?.score ?? (0, 0) { best = (separator, position, score) }
            }
        }
        guard let best, best.score.days >= min(3, dayCount) else { return mayBeList ? .list : .neither }
        let (records, damage) = CSVParser.parse(text, separator: best.separator)
        // A line that only declares the separator is no row of the spreadsheet.
        let first = declared == nil ? 0 : 1
        let rows = records.enumerated().map { Row(line: $1.line, number: $0 + 1 - first, cells: $1.cells) }
        let header = rows[best.position]
        let columns = header.cells.enumerated().map { index, cell in
            Column(
                index: index, heading: cell.split(whereSeparator: \.isWhitespace).joined(separator: " "),
                reading: DayHeading.read(cell))
        }
        return .grid(
            RosterGrid(
                header: header, columns: columns,
                dayColumns: columns.filter { if case .day = $0.reading { true } else { false } },
                above: rows[first..<max(first, best.position)].filter { !$0.isEmpty },
                below: rows[(best.position + 1)...].filter { !$0.isEmpty }, damage: damage))
    }
}
