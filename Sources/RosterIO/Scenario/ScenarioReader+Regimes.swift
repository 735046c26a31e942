import RosterModel

/// Regimes: those shipped, then `regimes.yaml`, then the section `regimes`.
extension ScenarioReader {
    /// Keys of a regime.
    static let regimeKeys = [
        "id", "name", "base", "night_clock", "night_shift", "night_worker_nights", "night_worker_hours", "week_start",
        "break_counts_as_work", "posts_together", "compensatory_rest", "rules",
    ]

    /// The regimes that come with the program.
    mutating func readShippedRegimes() {
        let text = String(decoding: PackageResources.regimes_yaml, as: UTF8.self)
        readRegimeList(
            YAMLValue.document(text, file: "regimes-veilleur.yaml", log: log)?.map(["regimes"])?["regimes"],
            isSupplied: true)
        regimes.sealPacks()
    }

    mutating func readRegimes(_ section: YAMLValue?) {
        readShippedRegimes()
        for file in ["regimes.yaml", "regimes.yml", "regimes.json"] {
            guard let bytes = files.contents[file], let text = CSVTable.text(bytes, file: file, log: log) else {
                continue
            }
            let value = YAMLValue.document(text, file: file, log: log)
            // The list alone is accepted as well.
            readRegimeList(value?.isList == true ? value : value?.map(["regimes"])?.required("regimes"))
        }
        readRegimeList(section)
    }

    /// Reads a list of regimes.
    ///
    /// - Parameter isSupplied: Whether it is the one that comes with the program: what the texts allow is said there only.
    private mutating func readRegimeList(_ value: YAMLValue?, isSupplied: Bool = false) {
        var seen: Set<String> = []
        for element in value?.list ?? [] {
            guard let entry = element.map(Self.regimeKeys), let idValue = entry.required("id"), let id = idValue.text()
            else {
                continue
            }
            guard Self.isID(id), seen.insert(id).inserted else {
                idValue.fault(
                    Self.isID(id)
                        ? Noun.regime.duplicate(id)
                        : Wording("« \(id) » ne peut pas servir d'identifiant", "\"\(id)\" cannot be an id"),
                    expected: Wording("un identifiant par régime", "one id for each regime"),
                    hint: Wording("renommez ou supprimez l'une des deux entrées", "rename or remove one of the entries")
                )
                continue
            }
            readRegime(entry, id: id, isSupplied: isSupplied)
        }
    }

    private mutating func readRegime(_ entry: YAMLMap, id: String, isSupplied: Bool) {
        let base = readBase(entry, id: id)
        var draft =
            base
            ?? RegimeDraft(
                id: id, name: id, nightClock: ClockRange(start: 1320, end: 1740), nightShiftMinutes: 180,
                breakCountsAsWork: false)
        draft.id = id
        // A base that is unknown is a fault already.
        if !isSupplied, base != nil || entry["base"] == nil { warnOfNoText(draft, at: entry["id"]) }
        if let name = entry["name"]?.text() { draft.name = name }
        readKeys(entry, base: base, isSupplied: isSupplied, into: &draft)
        if let rules = entry["rules"]?.map(Rule.keys.map(\.key)) {
            for (key, rule) in Rule.keys {
                guard let value = rules[key] else { continue }
                readRule(value, rule: rule, into: &draft)
            }
        }
        regimes.put(draft)
    }

    /// What an entry starts from: the regime that it names, else the one with its own id; nil for a regime from scratch.
    private func readBase(_ entry: YAMLMap, id: String) -> RegimeDraft? {
        let own = regimes.draft(id)
        guard let value = entry["base"], let name = value.text() else { return own }
        // Whoever reads the id of a supplied regime takes it for its texts, which another base would throw away.
        if regimes.isPack(id), name != id {
            value.fault(
                Wording(
                    "le régime fourni « \(id) » ne peut pas repartir de « \(name) »",
                    "the supplied regime \"\(id)\" cannot start from \"\(name)\""),
                expected: Wording(
                    "pas de base : l'entrée modifie le régime fourni", "no base: the entry changes the supplied regime"),
                hint: Wording(
                    "choisissez un autre identifiant pour un régime tiré de « \(name) »",
                    "choose another id for a regime made from \"\(name)\""))
            return own
        }
        return resolve(name, at: value.place, in: regimes.register, as: .regime).map { regimes.drafts[$0] }
    }

    /// Says, once for each regime, that it comes from none of those supplied.
    private func warnOfNoText(_ draft: RegimeDraft, at id: YAMLValue?) {
        let isKnown = regimes.draft(draft.id).map { $0.pack == nil } ?? false
        guard draft.pack == nil, !isKnown else { return }
        let supplied = regimes.packIDs.joined(separator: ", ")
        id?.warn(
            Wording(
                "aucun texte de loi ne s'applique au régime « \(draft.id) » : seules ses propres règles comptent",
                "no text of the law is applied to regime \"\(draft.id)\": only the rules given for it count"),
            expected: Wording(
                "un régime qui part de l'un des régimes fournis", "a regime that starts from one of those supplied"),
            hint: Wording(
                "ajoutez `base`, par exemple base: prive-jour (fournis : \(supplied))",
                "add `base`, for instance base: prive-jour (supplied: \(supplied))"))
    }
}
