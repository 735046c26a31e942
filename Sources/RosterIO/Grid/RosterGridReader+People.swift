import RosterModel

/// Rows of a grid.
extension RosterGridReader {
    /// A row that may hold work.
    struct Line {
        let row: RosterGrid.Row
        /// Nil when it names none.
        let agent: Int?
        /// False after a fault: the cells are then read for faults alone.
        let counts: Bool
        /// Sector of the whole row, or empty.
        let sector: String
    }

    private static let idHeadings: Set<String> = [
        "agent", "id", "identifiant", "matricule", "mle", "code_agent", "n_agent", "numero",
    ]
    private static let nameHeadings: Set<String> = [
        "nom", "name", "prenom", "nom_prenom", "nom_et_prenom", "prenom_nom", "agents", "nom_de_l_agent", "first_name",
        "last_name",
    ]

    /// Rows of agents in order; rows of titles, totals and legends are told as not read.
    func readPeople() -> [Line] {
        let columns = labelColumns()
        var lines: [Line] = []
        var firstRows: [Int: RosterGrid.Row] = [:]
        var unread = grid.above.filter { !isWeekdayRow($0) }.map(\.number)
        var isLegend = false
        for (position, row) in grid.below.enumerated() {
            if position == 0, isWeekdayRow(row) { continue }
            let sector = sector(of: row, columns)
            switch who(row, columns) {
            case .agent(let agent):
                let first = firstRows[agent]
                if let first {
                    let id = scenario.agents[agent].id
                    log.fault(
                        labelPlace(row, columns), value: id,
                        Wording(
                            "l'agent \(id) a déjà une ligne (ligne \(first.line))",
                            "agent \(id) has a row already (line \(first.line))"),
                        expected: Wording("une ligne par agent", "one row for each agent"),
                        hint: Wording(
                            "réunissez-les : « 18h-21h / 22h-1h » met deux vacations dans une cellule",
                            "join them: \"18h-21h / 22h-1h\" puts two spells of work in one cell"))
                } else {
                    firstRows[agent] = row
                }
                lines.append(Line(row: row, agent: agent, counts: first == nil, sector: sector))
            case .several:
                log.fault(
                    labelPlace(row, columns),
                    Wording("plusieurs agents portent ce nom", "several agents have this name"),
                    expected: Noun.agent.expected,
                    hint: Wording(
                        "ajoutez une colonne « Matricule » avec leurs identifiants",
                        "add a column \"Matricule\" with their ids"))
                lines.append(Line(row: row, agent: nil, counts: false, sector: sector))
            case .nobody:
                let label = row.cells.first { !$0.isEmpty } ?? ""
                isLegend = isLegend || Self.opensLegend(label)
                if isLegend || holdsNoWork(row, label, columns) {
                    unread.append(row.number)
                } else {
                    reportUnknown(row, columns)
                    lines.append(Line(row: row, agent: nil, counts: false, sector: sector))
                }
            }
        }
        if !unread.isEmpty {
            let rows = Self.spans(unread)
            log.warn(
                Place(file: schema.file),
                Wording("lignes non lues : \(rows)", "rows not read: \(rows)"),
                expected: Wording("une ligne par agent", "one row for each agent"),
                hint: Wording(
                    "rien à faire si ce sont titres, totaux ou légende",
                    "nothing to do if they are titles, totals or a legend"))
        }
        return lines
    }

