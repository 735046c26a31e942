import RosterModel

/// Sectors, employers, professions and pairs to avoid.
extension ScenarioReader {
    mutating func readPlaces(_ map: YAMLMap?) {
        guard let map else { return }
        readSectors(map)
        readNamed(map, "employers", list: \.employers, names: \.employerNames, as: .employer)
        readNamed(map, "professions", list: \.professions, names: \.professionNames, as: .profession)
    }

    private mutating func readSectors(_ map: YAMLMap) {
        guard let value = map.required("sectors") else {
            sectors.isComplete = false
            return
        }
        var neighbours: [YAMLValue?] = []
        for element in value.list {
            guard let entry = element.map(["id", "name", "neighbours"]) else {
                sectors.isComplete = false
                continue
            }
            guard let id = readID(entry, in: \.sectors, as: .sector) else { continue }
            sectorDrafts.append((name: entry["name"]?.text() ?? id, neighbours: []))
            neighbours.append(entry["neighbours"])
        }
        checkNotEmpty(value, sectors)
        for (index, value) in neighbours.enumerated() {
            guard let value else { continue }
            sectorDrafts[index].neighbours = resolve(value, in: sectors, as: .sector)
                .filter { position in
                    if position == index {
                        value.fault(
                            Wording("le secteur est son propre voisin", "the sector is its own neighbour"),
                            expected: Wording("d'autres secteurs", "other sectors"),
                            hint: Wording("retirez-le de la liste", "remove it from the list"))
                    }
                    return position != index
                }.map(SectorID.init)
        }
        // Neighbourhood is mutual, even when only one side says so.
        for (index, draft) in sectorDrafts.enumerated() {
            for neighbour in draft.neighbours where !sectorDrafts[neighbour.value].neighbours.contains(SectorID(index))
            {
                sectorDrafts[neighbour.value].neighbours.append(SectorID(index))
            }
        }
    }

    private mutating func readNamed(
        _ map: YAMLMap, _ key: String, list: WritableKeyPath<Self, Register>, names: WritableKeyPath<Self, [String]>,
        as noun: Noun
    ) {
        guard let value = map.required(key) else {
            self[keyPath: list].isComplete = false
            return
        }
        for element in value.list {
            guard let entry = element.map(["id", "name"]) else {
                self[keyPath: list].isComplete = false
                continue
            }
            guard let id = readID(entry, in: list, as: noun) else { continue }
            self[keyPath: names].append(entry["name"]?.text() ?? id)
        }
        checkNotEmpty(value, self[keyPath: list])
    }

    /// Reads and declares the key `id`; nil after a fault.
    mutating func readID(_ entry: YAMLMap, in list: WritableKeyPath<Self, Register>, as noun: Noun) -> String? {
        guard let value = entry.required("id"), let id = value.text() else {
            self[keyPath: list].isComplete = false
            return nil
        }
        return declare(id, at: value.place, in: list, as: noun) == nil ? nil : id
    }

    func checkNotEmpty(_ value: YAMLValue, _ list: Register) {
        guard list.ids.isEmpty, list.isComplete, value.list.isEmpty else { return }
        value.fault(
            Wording("la liste est vide", "the list is empty"),
            expected: Wording("au moins une entrée", "at least one entry"),
            hint: Wording("ajoutez-en une : `- {id: …}`", "add one: `- {id: …}`"))
    }

    /// Professions of a list that must not be empty.
    func readProfessions(_ value: YAMLValue?) -> [Int] {
        guard let value else { return [] }
        if value.list.isEmpty {
            value.fault(
                Wording("aucune profession n'est nommée", "no profession is named"),
                expected: Noun.profession.expected,
                hint: Wording("nommez au moins une profession", "name at least one profession"))
        }
        return resolve(value, in: professions, as: .profession)
    }

    mutating func readAvoidedPairs(_ value: YAMLValue?) {
        guard let value else { return }
        for element in value.list {
            guard let entry = element.map(["professions", "joint_patrols"]), let pair = entry.required("professions")
            else {
                continue
            }
            let members = resolve(pair, in: professions, as: .profession)
            let joint = entry["joint_patrols"].map { resolve($0, in: sectors, as: .sector) } ?? []
            guard members.count == 2 else {
                if pair.list.count != 2 || Set(pair.list.compactMap(\.scalar)).count != 2 {
                    pair.fault(
                        Wording("une paire à éviter compte deux professions", "a pair to avoid has two professions"),
                        expected: Wording("deux professions différentes", "two different professions"),
                        hint: Wording("écrivez une entrée par paire", "write one entry for each pair"))
                }
                continue
            }
            avoidedPairs.append(
                AvoidedPair(
                    ProfessionID(members[0]), ProfessionID(members[1]),
                    jointPatrolSectors: Set(joint.map(SectorID.init))))
        }
    }
}
