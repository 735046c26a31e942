import RosterModel

/// What reads tables: the values of cells, with their faults.
protocol TableReading {
    var log: IssueLog { get }
    var axis: TimeAxis { get }
    /// Whether ``axis`` is known; dates are not held against it otherwise.
    var hasAxis: Bool { get }
}

/// Values of CSV cells; each returns nil after a fault.
extension TableReading {
    /// Records that a cell is empty.
    func missing(_ cell: CSVCell) {
        log.fault(
            cell.place,
            Wording("la cellule est vide", "the cell is empty"),
            expected: Wording("une valeur", "a value"), hint: Wording("remplissez-la", "fill it in"))
    }

    func date(_ cell: CSVCell) -> CivilDate? {
        guard !cell.isEmpty else {
            missing(cell)
            return nil
        }
        return ScalarText.date(cell.text, report(cell))
    }

    func clock(_ cell: CSVCell) -> Int? {
        guard !cell.isEmpty else {
            missing(cell)
            return nil
        }
        return ScalarText.clock(cell.text, report(cell))
    }

    /// A length of time; nil also when the cell is empty.
    func minutes(_ cell: CSVCell, unit: NumberText.Unit, _ range: ClosedRange<Int>) -> Int? {
        cell.isEmpty ? nil : ScalarText.minutes(cell.text, unit: unit, range, report(cell))
    }

    func flag(_ cell: CSVCell, default value: Bool) -> Bool? {
        cell.isEmpty ? value : ScalarText.flag(cell.text, report(cell))
    }

    private func report(_ cell: CSVCell) -> ScalarText.Report {
        { message, expected, hint in
            log.fault(cell.place, value: cell.text, message, expected: expected, hint: hint)
        }
    }

    /// Parts of a cell that `|` separates.
    func parts(_ cell: CSVCell) -> [String] {
        cell.text.split(separator: "|").map { Folding.trimmed($0) }.filter { !$0.isEmpty }
    }

    /// A service day of the horizon; nil after a fault.
    func serviceDay(_ cell: CSVCell) -> Int? {
        guard let date = date(cell), hasAxis else { return nil }
        let day = axis.dayIndex(of: date)
        guard (0..<axis.dayCount).contains(day) else {
            log.fault(
                cell.place, value: cell.text,
                Wording("le \(date.iso) est hors de l'horizon", "\(date.iso) is outside the horizon"),
                expected: Wording(
                    "une date du \(axis.firstDay.iso) au \(axis.date(ofDay: axis.dayCount - 1).iso)",
                    "a date from \(axis.firstDay.iso) to \(axis.date(ofDay: axis.dayCount - 1).iso)"),
                hint: Wording("supprimez la ligne ou changez l'horizon", "remove the row or change the horizon"))
            return nil
        }
        return day
    }

    /// Position of a name; nil after a fault, or without one when the list itself could not be read.
    func resolve(_ text: String, at place: Place, in register: Register, as noun: Noun) -> Int? {
        if let position = register.position(of: text) { return position }
        guard register.isComplete else { return nil }
        log.fault(
            place, value: text, noun.unknown(text), expected: noun.expected,
            hint: Suggestion.hint(for: text, in: register.ids))
        return nil
    }

    /// A date with its time; nil after a fault.
    func datedTime(_ cell: CSVCell) -> DatedTime? {
        guard !cell.isEmpty else {
            missing(cell)
            return nil
        }
        if let time = DatedTime.parse(cell.text), time.clock != nil { return time }
        log.fault(
            cell.place, value: cell.text,
            Wording("« \(cell.text) » n'est pas une date avec une heure", "\"\(cell.text)\" is not a date with a time"),
            expected: DatedTime.expected, hint: DateText.hint(for: cell.text))
        return nil
    }

    /// The agent of a row; nil after a fault. What may be a personal name is never repeated.
    ///
    /// - Parameter personalNames: Ids by folded name.
    func agent(_ cell: CSVCell, in agents: Register, personalNames: [String: String]) -> Int? {
        guard !cell.isEmpty else {
            missing(cell)
            return nil
        }
        if let position = agents.position(of: cell.text) { return position }
        if let id = personalNames[Folding.key(cell.text)] {
            log.fault(
                cell.place,
                Wording("la cellule contient un nom de personne", "the cell holds a personal name"),
                expected: Noun.agent.expected, hint: Wording("écrivez « \(id) »", "write \"\(id)\""))
            return nil
        }
        guard agents.isComplete else { return nil }
        if ScenarioReader.mayShowAgent(cell.text) { return resolve(cell.text, at: cell.place, in: agents, as: .agent) }
        log.fault(
            cell.place,
            Wording("la cellule ne contient pas l'identifiant d'un agent", "the cell does not hold the id of an agent"),
            expected: Noun.agent.expected,
            hint: Suggestion.nearest(to: cell.text, in: agents.ids).map(Suggestion.didYouMean)
                ?? Wording("écrivez l'identifiant, jamais le nom", "write the id, never the name"))
        return nil
    }
}
