import RosterModel

/// Columns of a grid.
extension RosterGridReader {
    /// Service days by column; each day once.
    func readDays() -> [Int: Int] {
        var days: [Int: Int] = [:]
        var columns: [Int: RosterGrid.Column] = [:]
        var wrongWeekdays: [(column: RosterGrid.Column, day: Int)] = []
        for column in grid.dayColumns {
            guard case .day(let heading) = column.reading else { continue }
            var found: Int?
            switch heading.place(on: axis) {
            case .day(let day): found = day
            case .wrongWeekday(let day):
                found = day
                wrongWeekdays.append((column, day))
            case .outside(let date): reportOutside(column, date)
            case .several(let dates):
                let shown = dates.map(\.iso)
                log.fault(
                    place(column), value: column.heading,
                    Wording(
                        "plusieurs jours de l'horizon portent ce numéro", "several days of the horizon have this number"
                    ),
                    expected: Wording("un jour avec son mois", "a day with its month"),
                    hint: Wording(
                        "écrivez \(shown.joined(separator: " ou "))", "write \(shown.joined(separator: " or "))"))
            }
            guard let day = found else { continue }
            if let first = columns[day] {
                let other = RosterGrid.cellName(column: first.index, row: grid.header.number)
                log.fault(
                    place(column), value: column.heading,
                    Wording(
                        "le \(axis.date(ofDay: day).iso) figure déjà en \(other)",
                        "\(axis.date(ofDay: day).iso) stands in \(other) already"),
                    expected: Wording("une colonne par jour", "one column for each day"),
                    hint: Wording(
                        "réunissez les deux colonnes : « 18h-21h / 22h-1h » met deux vacations dans une cellule",
                        "join both columns: \"18h-21h / 22h-1h\" puts two spells of work in one cell"))
            } else {
                columns[day] = column
                days[column.index] = day
            }
        }
        report(wrongWeekdays, at: nil)
        checkWeekdayRows(days)
        checkTitle()
        return days
    }

    private func reportOutside(_ column: RosterGrid.Column, _ date: CivilDate?) {
        let (first, last) = (axis.firstDay.iso, axis.date(ofDay: axis.dayCount - 1).iso)
        log.fault(
            place(column), value: column.heading,
            date.map { Wording("le \($0.iso) est hors de l'horizon", "\($0.iso) is outside the horizon") }
                ?? Wording(
                    "l'horizon n'a pas de jour « \(column.heading) »", "the horizon has no day \"\(column.heading)\""),
            expected: Wording("une date du \(first) au \(last)", "a date from \(first) to \(last)"),
            hint: Wording("supprimez la colonne ou changez l'horizon", "remove the column or change the horizon"))
    }

    // MARK: Weekdays

    /// One fault for all days that are named another day of the week: the sheet is that of another month.
    private func report(_ wrong: [(column: RosterGrid.Column, day: Int)], at row: RosterGrid.Row?) {
        guard let (column, day) = wrong.first else { return }
        let date = axis.date(ofDay: day)
        let others = wrong.count - 1
        log.fault(
            row.map { place($0, column) } ?? place(column), value: row.map { $0[column.index] } ?? column.heading,
            Wording(
                "le \(date.iso) est un \(date.weekday.wording.french)"
                    + (others > 0 ? " (\(others) autre(s) jour(s) de même)" : ""),
                "\(date.iso) is a \(date.weekday.wording.english)"
                    + (others > 0 ? " (\(others) other day(s) likewise)" : "")),
            expected: Wording("le jour de la semaine de cette date", "the weekday of that date"),
            hint: Wording(
                "vérifiez que la feuille est bien celle du mois du scénario",
                "check that the sheet is that of the scenario's month"))
    }

    /// Whether a row names the days of the week of the days beside it; `M` in the row of an agent is a shift.
    func isWeekdayRow(_ row: RosterGrid.Row) -> Bool {
        if namesAgent(row) { return false }
        let cells = grid.dayColumns.map { row[$0.index] }.filter { !$0.isEmpty }
        return cells.count * 2 > grid.dayColumns.count && cells.allSatisfy { DayHeading.weekday($0) != nil }
    }

    /// The rows beside the heading that name the days of the week.
    private func checkWeekdayRows(_ days: [Int: Int]) {
        for row in [grid.above.last, grid.below.first].compactMap(\.self) where isWeekdayRow(row) {
            report(
                grid.dayColumns.compactMap { column in
                    guard let day = days[column.index], let weekdays = DayHeading.weekday(row[column.index]),
                        !weekdays.contains(axis.weekday(ofDay: day))
                    else { return nil }
                    return (column, day)
                }, at: row)
        }
    }

