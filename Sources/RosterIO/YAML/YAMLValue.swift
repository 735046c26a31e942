import RosterModel
import Yams

/// A node of a YAML or JSON document with its path, so that every fault can say where.
struct YAMLValue {
    let node: Node
    /// Path such as `shifts[2].start`; empty at the root.
    let path: String
    let file: String
    let log: IssueLog

    var place: Place { Place(file: file, line: node.mark?.line, field: path) }

    /// Scalar as written, or nil for lists and maps.
    var scalar: String? { node.scalar.map(\.string) }

    /// Whether the value is a map, or a list.
    var isMap: Bool { node.mapping != nil }
    var isList: Bool { node.sequence != nil }

    /// Whether nothing is written.
    var isNull: Bool {
        guard let scalar = node.scalar else { return false }
        return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// What is shown of the value in issues.
    var shown: String {
        switch node {
        case .scalar(let scalar): scalar.string
        case .mapping: "{…}"
        case .sequence: "[…]"
        case .alias: "*"
        }
    }

    /// Records a fault at this value.
    func fault(_ message: Wording, expected: Wording, hint: Wording) {
        log.fault(place, value: shown, message, expected: expected, hint: hint)
    }

    /// Records a doubtful point at this value.
    func warn(_ message: Wording, expected: Wording, hint: Wording) {
        log.warn(place, value: shown, message, expected: expected, hint: hint)
    }

    /// Parses a document; nil after a fault or when it is empty.
    static func document(_ text: String, file: String, log: IssueLog) -> YAMLValue? {
        do {
            guard let node = try Yams.compose(yaml: text, .basic) else {
                log.fault(
                    Place(file: file),
                    Wording("le fichier est vide", "the file is empty"),
                    expected: Wording("un document YAML ou JSON", "a YAML or JSON document"),
                    hint: Wording(
                        "`veilleur init` écrit un exemple commenté", "`veilleur init` writes a commented example"))
                return nil
            }
            return YAMLValue(node: node, path: "", file: file, log: log)
        } catch {
            report(error, file: file, log: log)
            return nil
        }
    }

    /// What the YAML parser says most often, in French.
    private static let frenchProblems = [
        "did not find expected ',' or '}'": "il manque une virgule ou une accolade fermante",
        "did not find expected ',' or ']'": "il manque une virgule ou un crochet fermant",
        "did not find expected key": "une clé est attendue (alignement ?)",
        "did not find expected '-' indicator": "un tiret est attendu (alignement ?)",
        "did not find expected node content": "une valeur est attendue",
        "did not find expected <document start>": "le début du document est attendu",
        "mapping values are not allowed in this context": "un deux-points est mal placé",
        "block sequence entries are not allowed in this context": "un tiret est mal placé",
        "could not find expected ':'": "il manque un deux-points",
        "found character that cannot start any token": "caractère inattendu, souvent une tabulation",
        "found a tab character that violates indentation": "une tabulation sert à aligner ; utilisez des espaces",
        "found unexpected end of stream": "fin de fichier inattendue, souvent un guillemet non fermé",
        "found undefined alias": "l'alias n'est pas défini",
        "control characters are not allowed": "caractère de contrôle interdit",
    ]

    private static func report(_ error: any Error, file: String, log: IssueLog) {
        var line: Int?
        var problem = String(describing: error)
        var column: Int?
        switch error as? YamlError {
        case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _), .composer(_, let text, let mark, _):
            (line, column, problem) = (mark.line, mark.column, text)
        case .reader(let text, _, _, _): problem = text
        case .duplicatedKeysInMapping(let keys, let context):
            log.fault(
                Place(file: file, line: context.mark.line, field: keys.joined(separator: ", ")),
                value: keys.joined(separator: ", "),
                Wording("la même clé figure deux fois", "the same key appears twice"),
                expected: Wording("une seule fois chaque clé", "each key once"),
                hint: Wording("réunissez les deux passages", "join the two passages"))
            return
        default: break
        }
        let french = frenchProblems[problem] ?? problem
        let position = column.map { Wording(", colonne \($0)", ", column \($0)") } ?? Wording("")
        log.fault(
            Place(file: file, line: line),
            Wording(
                "le fichier n'est pas du YAML lisible\(position.french) : \(french)",
                "the file is not readable YAML\(position.english): \(problem)"),
            expected: Wording("un document YAML ou JSON", "a YAML or JSON document"),
            hint: Wording(
                "vérifiez l'alignement, les deux-points, les guillemets et les crochets près de cette ligne",
                "check indentation, colons, quotes and brackets near this line"))
    }

    /// The map at this value; unknown keys are faults with the nearest known one.
    ///
    /// - Parameter isOpen: Whether other keys are allowed as well.
    func map(_ keys: [String], isOpen: Bool = false) -> YAMLMap? {
        guard let mapping = node.mapping else {
            fault(
                Wording("une suite de clés est attendue", "a map of keys is expected"),
                expected: Wording(
                    "les clés \(keys.joined(separator: ", "))", "the keys \(keys.joined(separator: ", "))"),
                hint: Wording("écrivez `clé: valeur`", "write `key: value`"))
            return nil
        }
        var values: [String: YAMLValue] = [:]
        var order: [String] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { continue }
            let child = YAMLValue(node: value, path: path.isEmpty ? name : "\(path).\(name)", file: file, log: log)
            guard isOpen || keys.contains(name) else {
                log.fault(
                    Place(file: file, line: key.mark?.line, field: child.path), value: name,
                    Wording("la clé « \(name) » est inconnue", "key \"\(name)\" is unknown"),
                    expected: Wording(
                        "les clés \(keys.joined(separator: ", "))", "the keys \(keys.joined(separator: ", "))"),
                    hint: Suggestion.hint(for: name, in: keys))
                continue
            }
            order.append(name)
            if !child.isNull { values[name] = child }
        }
        return YAMLMap(source: self, values: values, order: order)
    }

    /// Elements of a list; a single scalar or map stands for a list of one.
    var list: [YAMLValue] {
        guard let sequence = node.sequence else { return isNull ? [] : [self] }
        return sequence.enumerated().map { index, node in
            YAMLValue(node: node, path: "\(path)[\(index)]", file: file, log: log)
        }
    }

    /// Text of a scalar, or nil after a fault.
    func text() -> String? {
        guard let scalar else {
            fault(
                Wording("une valeur simple est attendue", "a plain value is expected"),
                expected: Wording("un texte ou un nombre", "a text or a number"),
                hint: Wording("retirez les crochets ou accolades", "remove the brackets or braces"))
            return nil
        }
        return Folding.trimmed(scalar)
    }
}

/// A map of a YAML document whose keys are known.
struct YAMLMap {
    let source: YAMLValue
    fileprivate let values: [String: YAMLValue]
    /// Keys in the order of the file.
    let order: [String]

    fileprivate init(source: YAMLValue, values: [String: YAMLValue], order: [String]) {
        self.source = source
        self.values = values
        self.order = order
    }

    var place: Place { source.place }

    /// Value of a key; nil when it is missing or null.
    subscript(key: String) -> YAMLValue? { values[key] }

    /// Value of a key that must be there; nil after a fault.
    func required(_ key: String) -> YAMLValue? {
        if let value = values[key] { return value }
        var place = source.place
        place.field = source.path.isEmpty ? key : "\(source.path).\(key)"
        source.log.fault(
            place,
            Wording("la clé \(key) manque", "key \(key) is missing"),
            expected: Wording("`\(key): …`", "`\(key): …`"),
            hint: Wording("ajoutez-la", "add it"))
        return nil
    }
}
