import RosterModel
import Yams

/// The files of a scenario under change, with the place in the change file of everything that was put in.
struct VariantDraft {
    /// A row of `agents.csv`.
    struct AgentRow {
        var cells: [String: String]
        /// Change that made or last touched the row, and each cell.
        var origin: YAMLValue?
        var origins: [String: YAMLValue] = [:]

        var id: String { cells["agent"] ?? "" }

        /// Parts of a cell that `|` separates.
        func parts(_ column: String) -> [String] {
            (cells[column] ?? "").split(separator: "|").map { Folding.trimmed($0) }
        }
    }

    /// A table other than that of agents.
    private struct Table {
        let schema: CSVSchema
        var rows: [[String: String]]
    }

    /// Where a part of the main file comes from.
    private struct Origin {
        let section: String
        let id: String
        let path: [String]
        let value: YAMLValue
    }

    /// Root of the main file.
    private(set) var root: Node
    /// Rows of `agents.csv`, in order.
    var agents: [AgentRow]
    /// Names of all shifts, agents and so on as the base knows them, for resolving days and requirements.
    let base: Scenario
    private let source: ScenarioFiles
    private var tables: [String: Table] = [:]
    private var origins: [Origin] = []
    /// Rows that closed nights added to `needs.csv`, by line of the file to be written.
    private var needOrigins: [Int: YAMLValue] = [:]

    private static let mainNames = ["scenario.yaml", "scenario.yml", "scenario.json"]

    /// Takes a base apart; nil when it is not free of faults.
    init?(_ files: ScenarioFiles, language: Language) {
        let log = IssueLog(language: language)
        guard let (scenario, _) = try? ScenarioReader.read(files: files, language: language),
            let main = Self.mainNames.first(where: { files.contents[$0] != nil }), let bytes = files.contents[main],
            let text = CSVTable.text(bytes, file: main, log: log),
            let document = YAMLValue.document(text, file: main, log: log),
            let people = files.contents["agents.csv"],
            let rows = CSVTable.read(people, schema: ScenarioReader.agentsSchema, log: log)
        else { return nil }
        base = scenario
        source = files
        root = document.node
        agents = rows.map { AgentRow(cells: Self.cells($0, ScenarioReader.agentsSchema)) }
        for schema in [
            ScenarioReader.absencesSchema, ScenarioReader.busySchema, ScenarioReader.historySchema,
            ScenarioReader.pinsSchema,
            ScenarioReader.wishesSchema, ScenarioReader.needsSchema,
        ] {
            let rows = files.contents[schema.file].flatMap { CSVTable.read($0, schema: schema, log: log) }
            tables[schema.file] = Table(schema: schema, rows: rows?.map { Self.cells($0, schema) } ?? [])
        }
        let published = RosterTableReader.schema(of: "published.csv")
        let reader = RosterTableReader(scenario: scenario, log: log, file: published.file)
        let publishedRows = files.contents[published.file].flatMap(reader.rows)
        tables[published.file] = Table(
            schema: published, rows: publishedRows?.map { Self.cells($0, published) } ?? [])
    }

    private static func cells(_ row: CSVRow, _ schema: CSVSchema) -> [String: String] {
        Dictionary(uniqueKeysWithValues: schema.columns.map { ($0.name, row[$0.name].text) })
    }

    // MARK: Main file

    /// Key that names the entries of a section.
    private static func key(of section: String) -> String { section == "night_permissions" ? "reference" : "id" }

    /// Ids of a section, in order.
    func ids(_ section: String) -> [String] {
        root[section]?.sequence?.compactMap { $0[Self.key(of: section)]?.string } ?? []
    }

    /// The entry with this id, if the section has one.
    func entry(_ section: String, _ id: String) -> Node? {
        root[section]?.sequence?.first { $0[Self.key(of: section)]?.string == id }
    }

    /// Replaces the entry with this id, or adds it at the end.
    ///
    /// - Parameters:
    ///   - path: Part of the entry that the change speaks of; empty for all of it.
    mutating func put(_ entry: Node, in section: String, id: String, path: [String] = [], from value: YAMLValue) {
        var list = root[section]?.sequence.map(Array.init) ?? []
        if let position = list.firstIndex(where: { $0[Self.key(of: section)]?.string == id }) {
            list[position] = entry
        } else {
            list.append(entry)
        }
        root[section] = Node(list)
        origins.append(Origin(section: section, id: id, path: path, value: value))
    }

    /// Takes the entry with this id out.
    mutating func remove(_ section: String, _ id: String) {
        let list = root[section]?.sequence.map(Array.init) ?? []
        root[section] = Node(list.filter { $0[Self.key(of: section)]?.string != id })
    }

