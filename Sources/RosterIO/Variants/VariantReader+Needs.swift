import RosterModel
import Yams

/// Changes of needs and of what counts as a team.
extension VariantReader {
    private static let places = [("sector", "sectors")]

    mutating func changeNeeds(_ value: YAMLValue) {
        guard let map = value.map(ScenarioReader.requirementKeys) else { return }
        guard let id = known(map.required("id"), in: "requirements", as: .requirement),
            let entry = draft.entry("requirements", id)
        else { return }
        draft.put(
            merged(entry, with: map, except: ["id"], excluding: Self.places), in: "requirements", id: id, from: value)
    }

    mutating func addRequirement(_ value: YAMLValue) {
        guard let map = value.map(ScenarioReader.requirementKeys) else { return }
        guard let id = new(map.required("id"), in: "requirements", as: .requirement) else { return }
        draft.put(value.node, in: "requirements", id: id, from: value)
    }

    mutating func removeRequirement(_ value: YAMLValue) {
        for id in knownList(value, in: "requirements", as: .requirement) { draft.remove("requirements", id) }
    }

    /// Nothing is needed on the days, in the sectors and between the hours given; each is all by default.
    mutating func closeNight(_ value: YAMLValue) {
        guard let map = value.map(["days", "sectors", "from", "to"]) else { return }
        let axis = draft.base.axis
        let sectors = map["sectors"].map { knownList($0, in: "sectors", as: .sector) } ?? draft.ids("sectors")
        let from = map["from"].map { $0.clock() } ?? axis.dayStart
        let to = map["to"].map { $0.clock() } ?? axis.dayStart + 1440
        let days = map["days"].map(self.days) ?? Array(0..<axis.dayCount)
        guard let from, let to else { return }
        for requirement in draft.base.requirements where sectors.contains(draft.base[requirement.sector].id) {
            // A requirement taken out before has nothing left to close.
            guard draft.ids("requirements").contains(String(requirement.id.prefix { $0 != "@" })) else { continue }
            for day in days {
                draft.replaceNeed(
                    requirement: requirement.id, day: axis.date(ofDay: day), from: ClockText.format(from),
                    to: ClockText.format(to), teams: 0, origin: value)
            }
        }
    }

    /// Service days of the horizon that a list names; faults for what is neither a day nor a name.
    private func days(_ value: YAMLValue) -> [Int] {
        let axis = draft.base.axis
        var chosen: Set<Int> = []
        for element in value.list {
            guard let text = element.text() else { continue }
            if let weekdays = DayRule.weekdays(text) {
                chosen.formUnion((0..<axis.dayCount).filter { weekdays.contains(axis.weekday(ofDay: $0)) })
            } else if let date = DateText.parse(text), (0..<axis.dayCount).contains(axis.dayIndex(of: date)) {
                chosen.insert(axis.dayIndex(of: date))
            } else {
                let name = CalendarBook.canonical(text)
                let named = (0..<axis.dayCount).filter { draft.base.dayNames[$0].contains(name) }
                if named.isEmpty {
                    element.fault(
                        Wording(
                            "« \(text) » n'est aucun jour de la période", "\"\(text)\" is no day of the period"),
                        expected: Wording(
                            "mon…sun, lun…dim, une date de la période, ou un nom du calendrier",
                            "mon…sun, a date of the period, or a name of the calendar"),
                        hint: Suggestion.hint(for: text, in: Set(draft.base.dayNames.flatMap(\.self)).sorted()))
                }
                chosen.formUnion(named)
            }
        }
        return chosen.sorted()
    }

    /// Lets agents of several professions form one team that counts for the requirements given (all by default).
    mutating func mergeTeams(_ value: YAMLValue) {
        guard let map = value.map(["id", "name", "professions", "count", "places", "hours", "sectors", "requirements"])
        else { return }
        guard let id = new(map.required("id"), in: "team_kinds", as: .teamKind) else { return }
        var entry = Node([(Node("id"), Node(id))])
        for key in ["name", "hours", "sectors"] { entry.set(key, to: map[key]?.node) }
        if let places = map["places"] {
            entry.set("places", to: places.node)
        } else {
            guard let professions = map.required("professions") else { return }
            let names = knownList(professions, in: "professions", as: .profession)
            let count = map["count"].map { $0.whole(1...20) } ?? 2
            guard !names.isEmpty, let count else { return }
            let place = Node([(Node("count"), Node("\(count)")), (Node("of"), Node(names.map { Node($0) }))])
            entry.set("places", to: Node([place]))
        }
        draft.put(entry, in: "team_kinds", id: id, from: value)
        let requirements =
            map["requirements"].map { knownList($0, in: "requirements", as: .requirement) }
            ?? draft.ids("requirements")
        for name in requirements {
            guard var requirement = draft.entry("requirements", name) else { continue }
            let kinds: [Node] = requirement["kinds"].map { kinds in kinds.sequence.map(Array.init) ?? [kinds] } ?? []
            requirement["kinds"] = Node(kinds + [Node(id)])
            draft.put(requirement, in: "requirements", id: name, path: ["kinds"], from: value)
        }
    }
}
