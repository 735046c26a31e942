/// What a table may hold.
struct CSVSchema {
    /// A column and the headers under which it is known.
    struct Column {
        let name: String
        let aliases: [String]
        let isRequired: Bool

        init(_ name: String, _ aliases: [String] = [], required: Bool = false) {
            self.name = name
            self.aliases = aliases
            isRequired = required
        }
    }

    /// File, relative to the scenario folder.
    let file: String
    let columns: [Column]
    /// Whether a column that looks like a motive is refused.
    var refusesMotives = false

    /// Name of the table in fields of issues: the file without folders and ending.
    var name: String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        return last.hasSuffix(".csv") ? String(last.dropLast(4)) : last
    }

    /// Column known under a header.
    func column(_ header: String) -> String? {
        let key = Folding.key(header)
        return columns.first { $0.name == key || $0.aliases.contains(key) }?.name
    }
}

/// One cell and its place.
struct CSVCell {
    let text: String
    let place: Place

    var isEmpty: Bool { text.isEmpty }
}

/// A row whose cells are found by column name.
struct CSVRow {
    let line: Int
    fileprivate let cells: [String]
    fileprivate let positions: [String: Int]
    fileprivate let schema: CSVSchema
    /// What all cells of the row are told as, when it stands for one cell of a grid.
    fileprivate var field: String?

    /// Cell of a column; empty when the column or cell is missing.
    subscript(column: String) -> CSVCell {
        let text = positions[column].flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
        let field = field ?? "\(schema.name).\(column)"
        return CSVCell(text: text, place: Place(file: schema.file, line: line, field: field))
    }

    /// Place of the whole row.
    var place: Place { Place(file: schema.file, line: line, field: schema.name) }

    /// Whether the table has the column.
    func has(_ column: String) -> Bool { positions[column] != nil }
}

extension CSVRow {
    /// A row that says what one cell of a grid does.
    ///
    /// - Parameter place: The cell.
    init(_ values: [String: String], schema: CSVSchema, at place: Place) {
        let names = values.keys.sorted()
        self.init(
            line: place.line ?? 1, cells: names.map { values[$0] ?? "" },
            positions: Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) }), schema: schema,
            field: place.field)
    }
}

/// A table with a header, read from the bytes of a file.
enum CSVTable {
    /// Rows that hold something.
    ///
    /// Faults (encoding, quotes, headers) go to the log. A table without usable header gives no rows.
    static func read(_ bytes: [UInt8], schema: CSVSchema, log: IssueLog) -> [CSVRow]? {
        text(bytes, file: schema.file, log: log).flatMap { read($0, schema: schema, log: log) }
    }

    /// Rows of a text that hold something; faults go to the log.
    static func read(_ text: String, schema: CSVSchema, log: IssueLog) -> [CSVRow]? {
        guard let (header, records) = records(text, schema: schema, log: log) else { return nil }
        var positions: [String: Int] = [:]
        for (index, cell) in header.cells.enumerated() where !cell.isEmpty {
            let place = Place(file: schema.file, line: header.line, field: "\(schema.name).\(cell)")
            if let column = schema.column(cell) {
                if positions[column] != nil {
                    log.fault(
                        place, value: cell,
                        Wording("la colonne \(column) figure deux fois", "column \(column) appears twice"),
                        expected: Wording("une colonne par donnée", "one column for each field"),
                        hint: Wording("supprimez ou renommez l'une des deux", "remove or rename one of them"))
                } else {
                    positions[column] = index
                }
            } else if schema.refusesMotives, isMotive(cell) {
                log.fault(
                    place, value: cell,
                    Wording(
                        "la colonne « \(cell) » ressemble à un motif d'absence",
                        "column \"\(cell)\" looks like the motive of an absence"),
                    expected: Wording("des absences sans motif", "absences without motive"),
                    hint: Wording(
                        "supprimez cette colonne : le motif d'une absence peut être une donnée de santé et n'est jamais utile ici",
                        "remove this column: the motive of an absence may be health data and is never needed here"))
            } else {
                log.warn(
                    place, value: cell,
                    Wording(
                        "la colonne « \(cell) » est inconnue et n'est pas lue",
                        "column \"\(cell)\" is unknown and not read"),
                    expected: columnList(schema),
                    hint: Suggestion.hint(for: cell, in: schema.columns.map(\.name)))
            }
        }
        var complete = true
        for column in schema.columns where column.isRequired && positions[column.name] == nil {
            complete = false
            log.fault(
                Place(file: schema.file, line: header.line, field: "\(schema.name).\(column.name)"),
                Wording("la colonne \(column.name) manque", "column \(column.name) is missing"),
                expected: columnList(schema),
                hint: Wording("ajoutez-la à la ligne d'en-tête", "add it to the header line"))
        }
        guard complete else { return nil }
        return records.map { record in
            let extra = record.cells.dropFirst(header.cells.count).first { !$0.isEmpty }
            if extra != nil {
                log.fault(
                    Place(file: schema.file, line: record.line, field: schema.name),
                    Wording(
                        "la ligne a \(record.cells.count) cellules pour \(header.cells.count) colonnes",
                        "the row has \(record.cells.count) cells for \(header.cells.count) columns"),
                    expected: Wording("au plus une cellule par colonne", "at most one cell a column"),
                    hint: Wording(
                        "mettez entre guillemets une cellule qui contient le séparateur",
                        "put a cell that holds the separator in quotes"))
            }
            return CSVRow(line: record.line, cells: record.cells, positions: positions, schema: schema)
        }
    }

