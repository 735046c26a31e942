import RosterModel

/// Cells of a grid.
extension RosterGridReader {
    /// Faults of cells, one for each text: a code that is unknown stands in many cells.
    struct CellFaults {
        fileprivate struct Entry {
            let fault: DutyText.Fault
            let text: String
            let agent: AgentID?
            let place: Place
            var others: [String] = []
        }
        fileprivate var entries: [Entry] = []
        fileprivate var positions: [DutyText.Fault: Int] = [:]

        fileprivate mutating func add(
            _ fault: DutyText.Fault, _ text: String, agent: AgentID?, at place: Place, cell: String
        ) {
            if let position = positions[fault] {
                entries[position].others.append(cell)
            } else {
                positions[fault] = entries.count
                entries.append(Entry(fault: fault, text: text, agent: agent, place: place))
            }
        }
    }

    /// Rows of a list for one cell.
    func readCell(
        _ column: RosterGrid.Column, day: Int?, of line: Line, faults: inout CellFaults
    ) -> [CSVRow] {
        let text = line.row[column.index]
        guard !text.isEmpty else { return [] }
        let agent = line.agent.map(AgentID.init)
        let place = place(line.row, column)
        do {
            let duty = DutyText(agent: agent, menu: menu, isSector: isSector)
            let stretches = try duty.read(text)
            guard let day, let agent, line.counts else { return [] }
            var stage = 1
            return stretches.enumerated().map { index, stretch in
                stage = stretch.continues ? stage + 1 : 1
                let isStage = stage > 1 || index + 1 < stretches.count && stretches[index + 1].continues
                return CSVRow(
                    [
                        "agent": scenario[agent].id, "service_day": axis.date(ofDay: day).iso,
                        "start": stretch.start, "end": stretch.end, "shift": stretch.shift,
                        "sector": stretch.sector.isEmpty ? line.sector : stretch.sector,
                        "stage": isStage ? "\(stage)" : "",
                    ], schema: schema, at: place)
            }
        } catch {
            faults.add(
                error, text, agent: agent, at: place,
                cell: RosterGrid.cellName(column: column.index, row: line.row.number))
            return []
        }
    }

    /// Records the faults of cells.
    func report(_ faults: CellFaults) {
        for entry in faults.entries {
            let others = Self.list(entry.others)
            let (message, expected, hint) = entry.fault.wording(scenario, menu: menu, agent: entry.agent)
            log.fault(
                entry.place, value: entry.text.split(whereSeparator: \.isNewline).joined(separator: " "),
                entry.others.isEmpty
                    ? message
                    : Wording("\(message.french) (aussi en \(others))", "\(message.english) (also in \(others))"),
                expected: expected, hint: hint)
        }
    }
}
