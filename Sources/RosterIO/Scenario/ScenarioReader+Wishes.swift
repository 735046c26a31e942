import RosterModel

/// Wishes of agents.
extension ScenarioReader {
    static let wishesSchema = CSVSchema(
        file: "wishes.csv",
        columns: [
            .init("agent", ["id", "identifiant", "matricule"], required: true),
            .init("service_day", ["jour_de_service", "jour", "date", "nuit"], required: true),
            .init("wish", ["souhait", "voeu"], required: true),
            .init("weight", ["poids"]),
        ])

    /// Words for a day off and for a day of work, in files of wishes and pins.
    static let offWords: Set<String> = ["off", "repos", "r", "libre", "rest"]
    static let workWords: Set<String> = ["work", "travail", "travailler"]

    func readWishes() -> [Wish] {
        guard let bytes = files.contents["wishes.csv"],
            let rows = CSVTable.read(bytes, schema: Self.wishesSchema, log: log)
        else { return [] }
        var wishes: [Wish] = []
        var lines: [Wish: Int] = [:]
        for row in rows {
            let agent = agent(row["agent"])
            let day = serviceDay(row["service_day"])
            let content = readContent(row["wish"])
            let weight = readWeight(row["weight"])
            guard let agent, let day, let content, let weight else { continue }
            let wish = Wish(agent: AgentID(agent), day: day, content: content, weight: weight)
            if let line = lines[wish] {
                log.warn(
                    row.place, value: row["wish"].text,
                    Wording("ce souhait figure déjà à la ligne \(line)", "this wish stands on line \(line) already"),
                    expected: Wording("un souhait par ligne", "each wish once"),
                    hint: Wording("il compte deux fois", "it counts twice"))
            }
            lines[wish] = row.line
            wishes.append(wish)
        }
        return wishes
    }

    private func readContent(_ cell: CSVCell) -> Wish.Content? {
        guard !cell.isEmpty else {
            missing(cell)
            return nil
        }
        if templates.position(of: cell.text) != nil { return .shift(name: cell.text) }
        if Self.offWords.contains(Folding.key(cell.text)) { return .off }
        if Self.workWords.contains(Folding.key(cell.text)) { return .work }
        guard templates.isComplete else { return nil }
        log.fault(
            cell.place, value: cell.text,
            Wording("le souhait « \(cell.text) » est inconnu", "wish \"\(cell.text)\" is unknown"),
            expected: Wording("off (repos), work (travail) ou un poste", "off, work or a shift"),
            hint: Suggestion.hint(for: cell.text, in: ["off", "repos", "work", "travail"] + templates.ids))
        return nil
    }

    /// Weight in hundredths; 1 weighs as much as one night away from the fair share.
    private func readWeight(_ cell: CSVCell) -> Int? {
        guard !cell.isEmpty else { return 100 }
        if let (value, isExact) = NumberText.hundredths(cell.text), isExact, (1...100_000).contains(value) {
            return value
        }
        log.fault(
            cell.place, value: cell.text,
            Wording("le poids « \(cell.text) » n'est pas admis", "weight \"\(cell.text)\" is not accepted"),
            expected: Wording(
                "un nombre de 0,01 à 1000, deux décimales au plus", "a number from 0.01 to 1000, two decimals at most"),
            hint: Wording("laissez la cellule vide pour 1", "leave the cell empty for 1"))
        return nil
    }
}