    /// Text of a file, or nil after a fault.
    static func text(_ bytes: [UInt8], file: String, log: IssueLog) -> String? {
        do {
            return try TextDecoding.decode(bytes)
        } catch {
            log.fault(
                Place(file: file, line: error.line, field: log.text(Wording("encodage", "encoding"))),
                Wording(
                    "encodage illisible : \(error.message.french)", "unreadable encoding: \(error.message.english)"),
                expected: Wording("UTF-8, UTF-16 ou Windows-1252", "UTF-8, UTF-16 or Windows-1252"),
                hint: Wording(
                    "enregistrez le fichier au format « CSV UTF-8 »", "save the file as \"CSV UTF-8\""))
            return nil
        }
    }

    private static func columnList(_ schema: CSVSchema) -> Wording {
        let names = schema.columns.map(\.name).joined(separator: ", ")
        return Wording("les colonnes \(names)", "the columns \(names)")
    }

    /// Beginnings of words that name a motive or invite one.
    private static let motiveWords = [
        "motif", "motive", "raison", "reason", "cause", "type", "nature", "categor", "malad", "sick", "illness",
        "diagnos", "justif", "comment", "remarque", "observation", "notes", "sante", "health", "certificat",
    ]

    private static func isMotive(_ header: String) -> Bool {
        Folding.key(header).split(separator: "_").contains { word in
            motiveWords.contains { word.hasPrefix($0) }
        }
    }

    /// Header and rows under it, by the separator that makes most headers known.
    private static func records(
        _ text: String, schema: CSVSchema, log: IssueLog
    ) -> (header: CSVParser.Record, rows: [CSVParser.Record])? {
        let declared = CSVParser.declaredSeparator(text)
        var best: (separator: UInt8, position: Int, known: Int)?
        for separator in declared.map({ [$0] }) ?? CSVParser.separators {
            let head = CSVParser.parse(text, separator: separator, limit: 20).records
            for (position, record) in head.enumerated() {
                let known = Set(record.cells.compactMap(schema.column)).count
                if known > best?.known ?? 0 { best = (separator, position, known) }
            }
        }
        guard let best else {
            let isEmpty = CSVParser.parse(text, separator: 44).records.allSatisfy(\.isEmpty)
            log.fault(
                Place(file: schema.file, line: isEmpty ? nil : 1, field: schema.name),
                isEmpty
                    ? Wording("le fichier est vide", "the file is empty")
                    : Wording("la ligne d'en-tête est introuvable", "no header line was found"),
                expected: columnList(schema),
                hint: Wording(
                    "la première ligne doit nommer les colonnes, séparées par une virgule ou un point-virgule",
                    "the first line must name the columns, with commas or semicolons between"))
            return nil
        }
        var (records, damage) = CSVParser.parse(text, separator: best.separator)
        for item in damage { report(item, schema: schema, log: log) }
        // A quote that never closes swallows the rest of the file into one record.
        if damage.contains(where: { if case .openQuote = $0 { true } else { false } }),
            records.count > best.position + 1
        {
            records.removeLast()
        }
        let skipped = records[..<best.position].dropFirst(declared == nil ? 0 : 1).first { !$0.isEmpty }
        if let skipped {
            log.warn(
                Place(file: schema.file, line: skipped.line, field: schema.name),
                Wording(
                    "ce qui précède la ligne d'en-tête (ligne \(records[best.position].line)) n'est pas lu",
                    "what stands above the header (line \(records[best.position].line)) is not read"),
                expected: Wording("l'en-tête en première ligne", "the header on the first line"),
                hint: Wording("supprimez les lignes de titre", "remove the title rows"))
        }
        return (records[best.position], records[(best.position + 1)...].filter { !$0.isEmpty })
    }

    /// Records what does not follow the format.
    static func report(_ damage: CSVParser.Damage, schema: CSVSchema, log: IssueLog) {
        switch damage {
        case .openQuote(let line):
            log.fault(
                Place(file: schema.file, line: line, field: schema.name),
                Wording("un guillemet ouvert n'est jamais fermé", "a quote that opens is never closed"),
                expected: Wording("une paire de guillemets", "a pair of quotes"),
                hint: Wording(
                    "fermez le guillemet, ou doublez-le s'il est du texte", "close it, or double it if it is text"))
        case .textAfterQuote(let line):
            log.fault(
                Place(file: schema.file, line: line, field: schema.name),
                Wording("du texte suit un guillemet fermant", "text follows a closing quote"),
                expected: Wording("un séparateur après le guillemet", "a separator after the quote"),
                hint: Wording("doublez les guillemets qui sont du texte", "double quotes that are text"))
        }
    }
}