    // MARK: Tables

    /// Takes all that other tables say of an agent out.
    mutating func forget(agent id: String) {
        for file in tables.keys where file != "needs.csv" {
            tables[file]?.rows.removeAll { $0["agent"] == id }
        }
    }

    /// Adds a need that replaces all others of its time.
    mutating func replaceNeed(
        requirement: String, day: CivilDate, from: String, to: String, teams: Int, origin: YAMLValue
    ) {
        tables["needs.csv"]?.rows.append([
            "requirement": requirement, "service_day": day.iso, "from": from, "to": to, "teams": "\(teams)",
            "mode": "replace",
        ])
        needOrigins[(tables["needs.csv"]?.rows.count ?? 0) + 1] = origin
    }

    // MARK: Result

    /// Files of the changed scenario.
    func files(named name: String) -> ScenarioFiles {
        var root = root
        root["name"] = Node(name)
        var contents = source.contents
        for main in Self.mainNames { contents[main] = nil }
        let text = (try? Yams.serialize(node: root, width: 120, allowUnicode: true)) ?? ""
        contents["scenario.yaml"] = Array(text.utf8)
        contents["agents.csv"] = Self.bytes(ScenarioReader.agentsSchema, agents.map(\.cells))
        for (file, table) in tables where !table.rows.isEmpty || contents[file] != nil {
            contents[file] = Self.bytes(table.schema, table.rows)
        }
        return ScenarioFiles(name: name, contents: contents)
    }

    private static func bytes(_ schema: CSVSchema, _ rows: [[String: String]]) -> [UInt8] {
        // A column that nothing fills need not be there.
        let columns = schema.columns.filter { column in
            column.isRequired || rows.contains { !($0[column.name] ?? "").isEmpty }
        }.map(\.name)
        let lines = [columns] + rows.map { row in columns.map { row[$0] ?? "" } }
        func quoted(_ cell: String) -> String {
            cell.contains { ",;\"\n\r\t".contains($0) }
                ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }
        let text = lines.map { line in line.map(quoted).joined(separator: ",") + "\n" }.joined()
        return Array(text.utf8)
    }

    // MARK: Issues

    /// An issue of the changed scenario at the place in the change file that it comes from.
    func issue(_ issue: ScenarioIssue, asSeenIn file: String, language: Language) -> ScenarioIssue {
        var seen = issue
        if let value = origin(of: issue) {
            seen.file = value.file
            seen.line = value.place.line
            seen.field = value.path
        } else {
            seen.file = file
            seen.line = nil
            seen.message = language.text(
                "une fois les changements faits, \(issue.message) (\(issue.file), \(issue.field))",
                "with the changes made, \(issue.message) (\(issue.file), \(issue.field))")
            seen.field = "changes"
        }
        return seen
    }

    private func origin(of issue: ScenarioIssue) -> YAMLValue? {
        switch issue.file {
        case "scenario.yaml":
            let steps = issue.field.split { ".[]".contains($0) }.map(String.init)
            guard steps.count > 1, let position = Int(steps[1]) else { return nil }
            let names = ids(steps[0])
            guard names.indices.contains(position) else { return nil }
            let rest = Array(steps.dropFirst(2))
            let best = origins.last {
                $0.section == steps[0] && $0.id == names[position] && rest.starts(with: $0.path)
            }
            return best.map { $0.value.nearest(to: Array(rest.dropFirst($0.path.count))) }
        case "agents.csv":
            guard let line = issue.line, agents.indices.contains(line - 2) else { return nil }
            let row = agents[line - 2]
            let column = issue.field.split(separator: ".").last.map(String.init) ?? ""
            return row.origins[column] ?? row.origin
        case "needs.csv": return issue.line.flatMap { needOrigins[$0] }
        default: return nil
        }
    }
}

extension YAMLValue {
    /// The value at a path, or as near to it as there is one; steps that are not there are passed over.
    func nearest(to path: [String]) -> YAMLValue {
        var value = self
        for step in path {
            if let node = value.node.mapping?[step] {
                value = YAMLValue(node: node, path: "\(value.path).\(step)", file: file, log: log)
            } else if let number = Int(step), let list = value.node.sequence, list.indices.contains(number) {
                value = YAMLValue(node: list[number], path: "\(value.path)[\(number)]", file: file, log: log)
            }
        }
        return value
    }
}

extension Node {
    /// Sets a key of a map, or takes it out; setting nil by subscript would leave it.
    mutating func set(_ key: String, to value: Node?) {
        guard value == nil else {
            self[key] = value
            return
        }
        self = Node((mapping ?? [:]).filter { $0.key.string != key }.map { ($0.key, $0.value) })
    }
}