    /// `1–3, 15`.
    private static func spans(_ numbers: [Int]) -> String {
        var spans: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = spans.last, last.upperBound + 1 == number {
                spans[spans.count - 1] = last.lowerBound...number
            } else {
                spans.append(number...number)
            }
        }
        return spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }

    // MARK: Labels

    private struct Columns {
        var id: Int?
        var names: [Int] = []
        var sector: Int?
    }

    /// Columns that name the agent: those with such a heading, else the one before the days that names most agents.
    private func labelColumns() -> Columns {
        var columns = Columns()
        let first = grid.firstDay
        // The words may stand in the row above, over a cell that is merged with this one.
        for row in [grid.header, grid.above.last].compactMap(\.self) {
            for index in 0..<first {
                let key = Folding.key(row[index])
                if columns.id == nil, Self.idHeadings.contains(key) { columns.id = index }
                if Self.nameHeadings.contains(key), !columns.names.contains(index) { columns.names.append(index) }
                if columns.sector == nil, schema.column(row[index]) == "sector" { columns.sector = index }
            }
        }
        if columns.id == nil, columns.names.isEmpty {
            func agents(in index: Int) -> Int { grid.below.count { people.match($0[index]) != .nobody } }
            columns.id = (0..<first).max { (agents(in: $0), -$0) < (agents(in: $1), -$1) }
        }
        return columns
    }

    private func who(_ row: RosterGrid.Row, _ columns: Columns) -> AgentNames.Match {
        if let id = columns.id, !row[id].isEmpty { return people.match(row[id]) }
        let name = columns.names.sorted().map { row[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
        return people.match(name)
    }

    /// Whether some cell before the days names an agent.
    func namesAgent(_ row: RosterGrid.Row) -> Bool {
        grid.labels(of: row).contains { people.match($0) != .nobody }
    }

    /// Place of the cell that should name the agent.
    private func labelPlace(_ row: RosterGrid.Row, _ columns: Columns) -> Place {
        place(row, columns.id ?? columns.names.first ?? 0)
    }

    /// Place of a cell before the days.
    private func place(_ row: RosterGrid.Row, _ index: Int) -> Place {
        let heading = index < grid.columns.count ? grid.columns[index].heading : ""
        return place(row, RosterGrid.Column(index: index, heading: heading, reading: .other))
    }

    // MARK: Rows of nobody

    private static func opensLegend(_ label: String) -> Bool {
        let word = Folding.key(label).split { !$0.isLetter }.first.map(String.init) ?? ""
        return ["legende", "legend", "codes", "abreviations", "remarques"].contains(word)
    }

    private static let countWords: Set<String> = [
        "total", "totaux", "effectif", "effectifs", "nombre", "nb", "somme", "present", "presents", "besoin", "besoins",
        "manque", "ecart", "count", "sum",
    ]

    /// Whether a row that names no agent is a title, a count or a line of a legend.
    private func holdsNoWork(_ row: RosterGrid.Row, _ label: String, _ columns: Columns) -> Bool {
        let cells = grid.dayColumns.map { row[$0.index] }.filter { !$0.isEmpty }
        if cells.isEmpty { return true }
        let isBeforeDays = grid.labels(of: row).contains { !$0.isEmpty }
        let words = Folding.key(label).split { !$0.isLetter }.map(String.init)
        if cells.allSatisfy({ NumberText.parse($0) != nil }) {
            return !isBeforeDays || words.contains(where: Self.countWords.contains)
        }
        // `S = Soirée`, or the code in the place of an agent.
        if label.contains("=") { return true }
        guard let index = columns.id ?? columns.names.first else { return false }
        return menu.meaning(of: Folding.trimmed(row[index].prefix { $0 != ":" }), for: nil) != .unknown
    }

    /// Sector that a column gives for the whole row; empty also after a fault.
    private func sector(of row: RosterGrid.Row, _ columns: Columns) -> String {
        guard let index = columns.sector, !row[index].isEmpty, who(row, columns) != .nobody else { return "" }
        if isSector(row[index]) { return row[index] }
        log.fault(
            place(row, index), value: row[index],
            Noun.sector.unknown(row[index]), expected: Noun.sector.expected,
            hint: Suggestion.hint(for: row[index], in: scenario.sectors.map(\.id)))
        return ""
    }

    private func reportUnknown(_ row: RosterGrid.Row, _ columns: Columns) {
        let text = (columns.id ?? columns.names.first).map { row[$0] } ?? ""
        let isShown = ScenarioReader.mayShowAgent(text)
        let near = Suggestion.nearest(to: text, in: scenario.agents.map(\.id))
        log.fault(
            labelPlace(row, columns), value: isShown ? text : "",
            isShown
                ? Noun.agent.unknown(text)
                : Wording(
                    "la ligne \(row.line) a des cellules remplies mais ne désigne aucun agent du scénario",
                    "row \(row.line) has filled cells but names no agent of the scenario"),
            expected: Wording(
                "l'identifiant d'un agent de agents.csv, ou son nom tel qu'il y figure",
                "the id of an agent in agents.csv, or the name given there"),
            hint: isShown
                ? Suggestion.hint(for: text, in: scenario.agents.map(\.id))
                : near.map(Suggestion.didYouMean)
                    ?? (grid.labels(of: row).allSatisfy(\.isEmpty)
                        ? Wording(
                            "si elle continue celle du dessus, réunissez-les : « 18h-21h / 22h-1h » dans une cellule",
                            "if it goes on with the row above, join them: \"18h-21h / 22h-1h\" in one cell")
                        : Wording(
                            "commencez un compte par « Total » et une légende par « Légende » : ils ne sont pas lus",
                            "begin a count with \"Total\" and a legend with \"Légende\": they are not read")))
    }
}
