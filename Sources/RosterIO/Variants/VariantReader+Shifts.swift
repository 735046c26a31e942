import RosterModel
import Yams

/// Changes of the menu of shifts.
extension VariantReader {
    private static let endings = [("end", "length"), ("parts", "start"), ("parts", "end"), ("parts", "length")]

    /// Adds a shift, by default open to all agents of its professions; `like` takes what is not said, and the agents, from
    /// another one.
    mutating func addShift(_ value: YAMLValue) {
        guard let map = value.map(ScenarioReader.shiftKeys + ["like"]) else { return }
        guard let id = new(map.required("id"), in: "shifts", as: .shift) else { return }
        var entry = Node([(Node, Node)]())
        var model: String?
        if let like = map["like"] {
            guard let name = known(like, in: "shifts", as: .shift) else { return }
            model = name
            entry = draft.entry("shifts", name) ?? entry
            entry.set("name", to: nil)
            entry.set("code", to: nil)
        }
        draft.put(
            merged(entry, with: map, except: ["like"], excluding: Self.endings), in: "shifts", id: id, from: value)
        let professions = Set(map["professions"]?.list.compactMap(\.scalar) ?? [])
        for position in draft.agents.indices {
            var list = draft.agents[position].parts("shifts")
            // An empty cell means the whole menu already.
            guard !list.isEmpty else { continue }
            let isOpen =
                model.map { list.contains($0) }
                ?? professions.contains(draft.agents[position].cells["profession"] ?? "")
            guard isOpen else { continue }
            list.append(id)
            draft.agents[position].cells["shifts"] = list.joined(separator: "|")
            draft.agents[position].origins["shifts"] = value
        }
    }

    mutating func changeShift(_ value: YAMLValue) {
        guard let map = value.map(ScenarioReader.shiftKeys) else { return }
        guard let id = known(map.required("id"), in: "shifts", as: .shift),
            let entry = draft.entry("shifts", id)
        else { return }
        draft.put(
            merged(entry, with: map, except: ["id"], excluding: Self.endings), in: "shifts", id: id, from: value)
    }

    mutating func removeShift(_ value: YAMLValue) {
        for id in knownList(value, in: "shifts", as: .shift) {
            draft.remove("shifts", id)
            for position in draft.agents.indices {
                let list = draft.agents[position].parts("shifts")
                let kept = list.filter { $0 != id && !$0.hasPrefix("\(id)@") }
                guard kept.count < list.count else { continue }
                draft.agents[position].cells["shifts"] = kept.isEmpty ? "none" : kept.joined(separator: "|")
                draft.agents[position].origins["shifts"] = value
            }
        }
    }
}
