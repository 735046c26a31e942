import RosterModel

/// Changes of people.
extension VariantReader {
    private static let selectorKeys = ["agents", "profession", "employer", "regime", "sector", "count"]
    /// Cells that a change may set: all but who it is.
    private static let cellKeys = ScenarioReader.agentsSchema.columns.map(\.name).filter {
        $0 != "agent" && $0 != "name"
    }

    /// Positions of the agents that a map selects; nil after a fault.
    func select(_ map: YAMLMap) -> [Int]? {
        var positions = Array(draft.agents.indices)
        var isSound = true
        if let value = map["agents"] {
            let ids = draft.agents.map(\.id)
            var chosen: [Int] = []
            for element in value.list {
                guard let text = element.text() else { continue }
                guard let position = ids.firstIndex(of: text) else {
                    element.fault(
                        Noun.agent.unknown(text), expected: Noun.agent.expected,
                        hint: Suggestion.hint(for: text, in: ids))
                    isSound = false
                    continue
                }
                chosen.append(position)
            }
            positions = chosen
        }
        func narrow(_ key: String, _ section: String, _ noun: Noun, _ holds: (VariantDraft.AgentRow, String) -> Bool) {
            guard let value = map[key] else { return }
            guard let id = known(value, in: section, as: noun) else {
                isSound = false
                return
            }
            positions.removeAll { !holds(draft.agents[$0], id) }
        }
        narrow("profession", "professions", .profession) { $0.cells["profession"] == $1 }
        narrow("employer", "employers", .employer) { $0.cells["employer"] == $1 }
        let firstSector = draft.ids("sectors").first
        narrow("sector", "sectors", .sector) { ($0.parts("sectors").first ?? firstSector) == $1 }
        if let text = map["regime"]?.text() { positions.removeAll { draft.agents[$0].cells["regime"] != text } }
        guard isSound else { return nil }
        let count = map["count"].map { $0.whole(1...10_000) }
        if case .some(.none) = count { return nil }
        let wanted = count.flatMap(\.self)
        guard !positions.isEmpty, positions.count >= wanted ?? 1 else {
            map.source.fault(
                Wording(
                    "\(positions.count) agents répondent à ce choix", "\(positions.count) agents answer this choice"),
                expected: Wording(
                    "au moins \(wanted ?? 1) agents", "at least \(wanted ?? 1) agents"),
                hint: Wording(
                    "élargissez le choix, ou baissez count", "widen the choice, or lower count"))
            return nil
        }
        return wanted.map { Array(positions.suffix($0)) } ?? positions
    }

    /// Cells of a map `set`; lists become texts with `|` between.
    private func cells(_ map: YAMLMap) -> [(column: String, text: String, value: YAMLValue)] {
        map.order.compactMap { key in
            guard let value = map[key] else { return (key, "", map.source) }
            let parts = value.list.compactMap { $0.text() }
            return (key, parts.joined(separator: "|"), value)
        }
    }

    /// Sets cells of an agent.
    private mutating func set(
        _ cells: [(column: String, text: String, value: YAMLValue)], of agent: Int, origin: YAMLValue
    ) {
        draft.agents[agent].origin = origin
        for (column, text, value) in cells {
            draft.agents[agent].cells[column] = text
            draft.agents[agent].origins[column] = value
            // Hours of the horizon and of the week exclude each other.
            if column == "weekly_hours" { draft.agents[agent].cells["hours_max"] = "" }
            if column == "hours_max" { draft.agents[agent].cells["weekly_hours"] = "" }
        }
    }

