import RosterModel

/// The mission matrix: which team kind answers which task of the night.
extension ScenarioReader {
    mutating func readMissions(_ value: YAMLValue?) {
        guard let value else { return }
        for element in value.list {
            guard let entry = element.map(["id", "name", "kinds", "sectors", "hours"]),
                let id = readID(entry, in: \.missionNames, as: .mission)
            else { continue }
            // An empty list says that nobody answers, which is worth knowing.
            let answering = entry.required("kinds").map { resolve($0, in: kinds, as: .teamKind) } ?? []
            let own = entry["sectors"].map { Set(resolve($0, in: sectors, as: .sector).map(SectorID.init)) }
            let hours = entry["hours"].flatMap { readRange($0) }
            missions.append(
                Mission(
                    id: id, name: entry["name"]?.text() ?? id, kinds: answering.map(TeamKindID.init), sectors: own,
                    arisesInSlot: hours.map { slots(in: $0) } ?? Array(repeating: true, count: axis.slotCount)))
        }
    }
}