    /// Bare numbers are days of the horizon, whatever month a title names: the user should know when it is another.
    private func checkTitle() {
        let isBare = grid.dayColumns.contains { if case .day(let day) = $0.reading { day.month == nil } else { false } }
        guard isBare else { return }
        let dates = (0..<axis.dayCount).map { axis.date(ofDay: $0).parts }
        let months = Set(dates.map(\.month))
        let years = Set(dates.map(\.year))
        for row in grid.above {
            for (index, cell) in row.cells.enumerated() {
                let words = Folding.key(cell).split(separator: "_").map(String.init)
                let named = words.compactMap(DayHeading.month)
                let namedYears = words.compactMap(Int.init).filter { (1990...2099).contains($0) }
                guard !named.isEmpty,
                    !named.contains(where: months.contains)
                        || !namedYears.isEmpty && !namedYears.contains(where: years.contains)
                else { continue }
                let (first, last) = (axis.firstDay.iso, axis.date(ofDay: axis.dayCount - 1).iso)
                log.warn(
                    Place(
                        file: schema.file, line: row.line,
                        field: RosterGrid.cellName(column: index, row: row.number)), value: cell,
                    Wording(
                        "le titre nomme un autre mois ; les numéros sont lus comme jours de l'horizon",
                        "the title names another month; the numbers are read as days of the horizon"),
                    expected: Wording("un mois du \(first) au \(last)", "a month from \(first) to \(last)"),
                    hint: Wording(
                        "vérifiez que la feuille est bien celle du mois du scénario",
                        "check that the sheet is that of the scenario's month"))
                return
            }
        }
    }

    // MARK: Other columns

    /// Beginnings of headings of totals.
    private static let totals = [
        "total", "tot", "cumul", "somme", "sem", "semaine", "nb", "nombre", "h", "heures", "hours",
    ]

    /// The column at a position; what the row of weekdays above says stands for an empty heading.
    private func column(_ index: Int) -> RosterGrid.Column {
        if index < grid.columns.count, !grid.columns[index].heading.isEmpty { return grid.columns[index] }
        let above = grid.above.last.flatMap { isWeekdayRow($0) ? $0[index] : nil } ?? ""
        return RosterGrid.Column(index: index, heading: above, reading: .other)
    }

    /// A column among the days that names no day must be empty or a total; those after the days are told as not read.
    func checkColumns(_ rows: [RosterGrid.Row]) {
        guard let first = grid.dayColumns.first?.index, let last = grid.dayColumns.last?.index else { return }
        let width = max(grid.header.cells.count, rows.map(\.cells.count).max() ?? 0)
        var unread: [String] = []
        for index in first..<max(first, width) {
            let column = column(index)
            guard let filled = rows.first(where: { !$0[index].isEmpty }) else { continue }
            switch column.reading {
            case .day: continue
            case .noSuchDay:
                log.fault(
                    place(column), value: column.heading,
                    Wording("« \(column.heading) » n'est pas un jour", "\"\(column.heading)\" is no day"),
                    expected: DateText.expected, hint: DateText.hint(for: column.heading))
            case .other:
                let words = Folding.key(column.heading).split(separator: "_").map(String.init)
                let isTotal =
                    words.first.map { word in
                        Self.totals.contains(word) || "sw".contains(word.prefix(1)) && Int(word.dropFirst()) != nil
                    } ?? false
                if index > last || isTotal {
                    unread.append(
                        column.heading.isEmpty
                            ? RosterGrid.cellName(column: index, row: grid.header.number) : column.heading)
                    continue
                }
                log.fault(
                    column.heading.isEmpty ? place(filled, column) : place(column), value: column.heading,
                    Wording(
                        "cette colonne, parmi les jours, n'a pas de jour en tête",
                        "this column, among the days, has no day as its heading"),
                    expected: Wording("un jour, ou « Total »", "a day, or \"Total\""),
                    hint: Wording(
                        "une colonne par jour : « 18h-21h / 22h-1h » met deux vacations dans une cellule",
                        "one column for each day: \"18h-21h / 22h-1h\" puts two spells of work in one cell"))
            }
        }
        guard !unread.isEmpty else { return }
        log.warn(
            Place(file: schema.file, line: grid.header.line),
            Wording("colonnes non lues : \(Self.list(unread))", "columns not read: \(Self.list(unread))"),
            expected: Wording("des jours", "days"),
            hint: Wording("rien à faire si ce sont des totaux", "nothing to do if they are totals"))
    }

    /// Tells days and agents of the scenario that the grid does not have: they count as without work.
    func remarkOnMissing(days: Set<Int>, agents: Set<Int>) {
        func warn(_ french: String, _ english: String, _ expected: Wording) {
            log.warn(
                Place(file: schema.file, line: grid.header.line), Wording(french, english), expected: expected,
                hint: Wording("rien à faire s'il n'y a pas de travail", "nothing to do if there is no work"))
        }
        let absentDays = (0..<axis.dayCount).filter { !days.contains($0) }.map { axis.date(ofDay: $0).iso }
        if !absentDays.isEmpty {
            let names = Self.list(absentDays)
            warn(
                "jours de l'horizon sans colonne, comptés sans travail : \(names)",
                "days of the horizon without column, counted as without work: \(names)",
                Wording("une colonne par jour", "one column for each day"))
        }
        let absentAgents = scenario.agents.indices.filter { !agents.contains($0) }.map { scenario.agents[$0].id }
        if !absentAgents.isEmpty {
            let names = Self.list(absentAgents)
            warn(
                "agents sans ligne, comptés sans travail : \(names)",
                "agents without row, counted as without work: \(names)",
                Wording("une ligne par agent", "one row for each agent"))
        }
    }
}