    mutating func addAgents(_ value: YAMLValue) {
        guard let map = value.map(["like", "count", "id", "set"]) else { return }
        let counted = map["count"].map { $0.whole(1...1000) } ?? 1
        let changes = map["set"].flatMap { $0.map(Self.cellKeys) }.map(cells) ?? []
        var row = VariantDraft.AgentRow(cells: [:])
        if let like = map["like"] {
            guard let text = like.text() else { return }
            guard let model = draft.agents.first(where: { $0.id == text }) else {
                like.fault(
                    Noun.agent.unknown(text), expected: Noun.agent.expected,
                    hint: Suggestion.hint(for: text, in: draft.agents.map(\.id)))
                return
            }
            row.cells = model.cells
        } else {
            let missing = ["employer", "profession", "regime"].filter { key in
                !changes.contains { $0.column == key }
            }
            guard missing.isEmpty else {
                value.fault(
                    Wording(
                        "il manque \(missing.joined(separator: ", ")) aux agents ajoutés",
                        "\(missing.joined(separator: ", ")) is missing of the agents added"),
                    expected: Wording(
                        "`like: AGENT`, ou `set: {employer, profession, regime}`",
                        "`like: AGENT`, or `set: {employer, profession, regime}`"),
                    hint: Wording("nommez un agent semblable avec like", "name a similar agent with like"))
                return
            }
        }
        row.cells["name"] = ""
        row.cells["team"] = ""
        guard let count = counted else { return }
        let prefix = map["id"]?.text() ?? map["like"]?.text().map { $0 + "-plus" } ?? "nouveau"
        for _ in 0..<count {
            var number = 1
            let taken = Set(draft.agents.map(\.id))
            while taken.contains("\(prefix)-\(number)") { number += 1 }
            row.cells["agent"] = "\(prefix)-\(number)"
            draft.agents.append(row)
            draft.agents[draft.agents.count - 1].origins["agent"] = map["id"] ?? value
            set(changes, of: draft.agents.count - 1, origin: value)
        }
    }

    mutating func removeAgents(_ value: YAMLValue) {
        // A list of ids stands for itself.
        let ids = value.isMap ? nil : value.list.compactMap { $0.text() }
        var positions: [Int] = []
        if let ids {
            for (id, element) in zip(ids, value.list) {
                guard let position = draft.agents.firstIndex(where: { $0.id == id }) else {
                    element.fault(
                        Noun.agent.unknown(id), expected: Noun.agent.expected,
                        hint: Suggestion.hint(for: id, in: draft.agents.map(\.id)))
                    continue
                }
                positions.append(position)
            }
        } else {
            guard let map = value.map(Self.selectorKeys), let chosen = select(map) else { return }
            positions = chosen
        }
        for position in Set(positions).sorted(by: >) {
            draft.forget(agent: draft.agents[position].id)
            draft.agents.remove(at: position)
        }
    }

    mutating func changeAgents(_ value: YAMLValue) {
        guard let map = value.map(Self.selectorKeys + ["set"]) else { return }
        let changes = map.required("set").flatMap { $0.map(Self.cellKeys) }.map(cells)
        guard let positions = select(map), let changes else { return }
        for position in positions { set(changes, of: position, origin: value) }
    }

    /// Widens the sectors of agents; `sectors: all` opens the whole town.
    mutating func shareSectors(_ value: YAMLValue) {
        guard let map = value.map(Self.selectorKeys + ["sectors"]) else { return }
        guard let list = map.required("sectors") else { return }
        let isAll = list.scalar.map { ["all", "tous", "toutes"].contains(Folding.key($0)) } ?? false
        let added = isAll ? draft.ids("sectors") : knownList(list, in: "sectors", as: .sector)
        guard let positions = select(map) else { return }
        for position in positions {
            var sectors = draft.agents[position].parts("sectors")
            // An empty cell means all sectors already.
            guard !sectors.isEmpty else { continue }
            if sectors.count == 1, ["none", "aucun", "aucune", "neant"].contains(Folding.key(sectors[0])) {
                sectors = []
            }
            sectors += added.filter { !sectors.contains($0) }
            set([("sectors", sectors.joined(separator: "|"), list)], of: position, origin: value)
        }
    }
}
